"""Accounts in a database that somebody else may write to, or whose secret was replaced."""

from collections.abc import Callable

import attrs
import pytest
from sqlalchemy import select, update

from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.sealed_fields import AesVault
from siegvo.adapters.sql.tables.payments import mandates
from siegvo.application.exchange.bundle import Exchange
from siegvo.application.payments.bundle import Payments
from siegvo.application.ports.vault import SealBroken
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.banking import french_iban
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.changing import CLERK, LONG_AGO, Changing
from tests.support.database import Database
from tests.support.feeds import contract_feed, contract_row
from tests.support.outside import Surroundings

OTHER = ContractNumber("100214999")
OTHERS = a_tenure(OTHER.digits, payer="R0999")
OLD, NEW = "o" * 32, "n" * 32

Tamper = Callable[[Database], None]


def _vault(*secrets: str) -> AesVault:
    return AesVault(
        ring=KeyRing.derived(secrets, Use.BANK_DETAILS),
        index=KeyRing.derived(secrets, Use.BANK_FINGERPRINTS),
    )


def _with_secrets(changing: Changing, *secrets: str) -> Changing:
    outside = attrs.evolve(changing.outside, vault=_vault(*secrets))
    return attrs.evolve(changing, outside=outside, payments=Payments.on(outside))


@pytest.fixture
def changing(database: Database, surroundings: Surroundings) -> Changing:
    """Alice and Bob each have a change that is ready, on an account of their own."""
    changing = _with_secrets(Changing.on(database, surroundings), OLD)
    database.know(OTHERS, an_invoice("F-9", contract=OTHER.digits))
    with database.begin() as work:
        work.links.add(attrs.evolve(a_link(BOB, at=LONG_AGO), payer=OTHERS.payer))
    return changing


@pytest.fixture
def asked(changing: Changing) -> tuple[RequestReference, RequestReference]:
    mine = changing.ask()
    others = changing.ask(holder=BOB, contract=OTHER, number=2, account_holder="R0999 Payeur")
    for reference in (mine, others):
        changing.payments.let_through(reference, actor=CLERK)
        changing.confirm(reference)
    changing.wait()
    return mine, others


def _swap(*columns: str) -> Tamper:
    """Return what puts these fields of each mandate in the row of the other."""

    def tamper(database: Database) -> None:
        taken = [mandates.c[column] for column in columns]
        with database.engine.begin() as connection:
            first, second = connection.execute(
                select(mandates.c.reference, *taken).order_by(mandates.c.reference)
            ).all()
            for row, given in ((first, second), (second, first)):
                connection.execute(
                    update(mandates)
                    .where(mandates.c.reference == row.reference)
                    .values(dict(zip(columns, given[1:], strict=True)))
                )

    return tamper


class TestAnAccountInTheRowOfAnother:
    @pytest.mark.parametrize(
        "tamper",
        [
            _swap("sealed_iban"),
            _swap("sealed_iban", "sealed_holder"),
            _swap("sealed_iban", "sealed_holder", "fingerprint", "masked_iban"),
        ],
        ids=["account", "account and holder", "all of it"],
    )
    def test_is_debited_for_nobody(
        self,
        database: Database,
        changing: Changing,
        asked: tuple[RequestReference, RequestReference],
        tamper: Tamper,
    ) -> None:
        tamper(database)
        exchange, left = Exchange.on(changing.outside), list[object]()

        with pytest.raises(SealBroken):
            exchange.export_mandates(since=None, hand_over=left.extend)

        assert left == []
        assert {changing.change(each).step for each in asked} == {ChangeStep.READY}

    def test_is_applied_to_nobody(
        self,
        database: Database,
        changing: Changing,
        asked: tuple[RequestReference, RequestReference],
    ) -> None:
        exchange = Exchange.on(changing.outside)
        assert exchange.export_mandates(since=None, hand_over=len) == 2
        _swap("sealed_iban")(database)
        shown = [
            attrs.evolve(each, payment_mode=PaymentMode.DIRECT_DEBIT)
            for each in (a_tenure(), OTHERS)
        ]

        report = exchange.import_contracts(
            contract_feed([contract_row(each) for each in shown]), actor=CLERK
        )

        assert report.closed == 0
        assert {changing.change(each).step for each in asked} == {ChangeStep.EXPORTED}

    def test_is_shown_to_nobody(
        self,
        database: Database,
        changing: Changing,
        asked: tuple[RequestReference, RequestReference],
    ) -> None:
        _swap("sealed_iban", "sealed_holder")(database)
        payments = changing.payments

        for look in (
            lambda: payments.show_arrangement(holder=ALICE, contract=CONTRACT),
            lambda: payments.open_mandate(holder=ALICE, contract=CONTRACT),
            lambda: payments.show_cancellation(changing.cancelling(asked[0])),
        ):
            with pytest.raises(SealBroken):
                look()


class TestAReplacedSecret:
    def test_may_go_once_everything_is_sealed_anew(
        self,
        database: Database,
        changing: Changing,
        asked: tuple[RequestReference, RequestReference],
    ) -> None:
        del asked
        both = _with_secrets(changing, NEW, OLD)

        assert both.payments.reseal_mandates() == 2
        assert both.payments.reseal_mandates() == 0

        alone = _with_secrets(changing, NEW)
        assert Exchange.on(alone.outside).export_mandates(since=None, hand_over=len) == 2
        with database.look() as readers:
            for number, tenure in ((1, a_tenure()), (2, OTHERS)):
                prints = alone.outside.vault.fingerprints(french_iban(number).text)
                assert readers.mandates.payers_of_account(prints) == {tenure.payer}

    def test_that_is_gone_too_soon_leaves_what_it_sealed(
        self, changing: Changing, asked: tuple[RequestReference, RequestReference]
    ) -> None:
        del asked
        assert _with_secrets(changing, NEW).payments.reseal_mandates() == 0

        assert Exchange.on(changing.outside).export_mandates(since=None, hand_over=len) == 2
