"""Tell what happened, one event at a time, at least once."""

import attrs

from siegvo.application.notifications.compose import Compose
from siegvo.application.notifications.delivery import Delivery, Outcome
from siegvo.application.notifications.letters import letters_for
from siegvo.application.paper_again import note_bounce
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.mailer import Mailer, MailRefused
from siegvo.application.ports.unavailable import MailServerUnavailable, Unavailable
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.outbox import Claimed
from siegvo.domain.billing.events import InvoiceAvailable
from siegvo.domain.policy import MAIL_CLAIMED_FOR, MAIL_WAITS


@attrs.frozen
class DeliverMail:
    """Take the oldest event that is due, and send the letters it calls for.

    Several workers may call it at once.  Whoever dies between the mail server's yes and
    the note of it makes the letter leave twice, under one `message_id`.
    """

    begin: Begin
    clock: Clock
    new_id: NewId
    compose: Compose
    mailer: Mailer | None

    @property
    def has_mailer(self) -> bool:
        """Whether letters may leave at all."""
        return self.mailer is not None

    def __call__(self) -> Delivery | None:
        """Return what was done; nothing if nothing is due, or if there is no mailer.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        if self.mailer is None:
            return None
        owner, now = str(self.new_id()), self.clock.now()
        with self.begin() as work:
            claimed = work.outbox.claim(owner=owner, now=now, until=now + MAIL_CLAIMED_FOR)
        if claimed is None:
            return None
        delivery = self._tell(claimed, self.mailer)
        self._note(claimed, delivery, owner=owner)
        return delivery

    def _tell(self, claimed: Claimed, mailer: Mailer) -> Delivery:
        event, last_try = type(claimed.event).__name__, len(MAIL_WAITS) + 1
        if claimed.tries > last_try:
            return Delivery(event=event, outcome=Outcome.GIVEN_UP, why="interrupted each time")
        try:
            letters = self._send(claimed, mailer)
        except MailServerUnavailable as absence:
            outcome = Outcome.PUT_OFF if claimed.tries < last_try else Outcome.GIVEN_UP
            return Delivery(event=event, outcome=outcome, why=str(absence))
        except MailRefused as refusal:
            return Delivery(
                event=event, outcome=Outcome.GIVEN_UP, why=str(refusal), is_refused=True
            )
        except Unavailable:
            raise
        except Exception as fault:  # noqa: BLE001 (a letter nobody can write must not hold up the rest)
            # Its words may quote the letter, its name cannot.
            return Delivery(event=event, outcome=Outcome.GIVEN_UP, why=type(fault).__name__)
        return Delivery(event=event, outcome=Outcome.TOLD, letters=letters)

    def _send(self, claimed: Claimed, mailer: Mailer) -> int:
        sent = 0
        for rank, draft in enumerate(letters_for(claimed.event), start=1):
            letter = self.compose(draft, message_id=_message_id(claimed, rank))
            if letter is not None:
                mailer.send(letter)
                sent += 1
        return sent

    def _note(self, claimed: Claimed, delivery: Delivery, *, owner: str) -> None:
        now = self.clock.now()
        with self.begin() as work:
            match delivery.outcome:
                case Outcome.TOLD:
                    work.outbox.told(claimed, owner=owner, at=now)
                case Outcome.PUT_OFF:
                    until = now + MAIL_WAITS[claimed.tries - 1]
                    work.outbox.put_off(claimed, owner=owner, until=until, why=delivery.why)
                case Outcome.GIVEN_UP:
                    work.outbox.give_up(claimed, owner=owner, at=now, why=delivery.why)
                    if delivery.is_refused and isinstance(claimed.event, InvoiceAvailable):
                        note_bounce(work, claimed.event, at=now)


def _message_id(claimed: Claimed, rank: int) -> str:
    return f"{claimed.event.at:%Y%m%dT%H%M%S%f}.{claimed.id}.{rank}"
