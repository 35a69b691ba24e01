"""What the rest of the portal may learn from contracts."""

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class ContractLinked(Event):
    """An account proved it may see the contracts of a payer."""

    account: str
    payer: str
    contract: str


@attrs.frozen(kw_only=True)
class PayerLinkedElsewhere(Event):
    """Told to an account already linked: somebody else now sees the same contracts."""

    account: str
    payer: str


@attrs.frozen(kw_only=True)
class PayerUnlinked(Event):
    """Staff took from an account what it saw of a payer."""

    account: str
    payer: str
    contract: str
