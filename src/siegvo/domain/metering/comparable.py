"""What comparable homes draw: the yardstick of a home that has no past."""

from collections.abc import Mapping
from typing import Final

import attrs

from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.plausibility import DailyDraw

Town = tuple[str, str]
"""A postcode and a town: the area of a home."""

ENOUGH_HOMES: Final = 10
"""The mean of fewer homes would tell how one of them lives."""


@attrs.frozen(kw_only=True)
class Homes:
    """So many homes, and what they drew together."""

    count: int
    draw: DailyDraw


@attrs.frozen
class ComparableHomes:
    """Homes of the network, by town.

    The law asks for homes "of comparable size and characteristics" in the same area (CGCT,
    L2224-12-4, III bis); of their size nothing is known, of their town and their use it is.
    """

    by_town: Mapping[Town, Homes]

    def draw_near(self, address: PostalAddress) -> DailyDraw | None:
        """Return the mean of the homes of that town, or of the network where those are too few.

        `None` where those of the whole network are too few.
        """
        there = self.by_town.get((address.postcode, address.town))
        if there is not None and there.count >= ENOUGH_HOMES:
            return there.draw
        everywhere = list(self.by_town.values())
        if sum(each.count for each in everywhere) < ENOUGH_HOMES:
            return None
        return DailyDraw(
            cubic_metres=sum(each.draw.cubic_metres for each in everywhere),
            days=sum(each.draw.days for each in everywhere),
        )
