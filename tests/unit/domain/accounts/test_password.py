import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.accounts.password import (
    Password,
    PasswordMissing,
    PasswordTooLong,
    PasswordTooShort,
    PasswordTooSimple,
)
from siegvo.domain.errors import Refused

ALPHABETS = (
    (26, "abcdefghijklmnopqrstuvwxyz"),
    (26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (10, "0123456789"),
)


class TestAPassword:
    @pytest.mark.parametrize(
        "text",
        [
            "abcdefghijkl",
            "cheval agrafe lune",
            "5823907164829301",
            "582390716a82930",
            "\u00e9t\u00e9 \u00e0 la plage",
            "\u58a8\u6c34\u7530\u4e2d\u58a8\u6c34\u7530\u4e2d\u58a8\u6c34\u7530\u4e2d",
            " " * 12,
            "a" * 128,
        ],
    )
    def test_is_strong_enough_at_fifty_bits(self, text: str) -> None:
        Password.parse(text).check_strength()

    @pytest.mark.parametrize(("length", "missing"), [(1, 11), (8, 4), (11, 1)])
    def test_says_how_many_characters_it_lacks(self, length: int, missing: int) -> None:
        with pytest.raises(PasswordTooShort) as refusal:
            Password.parse(("aB3!" * 3)[:length]).check_strength()

        assert (refusal.value.length, refusal.value.missing) == (length, missing)

    def test_is_something(self) -> None:
        with pytest.raises(PasswordMissing):
            Password.parse("")

    @pytest.mark.parametrize("length", [12, 15])
    def test_of_digits_alone_must_be_longer(self, length: int) -> None:
        with pytest.raises(PasswordTooSimple):
            Password.parse("5823907164829301"[:length]).check_strength()

    def test_holds_as_many_characters_as_a_manager_makes(self) -> None:
        assert len(Password.parse("x" * 128).text) == 128

    @pytest.mark.parametrize("length", [129, 10**6])
    def test_is_not_a_way_to_send_us_a_book(self, length: int) -> None:
        with pytest.raises(PasswordTooLong):
            Password.parse("x" * length)

    def test_is_the_same_from_every_keyboard(self) -> None:
        assert Password.parse("cafe\u0301 cre\u0300me 57") == Password.parse(
            "caf\u00e9 cr\u00e8me 57"
        )

    def test_is_never_shown(self) -> None:
        assert "agrafe" not in repr(Password.parse("cheval agrafe lune"))

    @given(st.text(min_size=1, max_size=128))
    def test_passes_if_and_only_if_the_written_rule_says_so(self, text: str) -> None:
        password = Password.parse(text)

        assert _passes(password) == _written_rule(password.text)


def _passes(password: Password) -> bool:
    try:
        password.check_strength()
    except Refused:
        return False
    return True


def _written_rule(text: str) -> bool:
    """Twelve characters, fifty bits by length and alphabet."""
    size = sum(count for count, signs in ALPHABETS if set(text) & set(signs))
    known = "".join(signs for _, signs in ALPHABETS)
    size += 33 if set(text) - set(known) else 0
    return len(text) >= 12 and len(text) * math.log2(size) >= 50
