"""PayFiP's client and its simulator without a network between them: as true, and quicker."""

import attrs

from siegvo.adapters.treasury.breaker import Breaker
from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT, CLIENTS
from siegvo.entrypoints.simulator.operations import Operations
from siegvo.entrypoints.simulator.service import Service
from tests.support.outside import StoppedClock


@attrs.frozen(kw_only=True)
class Simulated:
    """The treasury to give to a portal, and the operations that a test may end or clear."""

    treasury: PayFip
    operations: Operations

    @classmethod
    def by(cls, clock: StoppedClock) -> "Simulated":
        """Simulate the treasury; nobody is notified of anything."""
        operations = Operations(clock=clock)
        service = Service(operations=operations, clients=CLIENTS)
        treasury = PayFip(
            url="https://payfip.exemple.fr",
            client=CLIENT,
            mode="T",
            post=lambda content: service.answer(content)[0],
            breaker=Breaker(clock=clock),
        )
        return cls(treasury=treasury, operations=operations)
