import pytest

from siegvo.domain.contracts.key_strength import alphabet_of, bits_of
from siegvo.domain.contracts.security_key import SecurityKey


class TestTheAlphabetOfKeys:
    @pytest.mark.parametrize(
        ("signs", "size"),
        [("0123", 10), ("", 10), ("09AF", 16), ("AG", 32), ("0Z", 32)],
    )
    def test_is_the_narrowest_that_holds_their_signs(self, signs: str, size: int) -> None:
        assert alphabet_of(set(signs)) == size


class TestAKey:
    @pytest.mark.parametrize(
        ("text", "alphabet", "bits"),
        [
            ("9NUUNTUW", 32, 40),
            ("4711", 10, 13),
            ("471147", 10, 19),
            ("4711471", 10, 23),
            ("0123456789ABC", 16, 52),
        ],
    )
    def test_is_as_strong_as_it_is_long(self, text: str, alphabet: int, bits: int) -> None:
        assert bits_of(SecurityKey(text), alphabet=alphabet) == bits
