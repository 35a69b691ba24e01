"""An account on its way from page to page."""

from datetime import timedelta

import attrs
import pytest

from siegvo.application.payments.bundle import Payments
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.payments.typed_account import TypedAccount
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.payments.iban import WrongChecksum
from siegvo.domain.payments.wish import AccountMissing
from siegvo.domain.policy import TYPED_ACCOUNT_LASTS
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.banking import french_iban
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import Changing

IBAN = french_iban().text


def _carried(changing: Changing, iban: str = IBAN) -> TypedAccount:
    return changing.payments.carry_account(iban, holder=ALICE, contract=CONTRACT)


class TestATypedAccount:
    def test_is_known_again_on_the_next_page(self, changing: Changing) -> None:
        carried = _carried(changing)

        taken_up = changing.payments.take_up_account(carried.slip, holder=ALICE, contract=CONTRACT)

        assert taken_up == carried
        assert taken_up.iban.text == IBAN

    def test_is_carried_under_seal(self, changing: Changing) -> None:
        carried = _carried(changing)

        assert IBAN not in carried.slip
        assert carried.slip not in repr(carried)
        assert IBAN not in repr(carried)

    def test_is_checked_before_it_goes_anywhere(self, changing: Changing) -> None:
        with pytest.raises(WrongChecksum):
            _carried(changing, "FR00" + IBAN[4:])

    @pytest.mark.parametrize(
        ("holder", "contract"), [(BOB, CONTRACT), (ALICE, ContractNumber("4001"))]
    )
    def test_is_that_of_one_person_for_one_contract(
        self, changing: Changing, holder: AccountId, contract: ContractNumber
    ) -> None:
        slip = _carried(changing).slip

        with pytest.raises(AccountMissing):
            changing.payments.take_up_account(slip, holder=holder, contract=contract)

    def test_is_not_what_somebody_made_up(self, changing: Changing) -> None:
        with pytest.raises(AccountMissing):
            changing.payments.take_up_account("made up", holder=ALICE, contract=CONTRACT)

    def test_lasts_a_while(self, changing: Changing) -> None:
        slip = _carried(changing).slip
        changing.surroundings.clock.advance(TYPED_ACCOUNT_LASTS - timedelta(seconds=1))
        changing.payments.take_up_account(slip, holder=ALICE, contract=CONTRACT)
        changing.surroundings.clock.advance(timedelta(seconds=1))

        with pytest.raises(AccountMissing):
            changing.payments.take_up_account(slip, holder=ALICE, contract=CONTRACT)

    def test_is_not_taken_where_no_bank_is_known(self, changing: Changing) -> None:
        slip = _carried(changing).slip
        payments = Payments.on(attrs.evolve(changing.outside, banks=None))

        with pytest.raises(AccountsNotTaken):
            payments.carry_account(IBAN, holder=ALICE, contract=CONTRACT)
        with pytest.raises(AccountsNotTaken):
            payments.take_up_account(slip, holder=ALICE, contract=CONTRACT)


class TestWhatIsForeseen:
    def test_is_what_comes_true_if_it_is_confirmed_at_once(self, changing: Changing) -> None:
        foreseen = changing.payments.foresee_change()

        asked = changing.ask()
        changing.confirm(asked)

        change = changing.change(asked)
        assert foreseen.due_at == change.due_at
        assert foreseen.debits_follow_from == change.debits_follow_from
