from datetime import date

import attrs
import pytest

from siegvo.domain.contracts.attestation import (
    Attestation,
    AttestationStanding,
    ContractNotBegun,
    expires_after,
)
from siegvo.domain.kernel.day_range import DayRange
from tests.support.builders.contracts import SOMEWHERE, a_tenure

TODAY = date(2026, 11, 23)


def an_attestation(*, until: str | None = None) -> Attestation:
    return Attestation.of(a_tenure(until=until), payer_name="Mme Odile Marchal", on=TODAY)


class TestAnAttestation:
    def test_says_who_where_and_since_when(self) -> None:
        made = an_attestation()

        assert (made.payer_name, made.supply) == ("Mme Odile Marchal", SOMEWHERE)
        assert made.days == DayRange(date(2020, 1, 1))
        assert made.made_on == TODAY

    def test_is_of_the_period_once_the_contract_has_ended(self) -> None:
        assert an_attestation(until="2026-11-22").days.last == date(2026, 11, 22)

    @pytest.mark.parametrize("until", ["2026-11-23", "2026-12-31"])
    def test_is_of_a_contract_that_runs_until_its_last_day_is_over(self, until: str) -> None:
        assert an_attestation(until=until).days.last is None

    def test_is_not_made_of_a_contract_still_to_come(self) -> None:
        with pytest.raises(ContractNotBegun):
            Attestation.of(a_tenure(since="2026-11-24"), payer_name="M. Weber", on=TODAY)

    def test_may_be_made_of_a_suspended_contract(self) -> None:
        suspended = attrs.evolve(a_tenure(), is_suspended=True)

        assert Attestation.of(suspended, payer_name="M. Weber", on=TODAY).days.last is None


class TestWhatAnAttestationIsWorth:
    def test_stands_as_long_as_the_contract_runs(self) -> None:
        assert _standing(an_attestation(), until=None) is AttestationStanding.STANDS

    def test_ends_with_the_contract(self) -> None:
        assert _standing(an_attestation(), until="2026-12-01") is AttestationStanding.ENDED

    def test_stands_for_good_when_it_is_of_a_period(self) -> None:
        made = an_attestation(until="2026-10-31")

        assert _standing(made, until="2026-10-31") is AttestationStanding.STANDS


@pytest.mark.parametrize(
    ("made_on", "last"),
    [
        ("2026-11-23", "2027-02-23"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-09-30", "2026-12-30"),
        ("2026-10-31", "2027-01-31"),
        ("2027-01-31", "2027-04-30"),
    ],
)
def test_an_attestation_is_vouched_for_three_months(made_on: str, last: str) -> None:
    assert expires_after(date.fromisoformat(made_on)) == date.fromisoformat(last)


def _standing(made: Attestation, *, until: str | None) -> AttestationStanding:
    return made.standing_beside(a_tenure(until=until), on=date(2027, 1, 10))
