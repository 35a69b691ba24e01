"""How often the key of a contract may be tried, or the code of a paper, by what is counted."""

from typing import Final

from siegvo.domain import policy
from siegvo.domain.kernel.throttle import Brakes, Limit

LINKS_OF_ACCOUNT: Final[Brakes] = tuple(Limit(*figures) for figures in policy.LINKS_OF_ACCOUNT)
LINKS_OF_CONTRACT: Final[Brakes] = tuple(Limit(*figures) for figures in policy.LINKS_OF_CONTRACT)
LINKS_FROM_PLACE: Final[Brakes] = (Limit(*policy.LINKS_FROM_PLACE),)
LINKS_EVERYWHERE: Final[Brakes] = (Limit(*policy.LINKS_EVERYWHERE),)
ATTESTATION_CHECKS_FROM_PLACE: Final[Brakes] = (Limit(*policy.ATTESTATION_CHECKS_FROM_PLACE),)
