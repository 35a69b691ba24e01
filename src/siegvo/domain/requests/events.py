"""What the rest of the portal may learn from service requests."""

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class LinkAsked(Event):
    """A link waits for staff: somebody proved they hold an invoice, and that is not enough."""

    reference: str
    account: str
    contract: str


@attrs.frozen(kw_only=True)
class LinkTurnedDown(Event):
    """Staff refused a link that waited for them, or what an account said against another."""

    reference: str
    account: str
    reason: str
    is_dispute: bool
