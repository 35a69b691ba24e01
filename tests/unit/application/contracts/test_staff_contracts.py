import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.contracts.staff_contracts import NoSuchContract
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.security_keys import know_with_key

OLD = SecurityKey("9NUUNTUW")
CLERK = Actor.staff("paul")


@pytest.fixture(autouse=True)
def _imported(world: World) -> None:
    know_with_key(world, a_tenure(payer="BEFORE", since="2010-01-01", until="2019-12-31"), OLD)
    know_with_key(world, a_tenure(), OLD, bits=30)


class TestShowContract:
    def test_tells_its_payers_and_who_is_linked(self, world: World, contracts: Contracts) -> None:
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        record = contracts.show_contract(CONTRACT)

        before, now = record.tenures
        assert (before.payer.text, str(before.until)) == ("BEFORE", "2019-12-31")
        assert (now.payer, now.accounts) == (MARCHAL, (an_account(ALICE).email,))
        assert (before.key_bits, now.key_bits, now.was_renewed) == (40, 30, False)

    def test_needs_a_contract(self, contracts: Contracts) -> None:
        with pytest.raises(NoSuchContract):
            contracts.show_contract(ContractNumber("9999"))


class TestANewKey:
    def test_opens_and_the_old_one_no_more(self, contracts: Contracts) -> None:
        new = contracts.renew_key(CONTRACT, actor=CLERK)

        linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=new)
        assert (linked.awaits, len(linked.contracts)) == (None, 1)
        assert contracts.show_contract(CONTRACT).tenures[-1].was_renewed

    def test_leaves_the_predecessor_their_own(self, contracts: Contracts) -> None:
        contracts.renew_key(CONTRACT, actor=CLERK)

        linked = contracts.link_contract(account=BOB, number=CONTRACT, key=OLD)

        assert [str(each.ended_on) for each in linked.contracts] == ["2019-12-31"]

    def test_closes_every_tenure_of_the_payer(self, world: World, contracts: Contracts) -> None:
        number = "200000001"
        know_with_key(world, a_tenure(number, since="2010-01-01", until="2012-12-31"), OLD)
        know_with_key(world, a_tenure(number), OLD)
        contracts.renew_key(ContractNumber(number), actor=CLERK)

        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=ContractNumber(number), key=OLD)

    def test_is_written_down_without_itself(self, world: World, contracts: Contracts) -> None:
        new = contracts.renew_key(CONTRACT, actor=CLERK)

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.actor, entry.subject) == (
            Gesture.KEY_RENEWED,
            CLERK,
            f"{CONTRACT} {MARCHAL}",
        )
        assert new.text not in repr(world.kept)

    def test_needs_a_contract(self, contracts: Contracts) -> None:
        with pytest.raises(NoSuchContract):
            contracts.renew_key(ContractNumber("9999"), actor=CLERK)
