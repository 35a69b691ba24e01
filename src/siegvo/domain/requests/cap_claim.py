"""What a payer sends after a notice of abnormal consumption: one of two ways."""

from datetime import date
from enum import StrEnum

import attrs
from attrs.validators import optional

from siegvo.domain import policy
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Invalid
from siegvo.domain.requests.asked import Asked, answers
from siegvo.domain.requests.days import check_past
from siegvo.domain.requests.telephone import Telephone


class CapWay(StrEnum):
    """A plumber's certificate, or a test of the meter (CGCT, L2224-12-4, III bis)."""

    CERTIFICATE = "certificate"
    METER_TEST = "meter_test"


class ClaimWithoutContract(Invalid):
    """A bill is capped for a contract."""


class RepairNotTold(Invalid):
    """The law wants the place of the leak and the date of its repair (CGCT, R2224-20-1)."""


class CertificateMissing(Invalid):
    """Without the plumber's certificate, no bill is capped."""


@attrs.frozen(kw_only=True)
class CapClaim:
    """A bill to be capped: by a certificate of the repair, or by a test of the meter.

    `leak_place` and `repaired_on` (a day in Paris) are what the certificate says.
    """

    way: CapWay
    leak_place: str | None = attrs.field(
        default=None, validator=optional(answers(Asked.LEAK_PLACE))
    )
    repaired_on: date | None = None
    telephone: Telephone | None = None

    def check(self, *, contract: ContractNumber | None, today: date) -> None:
        """Let pass what may be claimed today.

        Raises:
            ClaimWithoutContract: whose bill?
            RepairNotTold: a certificate without the place of the leak, or the day of repair.
            DayNotPassedYet, DayTooLongAgo: about that day.
        """
        if contract is None:
            raise ClaimWithoutContract
        if self.way is CapWay.METER_TEST:
            return
        if self.leak_place is None or self.repaired_on is None:
            raise RepairNotTold
        check_past(self.repaired_on, today=today, within=policy.LEAK_BACK)

    def check_certificate(self, *, is_attached: bool) -> None:
        """Let pass a claim that needs no certificate, or has it.

        Raises:
            CertificateMissing: it is not attached.
        """
        if self.way is CapWay.CERTIFICATE and not is_attached:
            raise CertificateMissing
