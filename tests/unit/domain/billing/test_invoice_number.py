import pytest

from siegvo.domain.billing.invoice_number import InvalidInvoiceNumber, InvoiceNumber


class TestAnInvoiceNumber:
    @pytest.mark.parametrize(
        ("typed", "text"),
        [
            ("2026-EA-0018342", "2026-EA-0018342"),
            (" 2026-ea-0018342\u00a0", "2026-EA-0018342"),
            ("F.2026_1", "F.2026_1"),
            ("7", "7"),
            ("A" * 30, "A" * 30),
        ],
    )
    def test_is_read_as_people_write_it(self, typed: str, text: str) -> None:
        assert str(InvoiceNumber.parse(typed)) == text

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            " ",
            "-1",
            "1-",
            "A/1",
            "A 1",
            "../1",
            "É1",
            "A" * 31,
            "1\n2",
            "\u0661",
            "<b>",
            "1;2",
        ],
    )
    def test_is_nothing_else(self, typed: str) -> None:
        with pytest.raises(InvalidInvoiceNumber) as refusal:
            InvoiceNumber.parse(typed)

        assert refusal.value.given == typed

    def test_is_whole(self) -> None:
        with pytest.raises(ValueError, match="regex"):
            InvoiceNumber("2026-1\n")
