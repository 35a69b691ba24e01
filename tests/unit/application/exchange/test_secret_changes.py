"""The secret behind the hashes of security keys changes, and the old one is then forgotten."""

from collections.abc import Callable

import attrs
import pytest

from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.application.contracts.bundle import Contracts
from siegvo.application.exchange.bundle import Exchange
from siegvo.application.ports.feeds import ContractFeed
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

OLD, NEW = "un secret de trente-deux caractères, l’ancien", "un secret de trente-deux, le nouveau"
KEY = SecurityKey("9NUUNTUW")
CLERK = Actor.staff("paul")


@attrs.frozen
class Portal:
    exchange: Exchange
    contracts: Contracts


Open = Callable[..., Portal]


@pytest.fixture
def open_with(world: World, surroundings: Surroundings) -> Open:
    """Open the same database with the secrets given, the newest first."""

    def open_with(*secrets: str) -> Portal:
        keyed_hash = HmacKeyedHash(KeyRing.derived(secrets, Use.KEYED_HASHES))
        outside = attrs.evolve(surroundings.around(world), keyed_hash=keyed_hash)
        return Portal(Exchange.on(outside), Contracts.on(outside))

    return open_with


@pytest.fixture(autouse=True)
def _imported(world: World, open_with: Open) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
    open_with(OLD).exchange.import_contracts(_file())


def _file() -> ContractFeed:
    return contract_feed([contract_row(a_tenure(), key=KEY.text)])


def _hashes(world: World) -> set[str]:
    return {lock.key_hash.partition("$")[0] for lock in world.kept.tenures.locks.values()}


class TestAKeyWhoseFileComesAgain:
    def test_is_hashed_under_the_new_secret(self, world: World, open_with: Open) -> None:
        before = _hashes(world)

        report = open_with(NEW, OLD).exchange.import_contracts(_file())

        assert (report.updated, report.unchanged) == (1, 0)
        assert not _hashes(world) & before

    def test_opens_once_the_old_secret_is_forgotten(self, open_with: Open) -> None:
        open_with(NEW, OLD).exchange.import_contracts(_file())

        linked = open_with(NEW).contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert linked.contracts

    def test_is_hashed_once(self, open_with: Open) -> None:
        portal = open_with(NEW, OLD)
        portal.exchange.import_contracts(_file())

        assert portal.exchange.import_contracts(_file()).unchanged == 1

    def test_opens_nothing_when_the_old_secret_went_too_soon(self, open_with: Open) -> None:
        contracts = open_with(NEW).contracts

        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)


class TestARetiredKeyWhoseFileComesAgain:
    def test_stays_retired_once_the_old_secret_is_forgotten(self, open_with: Open) -> None:
        open_with(OLD).contracts.renew_key(CONTRACT, actor=CLERK)
        open_with(NEW, OLD).exchange.import_contracts(_file())

        portal = open_with(NEW)
        assert portal.exchange.import_contracts(_file()).unchanged == 1

        with pytest.raises(LinkRefused):
            portal.contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)
