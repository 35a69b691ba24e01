"""How often somebody may ask for another payment mode."""

from typing import Final

from siegvo.domain import policy
from siegvo.domain.kernel.throttle import Brakes, Limit

CHANGES_OF_ACCOUNT: Final[Brakes] = (Limit(*policy.PAYMENT_CHANGES_OF_ACCOUNT),)
