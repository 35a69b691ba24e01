"""The form for anybody."""

from datetime import timedelta
from uuid import UUID

import pytest

from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.portal import Portal, assemble
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.in_memory.world import World
from tests.support.outside import RunningClock, Surroundings

ODILE = EmailAddress("odile.marchal@exemple.fr")
FORM = UUID(int=7)
CLERK = Actor.staff("clerk")


@pytest.fixture
def portal(world: World, surroundings: Surroundings) -> Portal:
    return assemble(surroundings.around(world))


def _write(
    portal: Portal,
    *,
    subject: str = "Pression",
    email: EmailAddress = ODILE,
    submission: UUID | None = None,
    origin: str = "",
) -> RequestReference:
    return portal.requests.contact_service(
        name="Odile Marchal",
        email=email,
        subject=subject,
        message=MessageText("Bonjour,\nla pression est faible."),
        contract=ContractNumber("100200423"),
        submission=submission,
        origin=origin,
    )


def _post(portal: Portal) -> None:
    while portal.notifications.deliver_mail():
        pass


class TestMessageOfAnybody:
    def test_is_numbered_and_goes_to_the_service_and_to_its_author(
        self, portal: Portal, surroundings: Surroundings
    ) -> None:
        reference = _write(portal)
        _post(portal)

        copy, received = surroundings.mailbox.letters
        assert str(reference) == "D-2026-000001"
        assert (copy.template, copy.to) == (LetterKind.CONTACT_COPY, ODILE)
        assert (received.template, received.to.text) == (LetterKind.CONTACT_RECEIVED, SIEGVO.email)
        assert received.replies_to == ODILE
        assert copy.replies_to is None
        assert received.facts["message"] == "Bonjour,\nla pression est faible."

    def test_is_told_by_a_clock_that_goes_on(self, world: World) -> None:
        surroundings = Surroundings(clock=RunningClock())
        portal = assemble(surroundings.around(world))

        _write(portal)
        _post(portal)

        assert len(surroundings.mailbox.letters) == 2

    def test_sent_twice_is_one(self, portal: Portal, surroundings: Surroundings) -> None:
        assert _write(portal, submission=FORM) == _write(portal, submission=FORM)
        with pytest.raises(SubmissionReused):
            _write(portal, submission=FORM, subject="Autre")
        _post(portal)

        assert len(surroundings.mailbox.letters) == 2

    def test_is_answered_by_mail(self, portal: Portal, surroundings: Surroundings) -> None:
        reference = _write(portal)
        _post(portal)
        surroundings.clock.advance(timedelta(hours=1))
        portal.requests.answer_request(
            reference, message=MessageText("Un agent passera."), actor=CLERK
        )
        _post(portal)

        answer = surroundings.mailbox.last
        assert (answer.template, answer.to) == (LetterKind.CONTACT_ANSWERED, ODILE)
        assert answer.facts["message"] == "Un agent passera."

    def test_is_closed_by_staff(self, portal: Portal, world: World) -> None:
        reference = _write(portal)

        portal.requests.close_request(reference, actor=CLERK)

        assert world.kept.requests.of(reference).state.is_final


class TestManyMessages:
    def test_to_one_mailbox_are_slowed_down(self, portal: Portal) -> None:
        for _ in range(3):
            _write(portal)

        with pytest.raises(TooManyAttempts):
            _write(portal)

    def test_from_one_place_are_slowed_down(self, portal: Portal) -> None:
        for rank in range(5):
            mailbox = EmailAddress(f"a{rank}@exemple.fr")
            _write(portal, email=mailbox, origin="203.0.113.9")

        with pytest.raises(TooManyAttempts):
            _write(portal, email=EmailAddress("b@exemple.fr"), origin="203.0.113.9")
        _write(portal, email=EmailAddress("b@exemple.fr"), origin="198.51.100.1")
