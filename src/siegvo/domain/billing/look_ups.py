"""When the treasury is asked what became of a payment."""

from datetime import datetime

from siegvo.domain.policy import (
    PAYMENT_LOOK_EVERY,
    PAYMENT_LOOK_LATER_EVERY,
    PAYMENT_LOOKED_FOR,
    PAYMENT_LOOKS_LATER_AFTER,
    PAYMENT_LOOKS_SOON,
)


def first_look_at(opened_at: datetime) -> datetime:
    return opened_at + PAYMENT_LOOKS_SOON[0]


def next_look_at(opened_at: datetime, *, now: datetime, is_told: bool) -> datetime | None:
    """Return when to ask again; nothing after a week.

    Soon, then every five minutes for a day, then every hour.  What the treasury has told the
    end of (`is_told`), it may only tell otherwise: every hour will do.
    """
    age = now - opened_at
    if is_told:
        due = now + PAYMENT_LOOK_LATER_EVERY
    elif soon := [each for each in PAYMENT_LOOKS_SOON if each > age]:
        due = opened_at + soon[0]
    elif age < PAYMENT_LOOKS_LATER_AFTER:
        due = now + PAYMENT_LOOK_EVERY
    else:
        due = now + PAYMENT_LOOK_LATER_EVERY
    return due if due - opened_at <= PAYMENT_LOOKED_FOR else None
