import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.email_address import (
    EmailAddress,
    EmailAddressWithoutEnd,
    InvalidEmailAddress,
)

LOCALS = st.from_regex(r"[a-zA-Z0-9+_-]{1,20}(\.[a-zA-Z0-9+_-]{1,20})?", fullmatch=True)
DOMAINS = st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,5})?\.[a-z]{2,6}", fullmatch=True)


class TestAnEmailAddress:
    @pytest.mark.parametrize(
        "text",
        [
            "odile.marchal@exemple.fr",
            "o'brien+eau@mail.exemple.museum",
            "a@b.fr",
            f"{'a' * 64}@exemple.fr",
            "odile@xn--caf-dma.fr",
        ],
    )
    def test_is_read_as_it_was_typed(self, text: str) -> None:
        assert str(EmailAddress.parse(f"  {text}\n")) == text

    @given(LOCALS, DOMAINS)
    def test_is_read_from_what_it_says(self, local: str, domain: str) -> None:
        address = EmailAddress.parse(f"{local}@{domain}")

        assert EmailAddress.parse(str(address)) == address

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "odile",
            "@exemple.fr",
            "odile@",
            "odile@@exemple.fr",
            "odile@exemple.fr, bob@exemple.fr",
            "Odile <odile@exemple.fr>",
            '"odile marchal"@exemple.fr',
            "odile..marchal@exemple.fr",
            ".odile@exemple.fr",
            "odile@-exemple.fr",
            "odile@exemple.fr-",
            "odile@exemple.f",
            "odile@[127.0.0.1]",
            "odile@127.0.0.1",
            "odile@exemple.fr\r\nBcc: tous@exemple.fr",
            "odile@exemple.fr\x00",
            "\u00e9lodie@exemple.fr",
            "odile\u2028@exemple.fr",
            f"{'a' * 65}@exemple.fr",
            f"odile@{'a.' * 130}fr",
        ],
    )
    def test_is_one_plain_mailbox_or_nothing(self, text: str) -> None:
        with pytest.raises(InvalidEmailAddress):
            EmailAddress.parse(text)

    def test_says_when_only_its_end_is_missing(self) -> None:
        with pytest.raises(EmailAddressWithoutEnd):
            EmailAddress.parse("odile.marchal@exemple")

    @given(st.text())
    def test_refuses_what_it_cannot_read_with_an_error_of_ours(self, text: str) -> None:
        try:
            address = EmailAddress.parse(text)
        except Invalid:
            return
        assert str(address) == text.strip()

    def test_is_compared_without_case(self) -> None:
        shouted = EmailAddress("ODILE@Exemple.FR")

        assert shouted == EmailAddress("odile@exemple.fr")
        assert hash(shouted) == hash(EmailAddress("odile@exemple.fr"))
        assert str(shouted) == "ODILE@Exemple.FR"

    def test_gives_a_guesser_the_words_it_is_made_of(self) -> None:
        address = EmailAddress("Odile.Marchal57@exemple.fr")

        assert address.words == (
            "odile.marchal57@exemple.fr",
            "odile",
            "marchal",
            "exemple",
            "fr",
        )

    def test_cannot_be_made_of_anything_else(self) -> None:
        with pytest.raises(ValueError, match="not a mailbox"):
            EmailAddress("odile")
