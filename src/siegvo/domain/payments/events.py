"""What the rest of the portal may learn from payment modes; each is told to one account."""

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class PaymentChangeAsked(Event):
    """Told to who asked: their mailbox must confirm it."""

    reference: str
    account: str


@attrs.frozen(kw_only=True)
class PaymentChangeNoticed(Event):
    """Told to another account that sees the contract: it may object."""

    reference: str
    account: str


@attrs.frozen(kw_only=True)
class PaymentChangeConfirmed(Event):
    """It was confirmed, and waits; whoever did not ask may object."""

    reference: str
    account: str


@attrs.frozen(kw_only=True)
class PaymentChangeApplied(Event):
    """The billing system has it."""

    reference: str
    account: str


@attrs.frozen(kw_only=True)
class PaymentChangeCancelled(Event):
    """Somebody took it back, or nobody confirmed it in time (`has_lapsed`)."""

    reference: str
    account: str
    has_lapsed: bool


@attrs.frozen(kw_only=True)
class MandateRevoked(Event):
    """A mandate was taken back: nothing more is debited, but for what left before."""

    reference: str
    account: str


@attrs.frozen(kw_only=True)
class MandateLapsed(Event):
    """Nothing was debited under a mandate for 36 months: it ended."""

    contract: str
    mandate: str
    account: str


@attrs.frozen(kw_only=True)
class PaymentChangeRefused(Event):
    """Staff refused it, and said why."""

    reference: str
    account: str
    reason: str
