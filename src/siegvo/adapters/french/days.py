"""Days, as people, browsers and billing systems write them."""

import re
from contextlib import suppress
from datetime import date

import attrs

from siegvo.domain.errors import Invalid

_FRENCH = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


@attrs.frozen
class InvalidDay(Invalid):
    given: str


def parse_day(text: str) -> date:
    """Read `30/06/2025`, or the `2025-06-30` that browsers send.

    Raises:
        InvalidDay: there is no such day.
    """
    typed = text.strip()
    found = _FRENCH.fullmatch(typed) or _ISO.fullmatch(typed)
    if found:
        with suppress(ValueError):
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    raise InvalidDay(text)
