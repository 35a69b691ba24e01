from datetime import UTC, datetime

import pytest

from siegvo.application.readers.requests import RequestLine
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.documents.document import Document, Edition, Title
from siegvo.domain.documents.slug import Slug
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.requests.requests_page import requests_page
from siegvo.entrypoints.web.requests.states import STATES
from tests.support.builders.contracts import CONTRACT
from tests.support.pages import a_held_contract


def a_line(
    state: RequestState = RequestState.REGISTERED,
    *,
    reason: str | None = None,
    rank: int = 123,
    kind: RequestKind = RequestKind.READING,
    subject: str | None = None,
) -> RequestLine:
    return RequestLine(
        reference=RequestReference(2026, rank),
        kind=kind,
        contract=CONTRACT,
        state=state,
        asked_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
        moved_at=datetime(2026, 11, 25, 9, tzinfo=UTC),
        reason=reason,
        subject=subject,
    )


class TestARequestInTheList:
    def test_is_dated_in_paris(self) -> None:
        (row,) = requests_page([a_line()], contracts=[]).rows

        assert row.reference == "D-2026-000123"
        assert row.about == "du 23/11/2026, contrat 100214873"
        assert row.moved == ""

    def test_says_since_when_it_stands_there(self) -> None:
        (row,) = requests_page([a_line(RequestState.DONE)], contracts=[]).rows

        assert (row.state.label, row.moved) == ("Terminée", "le\u00a025/11/2026")

    def test_says_why_it_was_refused(self) -> None:
        refused = a_line(RequestState.REFUSED, reason="la photo est floue")

        assert requests_page([refused], contracts=[]).rows[0].reason == "la photo est floue"

    def test_comes_first_while_it_waits_for_its_author(self) -> None:
        lines = [
            a_line(rank=3),
            a_line(RequestState.AWAITING_SUBSCRIBER, rank=2),
            a_line(RequestState.DONE, rank=1),
        ]

        rows = requests_page(lines, contracts=[]).rows

        assert [row.href[-1] for row in rows] == ["2", "3", "1"]
        assert [row.state.is_warm for row in rows] == [True, False, False]

    def test_is_called_as_its_author_called_it(self) -> None:
        line = a_line(kind=RequestKind.OTHER, subject="Montant de ma facture")

        (row,) = requests_page([line], contracts=[]).rows

        assert row.title == "Autre demande\u00a0: Montant de ma facture"

    @pytest.mark.parametrize("kind", RequestKind)
    def test_has_a_title_and_a_drawing_for_every_kind(self, kind: RequestKind) -> None:
        (row,) = requests_page([a_line(kind=kind)], contracts=[]).rows

        assert row.title[0].isupper()
        assert row.icon

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

        found = [door.href for door in page.doors if door.title.startswith("Transmettre")]
        assert found == doors


class TestTheWaysToDirectDebit:
    def test_are_for_contracts_that_are_not_debited(self) -> None:
        joins, changes = a_held_contract("100001"), a_held_contract("100002", is_debited=True)

        page = requests_page([], contracts=[joins, changes])

        assert [door.href for door in page.doors if door.title.startswith("Adhérer au pré")] == [
            "/contrats/100001/mode-de-reglement"
        ]
        assert [door.href for door in page.doors if door.title.startswith("Modifier")] == [
            "/tableau-de-bord?contrat=100002"
        ]

    def test_lead_to_the_dashboard_of_whoever_is_debited(self) -> None:
        page = requests_page([], contracts=[a_held_contract("100001", is_debited=True)])

        (door,) = (door for door in page.doors if "prélèvement" in door.title)
        assert (door.href, door.note) == (
            "/tableau-de-bord?contrat=100001",
            "Sur le tableau de bord",
        )


class TestWhatMayBeAsked:
    def test_begins_with_a_contract_for_whoever_has_none(self) -> None:
        page = requests_page([], contracts=[])

        assert [door.href for door in page.doors] == [
            "/contrats/lier",
            "/demarches/nouvelle/abonnement",
            "/demarches/nouvelle/fuite",
        ]

    def test_ends_a_contract_only_while_it_runs(self) -> None:
        running, ended = a_held_contract(), a_held_contract(ended="2026-04-16")

        with_one = [door.href for door in requests_page([], contracts=[running]).doors]
        without = [door.href for door in requests_page([], contracts=[ended]).doors]

        assert "/demarches/nouvelle/resiliation" in with_one
        assert "/demarches/nouvelle/resiliation" not in without


class TestADocument:
    def test_is_told_with_its_size_and_the_day_of_its_edition(self) -> None:
        edition = Edition(
            file="a", size=120_400, published_at=datetime(2026, 1, 3, 23, 30, tzinfo=UTC)
        )
        document = Document(
            slug=Slug("reglement"), title=Title("Règlement de service"), editions=(edition,)
        )

        (row,) = requests_page([], contracts=[], documents=[document]).documents

        assert row.note == "PDF, 120\u00a0Ko, version du 04/01/2026"
        assert row.href == "/documents/reglement"
