from uuid import UUID

import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.security_keys import know_with_key

KEY, WRONG = SecurityKey("9NUUNTUW"), SecurityKey("QD95ZCZU")
OTHER_CONTRACT = ContractNumber("100214874")


@pytest.fixture(autouse=True)
def _imported(world: World) -> None:
    know_with_key(world, a_tenure(), KEY)


class TestLinkContract:
    def test_links_the_account_to_the_payer(self, world: World, contracts: Contracts) -> None:
        linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert not linked.was_linked
        assert world.kept.links.of(ALICE) == (a_link(ALICE, at=NOON),)
        assert world.kept.events == [
            ContractLinked(at=NOON, account=str(ALICE), payer=str(MARCHAL), contract=str(CONTRACT))
        ]

    def test_opens_every_contract_of_the_payer(self, world: World, contracts: Contracts) -> None:
        world.know(a_tenure(OTHER_CONTRACT.digits, until="2024-05-31"))
        world.know(a_tenure("200000001", payer="R0099"))

        linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        seen = {each.number: each.ended_on for each in linked.contracts}
        assert list(seen) == [CONTRACT, OTHER_CONTRACT]
        assert seen[CONTRACT] is None
        assert str(seen[OTHER_CONTRACT]) == "2024-05-31"

    def test_opens_those_imported_later(self, world: World, contracts: Contracts) -> None:
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)
        world.know(a_tenure(OTHER_CONTRACT.digits))

        sheet = contracts.show_dashboard(holder=ALICE, contract=OTHER_CONTRACT)

        assert sheet.tenure.contract == OTHER_CONTRACT

    def test_writes_it_down_without_the_key(self, world: World, contracts: Contracts) -> None:
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY, origin="1.2.3.4")

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=Actor.subscriber(ALICE),
                gesture=Gesture.CONTRACT_LINKED,
                subject=f"{CONTRACT} {MARCHAL}",
                origin="1.2.3.4",
            )
        ]
        assert KEY.text not in repr(world.kept)

    def test_opens_an_ended_contract_too(self, world: World, contracts: Contracts) -> None:
        know_with_key(world, a_tenure("300000001", payer="R0077", until="2024-05-31"), KEY)

        linked = contracts.link_contract(account=ALICE, number=ContractNumber("300000001"), key=KEY)

        assert [each.number.digits for each in linked.contracts] == ["300000001"]


class TestLinkingTwice:
    def test_says_so_and_tells_nobody(self, world: World, contracts: Contracts) -> None:
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        again = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert again.was_linked
        assert [each.number for each in again.contracts] == [CONTRACT]
        assert len(world.kept.events) == 1
        assert len(world.kept.audit.entries) == 1

    def test_by_another_contract_of_the_payer_says_so(
        self, world: World, contracts: Contracts
    ) -> None:
        know_with_key(world, a_tenure(OTHER_CONTRACT.digits), WRONG)
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        again = contracts.link_contract(account=ALICE, number=OTHER_CONTRACT, key=WRONG)

        assert again.was_linked

    def test_by_the_same_form_answers_as_the_first_time(
        self, world: World, contracts: Contracts
    ) -> None:
        answers = [
            contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY, submission=UUID(int=7))
            for _ in range(2)
        ]

        assert answers[0] == answers[1]
        assert not answers[1].was_linked
        assert len(world.kept.events) == 1

    def test_cannot_use_a_form_for_two_contracts(self, world: World, contracts: Contracts) -> None:
        know_with_key(world, a_tenure(OTHER_CONTRACT.digits), KEY)
        contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY, submission=UUID(int=7))

        with pytest.raises(SubmissionReused):
            contracts.link_contract(
                account=ALICE, number=OTHER_CONTRACT, key=KEY, submission=UUID(int=7)
            )

    def test_lets_a_refused_form_be_corrected(self, contracts: Contracts) -> None:
        with pytest.raises(LinkRefused):
            contracts.link_contract(
                account=ALICE, number=CONTRACT, key=WRONG, submission=UUID(int=7)
            )

        linked = contracts.link_contract(
            account=ALICE, number=CONTRACT, key=KEY, submission=UUID(int=7)
        )

        assert not linked.was_linked


class TestAPayerSomebodyElseIsLinkedTo:
    def test_is_linked_all_the_same_and_they_are_told(
        self, world: World, contracts: Contracts
    ) -> None:
        contracts.link_contract(account=BOB, number=CONTRACT, key=KEY)

        linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert not linked.was_linked
        assert world.kept.events[-2:] == [
            ContractLinked(at=NOON, account=str(ALICE), payer=str(MARCHAL), contract=str(CONTRACT)),
            PayerLinkedElsewhere(at=NOON, account=str(BOB), payer=str(MARCHAL)),
        ]
