"""Invoices come on paper again once nobody is left who has them by mail."""

from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.e_invoice_desk import EInvoiceDesk
from siegvo.application.ports.work import Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice
from siegvo.domain.billing.events import InvoiceAvailable
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.policy import LAST_INVOICE_WITHIN


def leave_all_e_invoices(work: Work, account: AccountId, *, at: datetime) -> None:
    """Let go of the invoices of every payer, before an account is deleted."""
    for payer in sorted(link.payer for link in work.links.of(account)):
        work.links.hold(payer)
        leave_e_invoices(work, account, payer, at=at)
    work.e_invoices.forget(account)


def leave_e_invoices(work: Work, account: AccountId, payer: PayerCode, *, at: datetime) -> None:
    """Let go of the invoices of a payer that is held, before an account is unlinked from it."""
    chosen = frozenset(work.e_invoices.chosen_by(account, payer))
    is_alone = all(each == account for each in work.links.accounts_of(payer))
    desk = EInvoiceDesk(work=work, now=at)
    for tenure in work.tenures.of_payer(payer):
        has_them = tenure.contract in chosen or (tenure.has_e_invoice and is_alone)
        if has_them and _still_charges(tenure, desk) and not _others(work, tenure, account):
            desk.put_on_paper(tenure, account=None, untold=account)
    work.e_invoices.leave(account, payer)


def note_bounce(work: Work, letter: InvoiceAvailable, *, at: datetime) -> None:
    """Note that a mailbox takes no letter about invoices; on paper, if it was the last one.

    Nothing changes where the account had not asked for them and others are told.
    """
    payer, account = PayerCode(letter.payer), AccountId(UUID(letter.account))
    work.links.hold(payer)
    linked = work.links.accounts_of(payer)
    theirs = [each for each in work.tenures.of_payer(payer) if _is_of(each, letter)]
    if account not in linked or not theirs:
        return
    (tenure,) = theirs
    choices = work.e_invoices.choices_of(tenure.contract, payer)
    mine = [each for each in choices if each.account == account]
    if not mine and len(linked) > 1:
        return
    if not _others(work, tenure, account):
        desk = EInvoiceDesk(work=work, now=at)
        desk.put_on_paper(tenure, account=account, untold=account)
    choice = EInvoiceChoice(
        contract=tenure.contract, payer=payer, account=account, since=at, bounced_at=at
    )
    since = mine[0].since if mine else at
    work.e_invoices.choose(attrs.evolve(choice, since=since))


def _is_of(tenure: Tenure, letter: InvoiceAvailable) -> bool:
    return tenure.contract == ContractNumber(letter.contract)


def _others(work: Work, tenure: Tenure, account: AccountId) -> bool:
    """Say whether somebody else asked for the invoices, and is reached."""
    choices = work.e_invoices.choices_of(tenure.contract, tenure.payer)
    return any(each.is_reached and each.account != account for each in choices)


def _still_charges(tenure: Tenure, desk: EInvoiceDesk) -> bool:
    """Say whether an invoice may still come: a contract's last one comes after its end."""
    last = tenure.days.last
    return last is None or last >= desk.today - LAST_INVOICE_WITHIN
