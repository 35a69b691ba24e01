"""What every implementation of `Tenures` promises."""

import attrs
import pytest

from siegvo.application.repositories.contracts import ContractNotFound, Lock
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.store import Store

BEFORE = a_tenure(payer="BEFORE", since="2015-01-01", until="2019-12-31")
NOW = attrs.evolve(
    a_tenure(),
    category=Category.BUSINESS,
    payment_mode=PaymentMode.MONTHLY,
    has_e_invoice=True,
    is_suspended=True,
    occupant="M. Kowalski",
    masked_iban="FR76 **** **** 123",
)


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(BEFORE, key_hash="hash of an old key")
    store.know(NOW, key_hash="hash of a key")
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))


def test_a_tenure_comes_back_as_it_was(store: Store) -> None:
    with store.look() as readers:
        assert readers.tenures.held_by(ALICE, CONTRACT) == NOW


def test_what_is_not_yours_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(ContractNotFound):
        readers.tenures.held_by(BOB, CONTRACT)


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(ContractNotFound):
        readers.tenures.held_by(ALICE, ContractNumber("9999"))


def test_a_predecessor_keeps_their_own_tenure(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(BOB, payer="BEFORE"))

    with store.look() as readers:
        assert readers.tenures.held_by(BOB, CONTRACT) == BEFORE


def test_who_is_linked_to_both_payers_holds_the_latest_tenure(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(ALICE, payer="BEFORE"))

    with store.look() as readers:
        assert readers.tenures.held_by(ALICE, CONTRACT) == NOW


def test_who_came_back_holds_the_later_of_two_tenures(store: Store) -> None:
    store.know(a_tenure(since="2010-01-01", until="2012-12-31"))

    with store.look() as readers:
        assert readers.tenures.held_by(ALICE, CONTRACT) == NOW


def test_a_payer_has_the_latest_tenure_of_each_contract(store: Store) -> None:
    another = a_tenure("4001", until="2024-05-31")
    store.know(another, a_tenure("4001", since="2010-01-01", until="2012-12-31"))

    with store.look() as readers:
        assert readers.tenures.of_payer(MARCHAL) == (NOW, another)


def test_a_payer_that_does_not_exist_has_no_tenure(store: Store) -> None:
    with store.look() as readers:
        assert readers.tenures.of_payer(PayerCode("NOBODY")) == ()


def test_each_payer_has_a_lock_of_its_own(store: Store) -> None:
    with store.look() as readers:
        assert readers.tenures.locks_of(CONTRACT) == (
            Lock(PayerCode("BEFORE"), "hash of an old key"),
            Lock(MARCHAL, "hash of a key"),
        )


def test_a_contract_that_does_not_exist_has_no_lock(store: Store) -> None:
    with store.look() as readers:
        assert readers.tenures.locks_of(ContractNumber("9999")) == ()


def test_another_key_takes_the_place_of_all_those_a_payer_had(store: Store) -> None:
    store.know(a_tenure(since="2010-01-01", until="2012-12-31"), key_hash="older", key_bits=30)
    for key in ("new", "newer"):
        with store.begin() as work:
            work.tenures.renew_key(CONTRACT, MARCHAL, key_hash=key, key_bits=39)

    with store.look() as readers:
        assert readers.tenures.locks_of(CONTRACT) == (
            Lock(PayerCode("BEFORE"), "hash of an old key"),
            Lock(MARCHAL, "newer", 39),
        )
        history = readers.intake.contracts.histories({CONTRACT})[CONTRACT]
    retired = {known.tenure.payer: {each.split()[0] for each in known.retired} for known in history}
    assert retired[PayerCode("BEFORE")] == set()
    assert retired[MARCHAL] >= {"older", "new"}
