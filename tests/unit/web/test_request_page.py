from datetime import timedelta

import attrs
import pytest

from siegvo.application.requests.show_request import RequestView
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.mediation import Mediation
from siegvo.domain.requests.message import Author, Message
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step
from siegvo.entrypoints.web.requests.request_page import RequestPage, paragraphs, request_page
from tests.support.builders.accounts import NOON
from tests.support.builders.requests import a_request
from tests.support.builders.threads import LEAK, OTHER, a_message, an_attachment
from tests.support.pages import a_held_contract


def _page(
    request: ServiceRequest,
    *messages: Message,
    content: RequestContent | None = None,
    mediation: Mediation | None = None,
) -> RequestPage:
    view = RequestView(
        request=request, content=content, messages=messages, mediation=mediation, email=None
    )
    return request_page(view, contracts=[a_held_contract()])


def _in(*states: RequestState, kind: RequestKind = RequestKind.LEAK) -> ServiceRequest:
    steps = tuple(
        Step(state=state, at=NOON + timedelta(days=day)) for day, state in enumerate(states)
    )
    return attrs.evolve(a_request(kind=kind), steps=steps)


class TestTheHistory:
    def test_is_dated_step_by_step_up_to_the_end_to_come(self) -> None:
        page = _page(_in(RequestState.REGISTERED, RequestState.IN_PROGRESS))

        assert [(step.label, step.when, step.style) for step in page.steps] == [
            ("Enregistrée", "23/11/2026 à 12h00", "past"),
            ("En traitement", "24/11/2026 à 12h00", ""),
            ("Terminée", "", ""),
        ]
        assert [step.is_current for step in page.steps] == [False, True, False]

    def test_is_warm_where_the_subscriber_is_waited_for(self) -> None:
        page = _page(_in(RequestState.REGISTERED, RequestState.AWAITING_SUBSCRIBER))

        assert [step.style for step in page.steps] == ["past", "warm", ""]

    @pytest.mark.parametrize(
        "state", [RequestState.DONE, RequestState.REFUSED, RequestState.CANCELLED]
    )
    def test_has_nothing_to_come_once_it_is_over(self, state: RequestState) -> None:
        page = _page(_in(RequestState.REGISTERED, state))

        assert len(page.steps) == 2

    def test_of_a_link_waits_for_staff(self) -> None:
        page = _page(_in(RequestState.REGISTERED, kind=RequestKind.LINK))

        assert page.state.label == "En attente du service"
        assert not page.takes_messages


class TestWhatIsAsked:
    def test_is_shown_as_facts(self) -> None:
        page = _page(a_request(kind=RequestKind.LEAK), content=LEAK)

        assert ("L’eau coule encore", "Oui") in page.facts

    def test_is_its_title_where_it_has_a_subject(self) -> None:
        page = _page(a_request(kind=RequestKind.OTHER), content=OTHER)

        assert page.title == "Autre demande\u00a0: Montant de ma facture"
        assert page.facts == ()

    def test_leads_to_a_reading_while_its_contract_is_seen(self) -> None:
        reading = a_request(kind=RequestKind.READING)
        view = RequestView(request=reading, content=None, messages=(), mediation=None, email=None)

        assert _page(reading).reading_href == "/contrats/100214873/releve/D-2026-000001"
        assert request_page(view, contracts=[]).reading_href == ""


class TestTheThread:
    def test_tells_who_wrote_when(self) -> None:
        mine, theirs = _page(
            a_request(kind=RequestKind.LEAK),
            a_message("Bonjour"),
            a_message("Bonsoir", author=Author.STAFF, at=NOON + timedelta(hours=8)),
        ).messages

        assert (mine.is_mine, theirs.is_mine) == (True, False)
        assert (mine.at, theirs.at) == ("23/11/2026 à 12h00", "23/11/2026 à 20h00")

    def test_links_its_files(self) -> None:
        (message,) = _page(
            a_request(kind=RequestKind.LEAK),
            a_message(None, attachments=(an_attachment(1, size=1_400_000),)),
        ).messages

        (file,) = message.files
        assert file.words == "document 1.pdf (1,4\u00a0Mo)"
        assert file.href == f"/demarches/D-2026-000001/pieces/{1:032x}"
        assert message.paragraphs == ()

    @pytest.mark.parametrize(
        ("text", "cut"),
        [
            ("un", (("un",),)),
            ("un\ndeux", (("un", "deux"),)),
            ("un\n\ndeux\ntrois", (("un",), ("deux", "trois"))),
            ("un\n\n\n\ndeux", (("un",), ("deux",))),
            ("un\n\n\ndeux", (("un",), ("deux",))),
        ],
    )
    def test_keeps_the_lines_of_a_message(self, text: str, cut: tuple[tuple[str, ...]]) -> None:
        assert paragraphs(text) == cut


class TestTheMediator:
    def test_is_told_of_with_the_days_in_paris(self) -> None:
        mediation = Mediation(waiting_since=NOON, opens_at=NOON + timedelta(days=30), is_open=False)

        page = _page(a_request(kind=RequestKind.LEAK), mediation=mediation)

        assert (page.waiting_since, page.mediation_on) == ("23/11/2026", "23/12/2026")
        assert not page.is_mediation_open

    def test_is_left_out_when_nobody_waits(self) -> None:
        assert _page(a_request(kind=RequestKind.LEAK)).mediation_on == ""
