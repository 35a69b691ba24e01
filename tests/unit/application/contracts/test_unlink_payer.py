import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.contracts import ContractNotFound, PayerNotLinked
from siegvo.domain.contracts.events import PayerUnlinked
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.in_memory.world import World

CLERK = Actor.staff("paul")


@pytest.fixture(autouse=True)
def _both_linked(world: World, contracts: Contracts) -> None:
    del contracts  # its accounts are what is wanted
    world.know(a_tenure())
    with world.begin() as work:
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB))


class TestUnlinkPayer:
    def test_hides_its_contracts_from_the_account_only(self, contracts: Contracts) -> None:
        contracts.unlink_payer(an_account(ALICE).email, MARCHAL, actor=CLERK)

        with pytest.raises(ContractNotFound):
            contracts.show_dashboard(holder=ALICE, contract=CONTRACT)
        sheet = contracts.show_dashboard(holder=BOB, contract=CONTRACT)
        assert sheet.tenure.payer == MARCHAL

    def test_tells_the_account_and_writes_it_down(self, world: World, contracts: Contracts) -> None:
        contracts.unlink_payer(an_account(ALICE).email, MARCHAL, actor=CLERK)

        assert world.kept.events == [
            PayerUnlinked(at=NOON, account=str(ALICE), payer=str(MARCHAL), contract=str(CONTRACT))
        ]
        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.actor, entry.subject) == (
            Gesture.CONTRACT_UNLINKED,
            CLERK,
            f"{ALICE} {MARCHAL}",
        )

    def test_needs_an_account_and_a_link(self, contracts: Contracts) -> None:
        with pytest.raises(AccountNotFound):
            contracts.unlink_payer(EmailAddress("personne@exemple.fr"), MARCHAL, actor=CLERK)
        with pytest.raises(PayerNotLinked):
            contracts.unlink_payer(an_account(ALICE).email, PayerCode("R9999"), actor=CLERK)
