"""The use cases about running the portal."""

from typing import Self

import attrs

from siegvo.application.operations.check_database import CheckDatabase
from siegvo.application.operations.forget_old import ForgetOld
from siegvo.application.operations.show_counts import ShowCounts
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Operations:
    check_database: CheckDatabase
    forget_old: ForgetOld
    show_counts: ShowCounts

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        return cls(
            check_database=CheckDatabase(outside.look),
            forget_old=ForgetOld(outside.begin, outside.clock),
            show_counts=ShowCounts(outside.look),
        )
