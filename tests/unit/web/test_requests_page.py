from datetime import UTC, datetime

import pytest

from siegvo.application.readers.requests import RequestLine
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.requests.requests_page import requests_page
from siegvo.entrypoints.web.requests.states import STATES
from tests.support.builders.contracts import CONTRACT
from tests.support.pages import a_held_contract


def a_line(
    state: RequestState = RequestState.REGISTERED, *, reason: str | None = None
) -> RequestLine:
    return RequestLine(
        reference=RequestReference(2026, 123),
        kind=RequestKind.READING,
        contract=CONTRACT,
        state=state,
        asked_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
        moved_at=datetime(2026, 11, 25, 9, tzinfo=UTC),
        reason=reason,
    )


class TestARequestInTheList:
    def test_is_dated_in_paris(self) -> None:
        (row,) = requests_page([a_line()], contracts=[]).rows

        assert row.note == "D-2026-000123, du 23/11/2026, contrat 100214873"
        assert row.moved == ""

    def test_says_since_when_it_stands_there(self) -> None:
        (row,) = requests_page([a_line(RequestState.DONE)], contracts=[]).rows

        assert (row.state.label, row.moved) == ("Terminée", "le\u00a025/11/2026")

    def test_says_why_it_was_refused(self) -> None:
        refused = a_line(RequestState.REFUSED, reason="la photo est floue")

        assert requests_page([refused], contracts=[]).rows[0].reason == "la photo est floue"

    @pytest.mark.parametrize("state", RequestState)
    def test_has_a_word_and_a_drawing_for_every_state(self, state: RequestState) -> None:
        assert STATES[state].label
        assert STATES[state].icon


class TestTheWaysToTheReadingForm:
    @pytest.mark.parametrize(
        ("contracts", "doors"),
        [
            ([], []),
            ([a_held_contract("100001")], ["/contrats/100001/releve"]),
            (
                [a_held_contract("100001"), a_held_contract("100002")],
                ["/contrats/100001/releve", "/contrats/100002/releve"],
            ),
            ([a_held_contract("100001", ended="2026-04-16")], []),
            (
                [a_held_contract(str(number)) for number in range(100001, 100006)],
                ["/tableau-de-bord"],
            ),
        ],
    )
    def test_are_those_of_the_running_contracts(
        self, contracts: list[HeldContract], doors: list[str]
    ) -> None:
        page = requests_page([], contracts=contracts)

        assert [door.href for door in page.doors] == doors
