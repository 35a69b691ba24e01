"""One payment at a time: when to go on with the one that is open, when to begin another."""

from collections.abc import Iterable
from datetime import datetime

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payable import PaymentUnderWay
from siegvo.domain.policy import PAYMENTS_APART


def may_be_resumed(attempt: OnlinePayment, *, by: AccountId, now: datetime) -> bool:
    """Say whether its author may still pay there, or is about to be told where."""
    if not attempt.state.is_open or attempt.account != by:
        return False
    return attempt.page_at(now) is not None or not (attempt.was_opened or attempt.is_stuck(now))


def is_given_up(attempt: OnlinePayment, *, now: datetime) -> bool:
    """Say whether another may take its place.

    It has no page and will have none; or its page has closed, and PayFiP's twenty minutes
    between two payments of one invoice are over.
    """
    return attempt.is_stuck(now) or (
        attempt.was_opened and now - attempt.opened_at >= PAYMENTS_APART
    )


def find_open(
    attempts: Iterable[OnlinePayment], *, by: AccountId, now: datetime
) -> OnlinePayment | None:
    """Return the open attempt of an invoice: to go on with, or given up; nothing if none is.

    Raises:
        PaymentUnderWay: it is somebody else's, or its fate is not known yet.
    """
    found = next((each for each in attempts if each.state.is_open), None)
    if found is None or may_be_resumed(found, by=by, now=now) or is_given_up(found, now=now):
        return found
    raise PaymentUnderWay(number=found.invoice)
