"""Asking a subscriber to look again."""

import attrs

from siegvo.domain.errors import Refused
from siegvo.domain.metering.meter_index import MeterIndex


@attrs.frozen(kw_only=True)
class ReadingToConfirm(Refused):
    """So much water that the subscriber is asked to look again before it is sent.

    Volumes are whole cubic metres: `drawn` in `days`, against the `usual` if it is known.
    """

    index: MeterIndex
    drawn: int
    days: int
    usual: int | None
