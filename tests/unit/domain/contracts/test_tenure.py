from datetime import date

import attrs
import pytest

from siegvo.domain.contracts.tenure import ContractEnded, TenureState
from tests.support.builders.contracts import a_tenure

LAST = date(2026, 6, 30)
NEXT = date(2026, 7, 1)


class TestATenure:
    def test_is_open_to_its_last_day(self) -> None:
        tenure = a_tenure(until="2026-06-30")

        assert tenure.state_on(LAST) is TenureState.OPEN
        assert tenure.state_on(NEXT) is TenureState.ENDED

    def test_without_an_end_goes_on(self) -> None:
        assert a_tenure().state_on(date.max) is TenureState.OPEN

    def test_may_be_suspended_until_it_ends(self) -> None:
        tenure = attrs.evolve(a_tenure(until="2026-06-30"), is_suspended=True)

        assert tenure.state_on(LAST) is TenureState.SUSPENDED
        assert tenure.state_on(NEXT) is TenureState.ENDED

    def test_can_be_asked_things_of_while_it_runs(self) -> None:
        tenure = a_tenure(until="2026-06-30")

        tenure.check_runs_on(LAST)
        with pytest.raises(ContractEnded) as refusal:
            tenure.check_runs_on(NEXT)
        assert refusal.value.ended_on == LAST
