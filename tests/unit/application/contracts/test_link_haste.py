from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import PlainKeyedHash, Surroundings
from tests.support.security_keys import know_with_key

KEY, WRONG = SecurityKey("9NUUNTUW"), SecurityKey("QD95ZCZU")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ACCOUNTS = [AccountId(UUID(int=number)) for number in range(1, 31)]


@pytest.fixture(autouse=True)
def _imported(world: World) -> None:
    know_with_key(world, a_tenure(), KEY)


def tries(
    contracts: Contracts,
    *,
    by: AccountId = ALICE,
    number: ContractNumber = CONTRACT,
    origin: str = "",
) -> bool:
    """Try a wrong key, and say whether it was compared."""
    try:
        contracts.link_contract(account=by, number=number, key=WRONG, origin=origin)
    except TooManyAttempts:
        return False
    except LinkRefused:
        return True
    return pytest.fail("a wrong key opened something")


class TestTryingKeys:
    def test_is_five_times_an_hour_for_an_account(self, contracts: Contracts) -> None:
        compared = [tries(contracts, number=ContractNumber(f"90000000{n}")) for n in range(9)]

        assert sum(compared) == 5
        with pytest.raises(TooManyAttempts) as refusal:
            contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)
        assert refusal.value.until == NOON + HOUR

    def test_is_ten_times_a_day_for_an_account(
        self, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        compared = 0
        for number in range(24 * 6):
            compared += tries(contracts, number=ContractNumber(f"90000{number:04}"))
            surroundings.clock.advance(timedelta(minutes=10))

        assert compared == 10

    def test_is_twenty_times_an_hour_from_one_place(self, contracts: Contracts) -> None:
        numbers = [ContractNumber(f"9000000{rank:02}") for rank in range(len(ACCOUNTS))]

        compared = [
            tries(contracts, by=account, number=number, origin="1.2.3.4")
            for account, number in zip(ACCOUNTS, numbers, strict=True)
        ]

        assert sum(compared) == 20

    def test_once_an_account_is_stopped_no_longer_counts_against_the_contract(
        self, contracts: Contracts
    ) -> None:
        for rank in range(4):
            assert tries(contracts, number=ContractNumber(f"90000000{rank}"))
        for _ in range(50):
            tries(contracts)

        assert tries(contracts, by=BOB)

    def test_is_not_started_again_by_a_success(self, contracts: Contracts) -> None:
        for _ in range(4):
            tries(contracts)
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert tries(contracts)
        assert not tries(contracts)

    def test_costs_nothing_when_the_key_is_right(
        self, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        for _ in range(30):
            contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY, origin="1.2.3.4")

        surroundings.clock.advance(HOUR)
        assert tries(contracts, origin="1.2.3.4")

    def test_compares_nothing_once_it_is_too_often(self, contracts: Contracts) -> None:
        for _ in range(5):
            tries(contracts)
        comparing = Comparing(meanwhile=lambda: pytest.fail("a key was compared"))
        link_contract = attrs.evolve(contracts.link_contract, keyed_hash=comparing)

        with pytest.raises(TooManyAttempts):
            link_contract(account=ALICE, number=CONTRACT, key=KEY)

    def test_all_at_once_is_noticed(self, world: World, contracts: Contracts) -> None:
        def meanwhile() -> None:
            for _ in range(5):
                tries(contracts)

        comparing = Comparing(meanwhile=meanwhile)
        link_contract = attrs.evolve(contracts.link_contract, keyed_hash=comparing)
        with pytest.raises(TooManyAttempts):
            link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert world.kept.links.kept == {}


@attrs.frozen
class Comparing(PlainKeyedHash):
    """Something happens while a key is compared."""

    meanwhile: Callable[[], None]

    def is_current(self, stored: str) -> bool:
        return bool(stored)

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        self.meanwhile()
        return PlainKeyedHash.matches(self, stored, purpose, *parts)
