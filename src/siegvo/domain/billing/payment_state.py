"""How far a payment on line has come."""

from enum import StrEnum


class PaymentState(StrEnum):
    """Only what the treasury answers moves it on; the payer's return does not."""

    OPENING = "opening"
    """The treasury is being asked for a page to pay at."""
    OPEN = "open"
    """The payer was sent to that page; nobody knows yet what became of it."""
    PAID = "paid"
    REFUSED = "refused"
    ABANDONED = "abandoned"
    EXPIRED = "expired"
    """Its time has run out.  The treasury may still say that it was paid."""

    @property
    def is_open(self) -> bool:
        return self in {PaymentState.OPENING, PaymentState.OPEN}
