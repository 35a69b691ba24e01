"""How often somebody may write to the service."""

from typing import Final

from siegvo.domain import policy
from siegvo.domain.kernel.throttle import Brakes, Limit

REQUESTS_OF_ACCOUNT: Final[Brakes] = (Limit(*policy.REQUESTS_OF_ACCOUNT),)
REPLIES_OF_ACCOUNT: Final[Brakes] = (Limit(*policy.REPLIES_OF_ACCOUNT),)
CONTACTS_FROM_PLACE: Final[Brakes] = tuple(
    Limit(*figures) for figures in policy.CONTACTS_FROM_PLACE
)
CONTACTS_OF_MAILBOX: Final[Brakes] = tuple(
    Limit(*figures) for figures in policy.CONTACTS_OF_MAILBOX
)
