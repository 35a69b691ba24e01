"""What becomes of changes of payment mode, as events."""

from typing import Final

from siegvo.domain.payments.events import (
    MandateLapsed,
    MandateRevoked,
    PaymentChangeApplied,
    PaymentChangeAsked,
    PaymentChangeCancelled,
    PaymentChangeConfirmed,
    PaymentChangeNoticed,
    PaymentChangeRefused,
)
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT

_REFERENCE: Final = "D-2026-000001"
_ALICE: Final = str(ALICE)


def asked() -> PaymentChangeAsked:
    return PaymentChangeAsked(at=NOON, reference=_REFERENCE, account=_ALICE)


def noticed() -> PaymentChangeNoticed:
    return PaymentChangeNoticed(at=NOON, reference=_REFERENCE, account=_ALICE)


def confirmed() -> PaymentChangeConfirmed:
    return PaymentChangeConfirmed(at=NOON, reference=_REFERENCE, account=_ALICE)


def applied() -> PaymentChangeApplied:
    return PaymentChangeApplied(at=NOON, reference=_REFERENCE, account=_ALICE)


def cancelled() -> PaymentChangeCancelled:
    return PaymentChangeCancelled(at=NOON, reference=_REFERENCE, account=_ALICE, has_lapsed=False)


def refused() -> PaymentChangeRefused:
    return PaymentChangeRefused(at=NOON, reference=_REFERENCE, account=_ALICE, reason="Non.")


def revoked() -> MandateRevoked:
    return MandateRevoked(at=NOON, reference=_REFERENCE, account=_ALICE)


def mandate_lapsed() -> MandateLapsed:
    mandate = f"{CONTRACT}-20231120-00000001"
    return MandateLapsed(at=NOON, contract=str(CONTRACT), mandate=mandate, account=_ALICE)
