"""A stretch of days, first and last included."""

from datetime import date

import attrs


@attrs.frozen
class DayRange:
    """From `first` to `last`, both included; without a `last`, it still runs."""

    first: date
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            message = f"{self.last} is before {self.first}"
            raise ValueError(message)

    def holds(self, day: date) -> bool:
        """Say whether `day` lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)
