"""When what a subscriber sent has arrived in the books of the billing system."""

from datetime import timedelta
from typing import Final

from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import SentReading

NEAR: Final = timedelta(days=3)
"""A clerk may have entered the day of the letter instead of the day of the reading."""


def is_shown_by(sent: SentReading, reading: Reading) -> bool:
    """Say whether `reading`, of the same meter, answers what was sent.

    Of the same day, whoever made it: the billing system knows better by then.  While
    staff have not accepted it, only the very same index.  Of a day nearby, the very same
    index from a subscriber.  An estimate answers nothing.
    """
    if not reading.source.is_actual:
        return False
    is_same_index = reading.index == sent.reading.index
    if reading.taken_on == sent.reading.taken_on:
        return is_same_index or sent.is_accepted
    is_near = abs(reading.taken_on - sent.reading.taken_on) <= NEAR
    return is_same_index and is_near and reading.source is ReadingSource.SUBSCRIBER
