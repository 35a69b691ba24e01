"""Where wishes about invoices by mail are carried out, inside one transaction.

Whoever uses it holds the payer: wishes of one payer follow one another.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.ports.work import Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import (
    EInvoiceBeingChanged,
    EInvoiceChoice,
    EInvoiceWish,
    Way,
    way_of,
)
from siegvo.domain.billing.events import EInvoiceAsked, EInvoiceGranted, EInvoiceTakenBack
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step

Tell = Callable[..., EInvoiceAsked | EInvoiceTakenBack | EInvoiceGranted]

_PARIS: Final = ZoneInfo("Europe/Paris")


@attrs.frozen(kw_only=True)
class EInvoiceDesk:
    """One transaction, at one moment."""

    work: Work
    now: datetime

    @property
    def today(self) -> date:
        """The day in Paris."""
        return self.now.astimezone(_PARIS).date()

    def choose(self, tenure: Tenure, account: AccountId) -> None:
        """Have an account told of each invoice from now on."""
        self.work.e_invoices.choose(
            EInvoiceChoice(
                contract=tenure.contract, payer=tenure.payer, account=account, since=self.now
            )
        )

    def turn(
        self, tenure: Tenure, *, wanted: bool, account: AccountId
    ) -> tuple[Way, RequestReference | None]:
        """Ask what an account wishes, or take back the opposite; return the request it is about.

        Raises:
            EInvoiceBeingChanged: the opposite has left already.
        """
        pending = self.work.e_invoices.pending(tenure.contract, tenure.payer)
        way = way_of(wanted=wanted, shown=tenure.has_e_invoice, pending=pending)
        if way is Way.ASKED_BEFORE:
            return way, pending[-1].reference
        reference = None
        if way in {Way.TAKE_BACK, Way.ASK_INSTEAD}:
            reference = pending[-1].reference
            self.take_back(pending[-1])
        if way in {Way.ASK, Way.ASK_INSTEAD}:
            reference = self._ask(tenure, wanted=wanted, account=account)
        return way, reference

    def put_on_paper(self, tenure: Tenure, *, account: AccountId | None, untold: AccountId) -> None:
        """Have invoices come on paper again, since those who had them by mail are gone.

        `untold` is the one who is gone, or whose mailbox takes no letters.
        """
        pending = self.work.e_invoices.pending(tenure.contract, tenure.payer)
        try:
            way = way_of(wanted=False, shown=tenure.has_e_invoice, pending=pending)
        except EInvoiceBeingChanged:
            way = Way.ASK
        if way in {Way.TAKE_BACK, Way.ASK_INSTEAD}:
            self.take_back(pending[-1], untold=untold)
        if way in {Way.ASK, Way.ASK_INSTEAD}:
            self._ask(tenure, wanted=False, account=account, untold=untold)

    def tell_newcomer(self, tenure: Tenure, account: AccountId, *, asked: bool) -> None:
        """Tell one account that it has the invoices too, or will once the request is granted."""
        event = EInvoiceAsked if asked else EInvoiceGranted
        self.work.record(
            event(
                at=self.now,
                account=str(account),
                payer=tenure.payer.text,
                contract=tenure.contract.digits,
                wanted=True,
                reference=None,
            )
        )

    def take_back(self, wish: EInvoiceWish, *, untold: AccountId | None = None) -> None:
        """Cancel a request that has not left, and tell every account of the payer."""
        request = self.work.requests.hold(wish.reference)
        self.work.requests.save(request.cancelled(at=self.now))
        self.taken_back(wish, untold=untold)

    def taken_back(self, wish: EInvoiceWish, *, untold: AccountId | None = None) -> None:
        """Let a request that was cancelled have no effect, and tell every account of the payer."""
        if wish.wanted:
            self.work.e_invoices.drop(wish.contract, wish.payer)
        self._tell(
            EInvoiceTakenBack,
            contract=wish.contract,
            payer=wish.payer,
            wanted=wish.wanted,
            reference=wish.reference,
            author=wish.account,
            untold=untold,
        )

    def grant(self, wish: EInvoiceWish) -> bool:
        """End a request that the billing system shows as done; somebody may have meanwhile."""
        request = self.work.requests.hold(wish.reference)
        if request.state.is_final:
            return False
        self.work.requests.save(request.become(RequestState.DONE, at=self.now))
        if not wish.wanted:
            self.work.e_invoices.drop(wish.contract, wish.payer)
        self._tell(
            EInvoiceGranted,
            contract=wish.contract,
            payer=wish.payer,
            wanted=wish.wanted,
            reference=wish.reference,
            author=request.account,
        )
        return True

    def _ask(
        self,
        tenure: Tenure,
        *,
        wanted: bool,
        account: AccountId | None,
        untold: AccountId | None = None,
    ) -> RequestReference:
        request = ServiceRequest(
            reference=self.work.requests.new_reference(self.today.year),
            kind=RequestKind.E_INVOICE,
            account=account,
            contract=tenure.contract,
            steps=(Step(state=RequestState.REGISTERED, at=self.now),),
        )
        self.work.requests.add(request)
        self.work.e_invoices.ask(
            request.reference, contract=tenure.contract, payer=tenure.payer, wanted=wanted
        )
        self._tell(
            EInvoiceAsked,
            contract=tenure.contract,
            payer=tenure.payer,
            wanted=wanted,
            reference=request.reference,
            author=account,
            untold=untold,
        )
        return request.reference

    def _tell(
        self,
        event: Tell,
        *,
        contract: ContractNumber,
        payer: PayerCode,
        wanted: bool,
        reference: RequestReference,
        author: AccountId | None,
        untold: AccountId | None = None,
    ) -> None:
        """Tell every account of the payer; its number is for whose request it is."""
        for account in self.work.links.accounts_of(payer):
            if account == untold:
                continue
            self.work.record(
                event(
                    at=self.now,
                    account=str(account),
                    payer=payer.text,
                    contract=contract.digits,
                    wanted=wanted,
                    reference=str(reference) if account == author else None,
                )
            )
