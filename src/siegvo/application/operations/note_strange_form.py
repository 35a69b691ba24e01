"""A form came with something no page of ours asks for."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import Limit, TooManyAttempts
from siegvo.domain.policy import STRANGE_FORMS_NOTED

_LONGEST = 40
_PLAIN = frozenset("-_.")


@attrs.frozen
class NoteStrangeForm:
    """Write down who sent a field that its form does not have; the form itself was refused.

    Strangers are refused alike and not written down, nor are accounts beyond so many a day:
    the trail is kept for years, and nobody is to fill it, or to drown in it what matters.
    """

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self, account: AccountId, *, form: str, field: str, origin: str = "") -> None:
        """Note the route of the `form` and the name of the `field`, never what it held."""
        now = self.clock.now()
        throttle = self._throttle(account)
        with self.begin() as work:
            try:
                throttle.hold(work.attempts, now=now)
            except TooManyAttempts:
                return
            throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account),
                    gesture=Gesture.FORM_REFUSED,
                    subject=f"{form} {_plain(field)}",
                    origin=origin,
                )
            )

    def _throttle(self, account: AccountId) -> Throttle:
        key = self.keyed_hash.of("attempt", "strange form", str(account))
        return Throttle((Counter(key=key, brakes=(Limit(*STRANGE_FORMS_NOTED),)),))


def _plain(name: str) -> str:
    """Return the beginning of a name somebody made up, with nothing in it that is not a name."""
    return "".join(
        sign if (sign.isascii() and sign.isalnum()) or sign in _PLAIN else "?"
        for sign in name[:_LONGEST]
    )
