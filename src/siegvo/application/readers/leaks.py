"""What may be abnormal, and what staff see of what was."""

from datetime import date
from typing import Protocol

import attrs

from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.comparable import ComparableHomes
from siegvo.domain.metering.leak_notice import LeakNotice


@attrs.frozen(kw_only=True)
class Suspect:
    """A meter that may have turned too much in its payer's days: worth an exact look."""

    serial: str
    tenure: Tenure


@attrs.frozen(kw_only=True)
class LeakLine:
    """A notice, and to whom it would be posted: the payer, at their own address."""

    notice: LeakNotice
    payer_name: str
    address: PostalAddress


class LeakLists(Protocol):
    def suspects(self, *, since: date) -> tuple[Suspect, ...]:
        """Return every meter of a home that may have turned too much, read `since` that day.

        Some too many, none too few: what was told already is left out, and what clearly is
        no more than usual.  Readings that subscribers sent count once they are accepted.
        """

    def comparable_homes(self) -> ComparableHomes:
        """Return what homes drew over their last three years, by town."""

    def told(self, *, since: date) -> tuple[LeakLine, ...]:
        """Return what was found since that day, the oldest first."""
