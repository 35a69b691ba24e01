"""Who wants invoices by mail, in memory."""

from collections.abc import Iterator, Sequence

import attrs

from siegvo.application.repositories.e_invoices import Notice
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice, EInvoiceWish
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.billing import InMemoryInvoices, belongs
from tests.support.in_memory.requests import InMemoryRequests

Asked = tuple[ContractNumber, PayerCode, bool]


@attrs.define
class InMemoryEInvoices:
    requests: InMemoryRequests
    invoices: InMemoryInvoices
    choices: list[EInvoiceChoice] = attrs.Factory(list)
    asked: dict[RequestReference, Asked] = attrs.Factory(dict)
    told: set[tuple[InvoiceNumber, AccountId]] = attrs.Factory(set)

    def choose(self, choice: EInvoiceChoice) -> None:
        self.choices = [each for each in self.choices if _key(each) != _key(choice)]
        self.choices.append(choice)

    def choices_of(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceChoice, ...]:
        theirs = [each for each in self.choices if _key(each)[:2] == (contract, payer)]
        return tuple(sorted(theirs, key=lambda each: (each.since, each.account)))

    def chosen_by(self, account: AccountId, payer: PayerCode) -> tuple[ContractNumber, ...]:
        theirs = (each for each in self.choices if _key(each)[1:] == (payer, account))
        return tuple(sorted(each.contract for each in theirs))

    def drop(self, contract: ContractNumber, payer: PayerCode) -> None:
        self.choices = [each for each in self.choices if _key(each)[:2] != (contract, payer)]

    def leave(self, account: AccountId, payer: PayerCode) -> None:
        self.choices = [each for each in self.choices if _key(each)[1:] != (payer, account)]

    def forget(self, account: AccountId) -> None:
        self.choices = [each for each in self.choices if each.account != account]
        self.told = {each for each in self.told if each[1] != account}

    def ask(
        self,
        reference: RequestReference,
        *,
        contract: ContractNumber,
        payer: PayerCode,
        wanted: bool,
    ) -> None:
        self.asked[reference] = (contract, payer, wanted)

    def wish(self, reference: RequestReference) -> EInvoiceWish | None:
        return self._wish(reference) if reference in self.asked else None

    def pending(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceWish, ...]:
        return tuple(
            wish
            for wish in self.wishes()
            if (wish.contract, wish.payer) == (contract, payer) and not wish.state.is_final
        )

    def notify(self, numbers: Sequence[InvoiceNumber]) -> tuple[Notice, ...]:
        due = [each for number in numbers for each in self._due(number)]
        fresh = [each for each in due if (each.invoice, each.account) not in self.told]
        self.told |= {(each.invoice, each.account) for each in fresh}
        return tuple(sorted(fresh, key=lambda each: (each.invoice, each.account)))

    def wishes(self) -> list[EInvoiceWish]:
        """Return what was ever asked, the oldest first."""
        wishes = map(self._wish, self.asked)
        return sorted(wishes, key=lambda each: (each.asked_at, each.reference))

    def _wish(self, reference: RequestReference) -> EInvoiceWish:
        contract, payer, wanted = self.asked[reference]
        request = self.requests.of(reference)
        return EInvoiceWish(
            reference=reference,
            contract=contract,
            payer=payer,
            wanted=wanted,
            state=request.state,
            account=request.account,
            asked_at=request.asked_at,
        )

    def _due(self, number: InvoiceNumber) -> Iterator[Notice]:
        invoice, tenures = self.invoices.kept[number], self.invoices.tenures
        for tenure in tenures.kept.values():
            if belongs(invoice, tenure) and tenure.has_e_invoice:
                choices = self.choices_of(tenure.contract, tenure.payer)
                reached = {each.account for each in choices if each.is_reached}
                for account in tenures.links.accounts_of(tenure.payer):
                    if account in reached or not choices:
                        yield Notice(account=account, payer=tenure.payer, invoice=number)


def _key(choice: EInvoiceChoice) -> tuple[ContractNumber, PayerCode, AccountId]:
    return choice.contract, choice.payer, choice.account
