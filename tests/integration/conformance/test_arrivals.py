"""What every implementation of `Arrivals` promises."""

from datetime import date

import pytest

from siegvo.application.readers.arrivals import Arrival
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.accounts import ALICE, BOB, a_session, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.meters import a_reading
from tests.support.store import Store

SESSION = a_session()


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(
        a_payer(),
        a_payer("SECOND"),
        a_tenure("4001", until="2020-12-31"),
        a_tenure("4003"),
        a_tenure("4002"),
        a_tenure("4004", payer="OTHER"),
        a_tenure("4003", payer="SECOND", since="2026-01-01"),
    )
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.sessions.open(SESSION)
        work.links.add(a_link(ALICE, proved_by="4001"))
        work.links.add(a_link(BOB, payer="OTHER", proved_by="4004"))


def _arrival(store: Store, number: str | None = None) -> Arrival:
    with store.glance() as readers:
        arrival = readers.arrivals.behind(
            SESSION.fingerprint, number=ContractNumber(number) if number else None
        )
    assert arrival is not None
    return arrival


def _sheets_number(store: Store, number: str | None = None) -> str | None:
    sheet = _arrival(store, number).sheet
    return str(sheet.tenure.contract) if sheet else None


class TestAnArrival:
    def test_is_nobody_s_without_a_session(self, store: Store) -> None:
        with store.glance() as readers:
            assert readers.arrivals.behind("another fingerprint", number=None) is None

    def test_tells_what_visitors_and_sheets_tell(self, store: Store) -> None:
        store.know(
            a_meter_on("4002", a_reading(1200, "2026-03-01")),
            an_invoice(contract="4002"),
        )
        arrival = _arrival(store)

        with store.glance() as readers:
            assert arrival.visitor == readers.visitors.behind(SESSION.fingerprint)
        with store.glance() as readers:
            assert arrival.sheet == readers.contract_sheets.held_by(ALICE, ContractNumber("4002"))

    def test_leads_to_the_first_contract_that_runs(self, store: Store) -> None:
        assert _sheets_number(store) == "4002"

    def test_leads_to_the_contract_that_is_named(self, store: Store) -> None:
        assert _sheets_number(store, "4001") == "4001"

    @pytest.mark.parametrize("number", ["4004", "9999"])
    def test_shows_nothing_of_what_is_not_theirs(self, store: Store, number: str) -> None:
        assert _arrival(store, number).sheet is None

    def test_shows_the_latest_tenure_of_who_is_linked_to_both_payers(self, store: Store) -> None:
        with store.begin() as work:
            work.links.add(a_link(ALICE, payer="SECOND", proved_by="4003"))

        sheet = _arrival(store, "4003").sheet

        assert sheet is not None
        assert (sheet.tenure.payer.text, sheet.tenure.days.first) == ("SECOND", date(2026, 1, 1))

    def test_may_be_that_of_somebody_without_a_contract(self, store: Store) -> None:
        with store.begin() as work:
            work.links.forget(ALICE)

        assert _arrival(store) == Arrival(visitor=_arrival(store).visitor, sheet=None)
        assert _arrival(store).visitor.contracts == ()
