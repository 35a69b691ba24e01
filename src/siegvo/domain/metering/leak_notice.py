"""A payer is told of an abnormal consumption, and has a month to have the bill capped."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

import attrs

from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.months import months_after
from siegvo.domain.metering.leak import AbnormalConsumption
from siegvo.domain.policy import LEAK_CLAIM_MONTHS, LEAK_NOTICE_SHOWN
from siegvo.domain.requests.cap_claim import CapWay
from siegvo.domain.requests.reference import RequestReference


class NoticeState(StrEnum):
    """How far a notice has come; `TO_POST` when nobody could be told by mail."""

    TO_POST = "to_post"
    TOLD = "told"
    CERTIFICATE_RECEIVED = "certificate_received"
    METER_TEST_ASKED = "meter_test_asked"
    EXPIRED = "expired"


@attrs.frozen(kw_only=True)
class Claim:
    """Which of the two ways the payer took, by which request, on which day."""

    way: CapWay
    reference: RequestReference
    on: date


_STATES = {
    CapWay.CERTIFICATE: NoticeState.CERTIFICATE_RECEIVED,
    CapWay.METER_TEST: NoticeState.METER_TEST_ASKED,
}


@attrs.frozen(kw_only=True)
class LeakNotice:
    """What was found, and when the payer was told: `by_mail`, or else by staff on paper.

    Told once: the law gives one delay for one reading.
    """

    payer: PayerCode
    found: AbnormalConsumption
    told_at: datetime
    told_on: date
    by_mail: bool
    claim: Claim | None = None

    @property
    def claim_by(self) -> date | None:
        """The last day of the delay: the same day a month later (CGCT, L2224-12-4, III bis).

        It runs from the notice.  On paper it runs from the letter, whose day only staff know.
        """
        return months_after(self.told_on, LEAK_CLAIM_MONTHS) if self.by_mail else None

    def state_on(self, day: date) -> NoticeState:
        """Say how far it has come on `day`."""
        if self.claim is not None:
            return _STATES[self.claim.way]
        if self.claim_by is None:
            return NoticeState.TO_POST
        return NoticeState.TOLD if day <= self.claim_by else NoticeState.EXPIRED

    def is_shown_on(self, day: date) -> bool:
        """Say whether it is still news to the payer."""
        return day <= self.told_on + LEAK_NOTICE_SHOWN

    def claimed(self, claim: Claim) -> Self:
        """Return it with a claim made in time; as it is, if that one came too late.

        A certificate may follow a meter test; a meter test takes no certificate back.
        """
        is_late = self.claim_by is not None and claim.on > self.claim_by
        is_settled = self.claim is not None and self.claim.way is CapWay.CERTIFICATE
        if is_late or is_settled:
            return self
        return attrs.evolve(self, claim=claim)
