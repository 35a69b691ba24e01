"""The use cases about contracts."""

from typing import Self

import attrs

from siegvo.application.contracts.link_contract import LinkContract
from siegvo.application.contracts.show_dashboard import ShowDashboard
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Contracts:
    link_contract: LinkContract
    show_dashboard: ShowDashboard

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        return cls(
            link_contract=LinkContract(
                begin=outside.begin,
                look=outside.look,
                clock=outside.clock,
                keyed_hash=outside.keyed_hash,
            ),
            show_dashboard=ShowDashboard(outside.look),
        )
