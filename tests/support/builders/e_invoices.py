"""Invoices by mail, for tests: unremarkable until a test says otherwise."""

from datetime import datetime

import attrs

from siegvo.application.ports.work import Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice, EInvoiceWish
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.requests import a_request


def by_mail(number: str = CONTRACT.digits, *, until: str | None = None) -> Tenure:
    """Build a tenure whose invoices come by mail, as the billing system shows it."""
    return attrs.evolve(a_tenure(number, until=until), has_e_invoice=True)


def a_choice(
    account: AccountId = ALICE,
    *,
    contract: ContractNumber = CONTRACT,
    since: datetime = NOON,
    bounced_at: datetime | None = None,
) -> EInvoiceChoice:
    return EInvoiceChoice(
        contract=contract, payer=MARCHAL, account=account, since=since, bounced_at=bounced_at
    )


def a_wish(
    rank: int = 1,
    *,
    wanted: bool = True,
    state: RequestState = RequestState.REGISTERED,
    account: AccountId | None = ALICE,
    at: datetime = NOON,
) -> EInvoiceWish:
    return EInvoiceWish(
        reference=RequestReference(2026, rank),
        contract=CONTRACT,
        payer=MARCHAL,
        wanted=wanted,
        state=state,
        account=account,
        asked_at=at,
    )


def ask(work: Work, wish: EInvoiceWish) -> None:
    """Have somebody ask that."""
    request = attrs.evolve(
        a_request(wish.reference.rank, kind=RequestKind.E_INVOICE, at=wish.asked_at),
        contract=wish.contract,
        account=wish.account,
    )
    if wish.state is not RequestState.REGISTERED:
        request = request.become(wish.state, at=wish.asked_at)
    work.requests.add(request)
    work.e_invoices.ask(
        wish.reference, contract=wish.contract, payer=wish.payer, wanted=wish.wanted
    )
