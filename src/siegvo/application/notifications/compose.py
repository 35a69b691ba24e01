"""A draft becomes a letter: its facts are looked up, its link is signed."""

from collections.abc import Mapping
from datetime import timedelta

import attrs

from siegvo.application.notifications.contact import contact_letter
from siegvo.application.notifications.drafts import (
    AboutContact,
    AboutMove,
    AboutPaymentChange,
    Draft,
    ToAccount,
    ToConfirm,
    ToMailbox,
)
from siegvo.application.notifications.move import Move
from siegvo.application.notifications.payment_change import payment_change_letter
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.tokens import Purpose, Tokens
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Look, Readers
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.errors import NotFound
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.policy import ACTIVATION_LASTS, PASSWORD_RESET_LASTS, REGISTRATION_KEPT


@attrs.frozen
class Compose:
    """Write one letter, in the minute it leaves: a link lives its full life from there."""

    look: Look
    clock: Clock
    tokens: Tokens
    service: EmailAddress
    vault: Vault

    def __call__(self, draft: Draft, *, message_id: str) -> Letter | None:
        """Return the letter; nothing if whom or what it was about is gone since."""
        try:
            match draft:
                case ToConfirm():
                    return self._with_link(draft, message_id)
                case ToMailbox():
                    return Letter(
                        to=draft.to,
                        template=draft.kind,
                        facts={**draft.facts},
                        message_id=message_id,
                    )
                case AboutMove():
                    with self.look() as readers:
                        move = Move.of(draft.change, readers)
                    return move.letter(draft.kind, self._sign, message_id=message_id)
                case _:
                    with self.look() as readers:
                        return self._looked_up(draft, readers, message_id)
        except (NotFound, RegistrationLapsed):
            return None

    def _looked_up(
        self,
        draft: AboutContact | AboutPaymentChange | ToAccount,
        readers: Readers,
        message_id: str,
    ) -> Letter | None:
        match draft:
            case AboutContact():
                return contact_letter(draft, readers, service=self.service, message_id=message_id)
            case AboutPaymentChange():
                return payment_change_letter(
                    draft, readers, sign=self._sign, vault=self.vault, message_id=message_id
                )
            case ToAccount():
                return self._to_account(draft, readers, message_id)

    def _with_link(self, draft: ToConfirm, message_id: str) -> Letter:
        now = self.clock.now()
        with self.look() as readers:
            registration = readers.registrations.of(draft.registration)
        registration.check_alive(now)
        until = min(now + ACTIVATION_LASTS, registration.registered_at + REGISTRATION_KEPT)
        token = self.tokens.issue(Purpose.ACTIVATION, str(registration.id))
        return Letter(
            to=registration.email,
            template=draft.kind,
            facts={"token": token, "until": until},
            message_id=message_id,
        )

    def _to_account(self, draft: ToAccount, readers: Readers, message_id: str) -> Letter:
        account = readers.accounts.of(draft.account)
        if draft.while_seen:
            readers.tenures.held_by(draft.account, draft.while_seen)
        looked_up = {**_contracts(draft, readers), **_reading(draft, readers)}
        if draft.resets:
            purpose, state = Purpose.PASSWORD_RESET, account.reset_state
            looked_up |= self._sign(purpose, str(account.id), state, PASSWORD_RESET_LASTS)
        return Letter(
            to=account.email,
            template=draft.kind,
            facts={**draft.facts, **looked_up},
            message_id=message_id,
        )

    def _sign(
        self, purpose: Purpose, subject: str, state: tuple[str, ...], lasts: timedelta
    ) -> Mapping[str, object]:
        token = self.tokens.issue(purpose, subject, state=state)
        return {"token": token, "until": self.clock.now() + lasts}


def _contracts(draft: ToAccount, readers: Readers) -> Mapping[str, object]:
    if draft.payer is None:
        return {}
    tenures = readers.tenures.of_payer(draft.payer)
    for tenure in tenures[:1]:  # staff may have undone the link since: then it is told no more
        readers.tenures.held_by(draft.account, tenure.contract)
    return {"tenures": tenures}


def _reading(draft: ToAccount, readers: Readers) -> Mapping[str, object]:
    if draft.reading is None:
        return {}
    sent = readers.sent_readings.of(draft.reading)
    return {
        "reference": sent.reference,
        "contract": sent.contract,
        "serial": sent.serial,
        "index": sent.reading.index,
        "taken_on": sent.reading.taken_on,
    }
