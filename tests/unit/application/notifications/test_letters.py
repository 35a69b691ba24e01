"""Which fact is told to whom, by which letter."""

import pytest

from siegvo.application.notifications.drafts import LetterKind, ToAccount, ToConfirm
from siegvo.application.notifications.letters import letters_for
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.events import Event
from siegvo.domain.requests.events import ContactAnswered, ContactSent
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders import (
    account_events,
    change_events,
    e_invoice_events,
    events,
    request_events,
)
from tests.support.builders.accounts import ALICE, BOB, NOON, a_registration
from tests.support.builders.contracts import CONTRACT, MARCHAL
from tests.support.builders.requests import a_sent_reading

TOLD = {
    LetterKind.ACTIVATION: events.registration_asked(a_registration()),
    LetterKind.ACCOUNT_EXISTS: events.known_address(),
    LetterKind.NEW_DEVICE: events.new_device(),
    LetterKind.SIGNED_IN_AFTER_FAILURES: events.after_failures(),
    LetterKind.SESSION_STOLEN: events.session_stolen(),
    LetterKind.PASSWORD_RESET: account_events.reset_asked(),
    LetterKind.PASSWORD_CHANGED: account_events.password_changed(),
    LetterKind.ADDRESS_TO_CONFIRM: account_events.move_asked(),
    LetterKind.ADDRESS_CHANGE_ASKED: account_events.move_asked(),
    LetterKind.ADDRESS_CHANGED: account_events.moved(),
    LetterKind.ADDRESS_LEFT: account_events.moved(),
    LetterKind.ADDRESS_LEFT_BY_STAFF: account_events.moved(by_staff=True),
    LetterKind.ADDRESS_CHANGE_CANCELLED: account_events.move_cancelled(),
    LetterKind.ACCOUNT_DELETED: account_events.deleted(),
    LetterKind.CONTRACT_LINKED: events.contract_linked(),
    LetterKind.PAYER_LINKED_ELSEWHERE: events.linked_elsewhere(),
    LetterKind.LINK_ASKED: events.link_asked(),
    LetterKind.LINK_TURNED_DOWN: events.link_turned_down(),
    LetterKind.LINK_DISPUTE_ANSWERED: events.link_turned_down(is_dispute=True),
    LetterKind.PAYER_UNLINKED: events.payer_unlinked(),
    LetterKind.READING_RECEIVED: events.reading_submitted(a_sent_reading()),
    LetterKind.READING_TO_REVIEW: events.reading_submitted(a_sent_reading(), to_review=True),
    LetterKind.READING_ACCEPTED: events.reading_reviewed(a_sent_reading()),
    LetterKind.READING_REFUSED: events.reading_reviewed(a_sent_reading(), reason="Non."),
    LetterKind.READING_SEEN: events.reading_seen(a_sent_reading()),
    LetterKind.ABNORMAL_CONSUMPTION: events.abnormal_consumption_told(),
    LetterKind.REQUEST_RECEIVED: request_events.sent(),
    LetterKind.REQUEST_ANSWERED: request_events.answered(),
    LetterKind.REQUEST_STARTED: request_events.started(),
    LetterKind.REQUEST_CLOSED: request_events.closed(),
    LetterKind.REQUEST_REFUSED: request_events.refused(),
    LetterKind.REQUEST_CANCELLED: request_events.cancelled(),
    LetterKind.REQUEST_REOPENED: request_events.reopened(),
    LetterKind.INVOICE_AVAILABLE: e_invoice_events.available(),
    LetterKind.E_INVOICE_ASKED: e_invoice_events.asked(),
    LetterKind.E_INVOICE_TAKEN_BACK: e_invoice_events.taken_back(),
    LetterKind.E_INVOICE_GRANTED: e_invoice_events.granted(),
    LetterKind.PAYMENT_RECEIVED: events.invoice_paid_online(),
    LetterKind.PAYMENT_CHANGE_TO_CONFIRM: change_events.asked(),
    LetterKind.PAYMENT_CHANGE_NOTICED: change_events.noticed(),
    LetterKind.PAYMENT_CHANGE_CONFIRMED: change_events.confirmed(),
    LetterKind.PAYMENT_CHANGE_APPLIED: change_events.applied(),
    LetterKind.PAYMENT_CHANGE_CANCELLED: change_events.cancelled(),
    LetterKind.PAYMENT_CHANGE_REFUSED: change_events.refused(),
    LetterKind.MANDATE_REVOKED: change_events.revoked(),
    LetterKind.MANDATE_LAPSED: change_events.mandate_lapsed(),
    LetterKind.CONTACT_COPY: ContactSent(at=NOON, reference="D-2026-000001"),
    LetterKind.CONTACT_RECEIVED: ContactSent(at=NOON, reference="D-2026-000001"),
    LetterKind.CONTACT_ANSWERED: ContactAnswered(at=NOON, reference="D-2026-000001"),
}
CHOSEN_LATER = {LetterKind.ADDRESS_IN_USE}
"""Whether the new mailbox has an account is looked up when its letter leaves."""
ASKED_BY_STAFF = {LetterKind.TEST}
"""It tells no event."""


def to_account(event: Event) -> ToAccount:
    (draft,) = letters_for(event)
    assert isinstance(draft, ToAccount)
    return draft


class TestLetters:
    @pytest.mark.parametrize(
        "kind", [kind for kind in LetterKind if kind not in CHOSEN_LATER | ASKED_BY_STAFF]
    )
    def test_each_have_a_fact_to_tell(self, kind: LetterKind) -> None:
        drafts = letters_for(TOLD[kind])

        assert [draft.kind for draft in drafts].count(kind) == 1

    def test_are_not_called_for_by_every_event(self) -> None:
        activated = AccountActivated(at=NOON, account=str(ALICE))

        assert letters_for(activated) == ()

    def test_are_not_written_about_the_payment_of_an_account_that_is_gone(self) -> None:
        assert letters_for(events.invoice_paid_online(None)) == ()

    def test_ask_a_mailbox_to_confirm_its_own_attempt(self) -> None:
        registration = a_registration(7)

        (draft,) = letters_for(events.registration_asked(registration))

        assert draft == ToConfirm(kind=LetterKind.ACTIVATION, registration=registration.id)

    def test_tell_the_owner_where_somebody_signed_in(self) -> None:
        draft = to_account(events.after_failures(BOB, failures=6))

        assert draft.account == BOB
        assert draft.facts == {
            "at": NOON,
            "used": "Firefox",
            "place": events.PLACE,
            "failures": 6,
        }

    def test_tell_the_linked_account_of_its_contract(self) -> None:
        draft = to_account(events.contract_linked(BOB))

        assert (draft.account, draft.payer) == (BOB, MARCHAL)
        assert draft.facts == {"at": NOON, "contract": CONTRACT}

    def test_tell_who_was_linked_before(self) -> None:
        draft = to_account(events.linked_elsewhere(BOB))

        assert (draft.account, draft.payer) == (BOB, MARCHAL)

    def test_answer_whoever_sent_a_reading(self) -> None:
        draft = to_account(events.reading_submitted(a_sent_reading(123)))

        assert (draft.account, draft.reading) == (ALICE, RequestReference(2026, 123))

    def test_repeat_the_reason_of_a_refusal(self) -> None:
        draft = to_account(events.reading_reviewed(a_sent_reading(), reason="Photo floue."))

        assert draft.facts == {"reason": "Photo floue."}
