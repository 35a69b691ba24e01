"""Who stands behind a cookie, and the contract they come to see."""

from typing import Protocol

import attrs

from siegvo.application.readers.contracts import ContractSheet
from siegvo.application.readers.visitors import Visitor
from siegvo.domain.contracts.contract_number import ContractNumber


@attrs.frozen(kw_only=True)
class Arrival:
    """Somebody, and the sheet of the contract they named, if they see it.

    Of those who named none it is the first that runs, by its number.
    """

    visitor: Visitor
    sheet: ContractSheet | None


class Arrivals(Protocol):
    def behind(self, fingerprint: str, *, number: ContractNumber | None) -> Arrival | None:
        """Return who holds this session, be it still alive or not; nothing if there is none."""
