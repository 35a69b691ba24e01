import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing, Use

NEW, OLD = "n" * 32, "o" * 32
PARTS = ("100214873", "R0042", "9NUUNTUW")


def a_keyed_hash(*secrets: str) -> HmacKeyedHash:
    return HmacKeyedHash(KeyRing.derived(secrets or (NEW,), Use.KEYED_HASHES))


class TestAKeyedHash:
    def test_is_that_of_its_parts_for_its_purpose(self) -> None:
        keyed_hash = a_keyed_hash()
        stored = keyed_hash.of("security-key", *PARTS)

        assert keyed_hash.matches(stored, "security-key", *PARTS)
        assert not keyed_hash.matches(stored, "attempt", *PARTS)
        assert not keyed_hash.matches(stored, "security-key", *reversed(PARTS))

    def test_is_the_same_each_time_and_fits_its_column(self) -> None:
        stored = a_keyed_hash().of("security-key", *PARTS)

        assert stored == a_keyed_hash().of("security-key", *PARTS)
        assert len(stored) <= 80

    @given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
    def test_is_another_for_any_other_parts(self, some: list[str], others: list[str]) -> None:
        keyed_hash = a_keyed_hash()

        same = keyed_hash.of("purpose", *some) == keyed_hash.of("purpose", *others)

        assert same == (some == others)

    def test_tells_nothing_without_the_key(self) -> None:
        stored = a_keyed_hash(OLD).of("security-key", *PARTS)

        assert not a_keyed_hash(NEW).matches(stored, "security-key", *PARTS)

    def test_made_under_an_older_key_still_matches(self) -> None:
        stored = a_keyed_hash(OLD).of("security-key", *PARTS)

        assert a_keyed_hash(NEW, OLD).matches(stored, "security-key", *PARTS)

    @pytest.mark.parametrize("stored", ["", "$", "sg1$x", "\u00e9$\ud800", "0" * 80])
    def test_is_matched_by_nothing_else(self, stored: str) -> None:
        assert not a_keyed_hash().matches(stored, "security-key", *PARTS)
