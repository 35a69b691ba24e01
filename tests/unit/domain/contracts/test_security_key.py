import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.contracts.security_key import InvalidSecurityKey, SecurityKey


class TestASecurityKey:
    @pytest.mark.parametrize(
        "typed",
        [
            "9NUOIT0W",
            "9nuoit0w",
            " 9NUO-IT0W ",
            "9nu0 1tow",
            "9NUO\u00a01T0W",
            "9.NU/0_1T-0W",
            "9NUO\u20131T0W",
            "9NUO1T0W\u200b",
        ],
    )
    def test_reads_alike_what_looks_alike(self, typed: str) -> None:
        assert SecurityKey.parse(typed) == SecurityKey("9NU01T0W")

    @pytest.mark.parametrize(
        "typed", ["", "9NU", "A" * 33, "9NUO\u00c9", "9NUO'IT0W", "\u0663" * 8]
    )
    def test_is_four_to_thirty_two_letters_and_digits(self, typed: str) -> None:
        with pytest.raises(InvalidSecurityKey):
            SecurityKey.parse(typed)

    @given(st.from_regex(r"[A-Za-z0-9]{4,32}", fullmatch=True))
    def test_once_read_reads_the_same(self, typed: str) -> None:
        key = SecurityKey.parse(typed)

        assert SecurityKey.parse(key.text) == key

    def test_is_shown_by_nothing_it_says(self) -> None:
        with pytest.raises(InvalidSecurityKey) as refusal:
            SecurityKey.parse("9NUO'IT0W")

        assert "9NUO" not in repr(refusal.value)
        assert "9NU" not in repr(SecurityKey.parse("9NUOIT0W"))
