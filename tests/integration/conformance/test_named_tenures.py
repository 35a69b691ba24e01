"""What every implementation of `NamedTenures` promises."""

import pytest

from siegvo.application.readers.named_tenures import NamedTenure
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, SOMEWHERE, a_link, a_payer, a_tenure
from tests.support.store import Store

BEFORE = a_tenure(payer="BEFORE", since="2015-01-01", until="2019-12-31")
NOW = a_tenure(street="3 ruelle de la Fontaine")


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(a_payer("BEFORE", name="M. Weber"), a_payer(name="Mme Odile Marchal"))
    store.know(BEFORE, NOW, a_tenure("4001", payer="OTHER"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))


def test_a_tenure_comes_with_its_payer(store: Store) -> None:
    with store.look() as readers:
        held = readers.named_tenures.held_by(ALICE, CONTRACT)

    assert held == NamedTenure(tenure=NOW, payer_name="Mme Odile Marchal", payer_address=SOMEWHERE)


@pytest.mark.parametrize("number", [CONTRACT.digits, "4001", "9999"])
def test_what_is_not_yours_or_does_not_exist_is_not_found(store: Store, number: str) -> None:
    with store.look() as readers, pytest.raises(ContractNotFound):
        readers.named_tenures.held_by(BOB, ContractNumber(number))


def test_a_contract_has_all_its_payers_the_oldest_first(store: Store) -> None:
    with store.look() as readers:
        found = readers.named_tenures.of(CONTRACT)

    assert [each.payer_name for each in found] == ["M. Weber", "Mme Odile Marchal"]
    assert [each.tenure.days for each in found] == [BEFORE.days, NOW.days]


def test_a_contract_nobody_knows_has_none(store: Store) -> None:
    with store.look() as readers:
        assert readers.named_tenures.of(ContractNumber("9999")) == ()
