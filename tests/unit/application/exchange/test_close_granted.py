import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.events import RequestClosed
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.builders.requests import a_request
from tests.support.builders.threads import TERMINATION
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World

FIRST = RequestReference(2026, 1)


@pytest.fixture(autouse=True)
def _asked(world: World) -> None:
    """Alice asked that her contract end."""
    world.know(a_tenure())
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))
        work.requests.add(a_request(1, kind=RequestKind.TERMINATION))
        work.threads.open(FIRST, TERMINATION)


def receive(exchange: Exchange, tenure: Tenure, *, dry_run: bool = False) -> int:
    feed = contract_feed([contract_row(tenure)])
    return exchange.import_contracts(feed, dry_run=dry_run, actor=Actor.staff("nuit")).closed


class TestATermination:
    def test_is_done_once_the_contract_has_ended(self, world: World, exchange: Exchange) -> None:
        assert receive(exchange, a_tenure(until="2026-12-31")) == 1

        assert world.kept.requests.of(FIRST).state is RequestState.DONE
        assert world.kept.events == [
            RequestClosed(at=NOON, reference=str(FIRST), account=str(ALICE), kind="termination")
        ]
        (entry,) = world.kept.audit.entries
        assert entry.subject.endswith("1 closed")

    def test_is_done_once_somebody_else_has_the_contract(
        self, world: World, exchange: Exchange
    ) -> None:
        assert receive(exchange, a_tenure(payer="R77", since="2026-11-20")) == 1

        assert world.kept.requests.of(FIRST).state is RequestState.DONE

    def test_waits_as_long_as_it_runs(self, world: World, exchange: Exchange) -> None:
        changed = attrs.evolve(a_tenure(), has_e_invoice=True)

        assert receive(exchange, changed) == 0
        assert receive(exchange, a_tenure(until="2026-12-31"), dry_run=True) == 0
        assert world.kept.requests.of(FIRST).state is RequestState.REGISTERED

    def test_is_left_alone_once_it_was_cancelled(self, world: World, exchange: Exchange) -> None:
        with world.begin() as work:
            work.requests.save(work.requests.of(FIRST).cancelled(at=NOON))

        assert receive(exchange, a_tenure(until="2026-12-31")) == 0

    def test_of_somebody_who_left_is_left_to_staff(self, world: World, exchange: Exchange) -> None:
        with world.begin() as work:
            work.requests.disown(ALICE)

        assert receive(exchange, a_tenure(until="2026-12-31")) == 0
