import pytest

from siegvo.domain.contracts.payer import InvalidPayerCode, PayerCode


class TestAPayerCode:
    @pytest.mark.parametrize("text", ["R000001", "r-1/2_a.b", "1", "A" * 30])
    def test_is_what_the_billing_system_writes(self, text: str) -> None:
        assert str(PayerCode.parse(f" {text} ")) == text

    @pytest.mark.parametrize("text", ["", "-1", "R 1", "A" * 31, "R\u00e91"])
    def test_is_nothing_else(self, text: str) -> None:
        with pytest.raises(InvalidPayerCode):
            PayerCode.parse(text)
