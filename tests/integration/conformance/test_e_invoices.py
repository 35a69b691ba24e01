"""What every implementation of `EInvoices` and `EInvoiceLists` promises."""

from datetime import date, timedelta

import attrs
import pytest

from siegvo.application.readers.e_invoices import LeavingEInvoice, ShownEInvoice
from siegvo.application.repositories.e_invoices import Notice
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.builders.e_invoices import a_choice, a_wish, ask, by_mail
from tests.support.builders.requests import a_request
from tests.support.store import Store

OTHER = ContractNumber("100214874")
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _two_accounts(store: Store) -> None:
    """Alice and Bob are linked to a payer of two contracts."""
    store.know(by_mail(), a_tenure(OTHER.digits))
    with store.begin() as work:
        for account in (ALICE, BOB):
            work.accounts.add(an_account(account))
            work.links.add(a_link(account))


class TestChoices:
    def test_come_back_the_oldest_first(self, store: Store) -> None:
        late, early = a_choice(ALICE, since=NOON + DAY), a_choice(BOB)
        with store.begin() as work:
            work.e_invoices.choose(late)
            work.e_invoices.choose(early)
            work.e_invoices.choose(a_choice(contract=OTHER))

        with store.look() as readers:
            assert readers.e_invoices.choices_of(CONTRACT, MARCHAL) == (early, late)
            assert readers.e_invoices.chosen_by(ALICE, MARCHAL) == (CONTRACT, OTHER)

    def test_are_made_once(self, store: Store) -> None:
        again = a_choice(since=NOON + DAY)
        with store.begin() as work:
            work.e_invoices.choose(a_choice(bounced_at=NOON))
            work.e_invoices.choose(again)

            assert work.e_invoices.choices_of(CONTRACT, MARCHAL) == (again,)

    def test_are_dropped_for_a_contract_or_with_an_account(self, store: Store) -> None:
        with store.begin() as work:
            for account in (ALICE, BOB):
                work.e_invoices.choose(a_choice(account))
                work.e_invoices.choose(a_choice(account, contract=OTHER))

            work.e_invoices.leave(ALICE, MARCHAL)
            work.e_invoices.drop(CONTRACT, MARCHAL)

            assert work.e_invoices.choices_of(CONTRACT, MARCHAL) == ()
            assert work.e_invoices.choices_of(OTHER, MARCHAL) == (a_choice(BOB, contract=OTHER),)


class TestWishes:
    def test_are_pending_while_their_request_is_open(self, store: Store) -> None:
        first, second = a_wish(1, state=RequestState.EXPORTED), a_wish(2, wanted=False)
        with store.begin() as work:
            ask(work, second)
            ask(work, first)
            ask(work, a_wish(3, state=RequestState.DONE))
            ask(work, attrs.evolve(a_wish(4), contract=OTHER))

        with store.look() as readers:
            assert readers.e_invoices.pending(CONTRACT, MARCHAL) == (first, second)

    def test_are_known_by_their_number(self, store: Store) -> None:
        with store.begin() as work:
            ask(work, a_wish(1, account=None))
            work.requests.add(a_request(2))

            assert work.e_invoices.wish(RequestReference(2026, 1)) == a_wish(1, account=None)
            assert work.e_invoices.wish(RequestReference(2026, 2)) is None


class TestExport:
    def test_takes_what_is_registered_and_again_what_left_since(self, store: Store) -> None:
        fresh, gone = a_wish(1), a_wish(2, wanted=False, state=RequestState.EXPORTED)
        with store.begin() as work:
            ask(work, fresh)
            ask(work, gone)
            ask(work, a_wish(3, state=RequestState.CANCELLED))

        with store.look() as readers:
            to_export = readers.e_invoice_lists.to_export
            (alone,) = to_export(None)

            assert alone == LeavingEInvoice(
                reference=fresh.reference,
                contract=CONTRACT,
                payer=MARCHAL,
                wanted=True,
                asked_at=NOON,
                is_fresh=True,
            )
            both = to_export(date(2026, 11, 23))
            assert [(each.reference.rank, each.is_fresh) for each in both] == [
                (1, True),
                (2, False),
            ]
            assert to_export(date(2026, 11, 24)) == (alone,)


class TestWhatIsShown:
    def test_is_of_contracts_where_something_is_asked(self, store: Store) -> None:
        with store.begin() as work:
            ask(work, a_wish(1))
            ask(work, attrs.evolve(a_wish(2), contract=OTHER))

        with store.look() as readers:
            assert readers.e_invoice_lists.shown() == (
                ShownEInvoice(contract=CONTRACT, payer=MARCHAL, has_e_invoice=True),
            )

    def test_is_left_out_once_the_request_is_over(self, store: Store) -> None:
        with store.begin() as work:
            ask(work, a_wish(1, state=RequestState.DONE))

        with store.look() as readers:
            assert readers.e_invoice_lists.shown() == ()


class TestNotices:
    def test_are_for_those_who_chose_and_are_reached(self, store: Store) -> None:
        store.know(an_invoice())
        with store.begin() as work:
            work.e_invoices.choose(a_choice(ALICE))
            work.e_invoices.choose(a_choice(BOB, bounced_at=NOON))

            assert work.e_invoices.notify([INVOICE]) == (_notice(ALICE),)

    def test_are_for_everybody_where_nobody_chose(self, store: Store) -> None:
        store.know(an_invoice())

        with store.begin() as work:
            assert work.e_invoices.notify([INVOICE]) == (_notice(ALICE), _notice(BOB))

    def test_are_for_nobody_once_every_mailbox_refused(self, store: Store) -> None:
        store.know(an_invoice())
        with store.begin() as work:
            work.e_invoices.choose(a_choice(BOB, bounced_at=NOON))

            assert work.e_invoices.notify([INVOICE]) == ()

    def test_are_given_once(self, store: Store) -> None:
        store.know(an_invoice())
        with store.begin() as work:
            work.e_invoices.notify([INVOICE])

        with store.begin() as work:
            assert work.e_invoices.notify([INVOICE]) == ()

    def test_are_for_invoices_that_come_by_mail(self, store: Store) -> None:
        store.know(an_invoice("2026-9", contract=OTHER.digits))

        with store.begin() as work:
            assert work.e_invoices.notify([InvoiceNumber("2026-9")]) == ()
            assert work.e_invoices.notify([]) == ()

    def test_go_with_the_account(self, store: Store) -> None:
        store.know(an_invoice())
        with store.begin() as work:
            work.e_invoices.choose(a_choice(ALICE))
            work.e_invoices.notify([INVOICE])

            work.e_invoices.forget(ALICE)
            work.links.forget(ALICE)
            work.accounts.remove(ALICE)

        with store.begin() as work:
            assert work.e_invoices.notify([INVOICE]) == (_notice(BOB),)


class TestTheContractSheet:
    def test_says_what_is_asked_last(self, store: Store) -> None:
        with store.begin() as work:
            ask(work, a_wish(1, state=RequestState.EXPORTED))
            ask(work, a_wish(2, wanted=False, at=NOON + DAY))
            work.e_invoices.choose(a_choice(BOB, bounced_at=NOON))

        with store.look() as readers:
            hers = readers.contract_sheets.held_by(ALICE, CONTRACT)
            his = readers.contract_sheets.held_by(BOB, CONTRACT)

        assert (hers.e_invoice_asked, hers.is_mailbox_refused) == (False, False)
        assert (his.e_invoice_asked, his.is_mailbox_refused) == (False, True)

    def test_says_nothing_while_nothing_is_asked(self, store: Store) -> None:
        with store.look() as readers:
            sheet = readers.contract_sheets.held_by(ALICE, OTHER)

        assert (sheet.e_invoice_asked, sheet.is_mailbox_refused) == (None, False)


def _notice(account: AccountId) -> Notice:
    return Notice(account=account, payer=MARCHAL, invoice=INVOICE)
