from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.paper_marks import HmacPaperMarks
from siegvo.domain.contracts.attestation_code import SIGNS

NEW, OLD = "n" * 32, "o" * 32
FACTS = ("attestation", "100214873", "2026-11-23", "R0042")


def marks(*secrets: str, use: Use = Use.PAPERS) -> HmacPaperMarks:
    return HmacPaperMarks(KeyRing.derived(secrets or (NEW,), use))


class TestAMarkOnAPaper:
    def test_fits_the_facts_it_was_made_of(self) -> None:
        mark = marks().make(*FACTS, length=12)

        assert marks().fits(mark, *FACTS)
        assert len(mark) == 12
        assert set(mark) <= set(SIGNS)

    @given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
    def test_fits_no_others(self, some: list[str], others: list[str]) -> None:
        mark = marks().make(*some, length=12)

        assert marks().fits(mark, *others) == (some == others)

    def test_cannot_be_made_without_our_key(self) -> None:
        assert not marks().fits(marks(OLD).make(*FACTS, length=12), *FACTS)

    def test_cannot_be_made_with_a_key_of_another_use(self) -> None:
        other = marks(use=Use.KEYED_HASHES).make(*FACTS, length=12)

        assert not marks().fits(other, *FACTS)

    def test_outlives_a_change_of_secret(self) -> None:
        mark = marks(OLD).make(*FACTS, length=12)

        assert marks(NEW, OLD).fits(mark, *FACTS)

    def test_spends_every_bit_it_shows(self) -> None:
        """A long mark begins like a short one, and no sign of it is always the same."""
        long = [marks().make(*FACTS, str(rank), length=51) for rank in range(200)]

        assert marks().make(*FACTS, "0", length=4) == long[0][:4]
        assert all(len({mark[place] for mark in long}) > 8 for place in range(51))
