import attrs
import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import PlainKeyedHash
from tests.support.security_keys import know_with_key

KEY, WRONG = SecurityKey("9NUUNTUW"), SecurityKey("QD95ZCZU")
UNKNOWN = ContractNumber("999999999")


@pytest.fixture(autouse=True)
def _imported(world: World) -> None:
    know_with_key(world, a_tenure(until="2025-12-31"), KEY)


class TestALinkRefused:
    @pytest.mark.parametrize(("number", "key"), [(CONTRACT, WRONG), (UNKNOWN, KEY)])
    def test_does_not_tell_an_unknown_contract_from_a_wrong_key(
        self, world: World, contracts: Contracts, number: ContractNumber, key: SecurityKey
    ) -> None:
        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=number, key=key)

        assert world.kept.links.kept == {}
        assert world.kept.events == []

    @pytest.mark.parametrize(("number", "key"), [(CONTRACT, WRONG), (UNKNOWN, KEY)])
    def test_is_as_much_work_either_way(
        self, contracts: Contracts, number: ContractNumber, key: SecurityKey
    ) -> None:
        keyed_hash = CountingKeyedHash()
        link_contract = attrs.evolve(contracts.link_contract, keyed_hash=keyed_hash)

        with pytest.raises(LinkRefused):
            link_contract(account=ALICE, number=number, key=key)

        assert keyed_hash.compared == 1

    def test_is_written_down(self, world: World, contracts: Contracts) -> None:
        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=CONTRACT, key=WRONG, origin="1.2.3.4")

        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.actor, entry.subject, entry.origin) == (
            Gesture.LINK_FAILED,
            Actor.subscriber(ALICE),
            str(CONTRACT),
            "1.2.3.4",
        )
        assert WRONG.text not in repr(world.kept)


class TestAContractTakenOver:
    NEW_KEY = SecurityKey("6XRKFR9J")

    def test_is_opened_by_each_payer_for_their_own_days(
        self, world: World, contracts: Contracts
    ) -> None:
        know_with_key(world, a_tenure(payer="R0077", since="2026-01-01"), self.NEW_KEY)

        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)
        contracts.link_contract(account=BOB, number=CONTRACT, key=self.NEW_KEY)

        old = contracts.show_dashboard(holder=ALICE, contract=CONTRACT)
        new = contracts.show_dashboard(holder=BOB, contract=CONTRACT)
        assert (old.tenure.payer.text, str(old.tenure.days.last)) == ("R0042", "2025-12-31")
        assert (new.tenure.payer.text, str(new.tenure.days.first)) == ("R0077", "2026-01-01")

    def test_is_opened_by_no_key_that_both_payers_share(
        self, world: World, contracts: Contracts
    ) -> None:
        know_with_key(world, a_tenure(payer="R0077", since="2026-01-01"), KEY)

        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

    def test_stays_open_to_a_payer_who_comes_back(self, world: World, contracts: Contracts) -> None:
        know_with_key(world, a_tenure(since="2026-06-01"), KEY)

        linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert [each.ended_on for each in linked.contracts] == [None]


class TestShowDashboard:
    def test_knows_nothing_of_other_peoples_contracts(self, contracts: Contracts) -> None:
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        with pytest.raises(ContractNotFound):
            contracts.show_dashboard(holder=BOB, contract=CONTRACT)


@attrs.define
class CountingKeyedHash(PlainKeyedHash):
    compared: int = 0

    def is_current(self, stored: str) -> bool:
        return bool(stored)

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        self.compared += 1
        return PlainKeyedHash.matches(self, stored, purpose, *parts)
