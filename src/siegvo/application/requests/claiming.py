"""A claim made within the month turns the notice it answers."""

from datetime import date

from siegvo.application.ports.work import Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.metering.leak_notice import Claim
from siegvo.domain.requests.cap_claim import CapClaim
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.request import ServiceRequest


def note_claim(
    work: Work, request: ServiceRequest, content: RequestContent, *, account: AccountId, on: date
) -> None:
    """Note on the notices of the contract what was claimed; a late claim is only a request."""
    if not isinstance(content, CapClaim) or request.contract is None:
        return
    tenure = work.tenures.held_by(account, request.contract)
    claim = Claim(way=content.way, reference=request.reference, on=on)
    for notice in work.leak_notices.of(tenure.contract, tenure.payer):
        if notice.claimed(claim) != notice:
            work.leak_notices.save(notice.claimed(claim))
