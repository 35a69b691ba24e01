"""Papers the portal makes: facts in, a PDF out."""

from datetime import date, datetime
from typing import Protocol

import attrs

from siegvo.application.ports.utility import Utility
from siegvo.application.readers.invoices import MeasuredPeriod
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.situation import Situation
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen(kw_only=True)
class Addressee:
    """Whom a paper is for, as the envelope says it."""

    name: str
    address: PostalAddress


@attrs.frozen(kw_only=True)
class InvoicePaper:
    """A copy of an invoice from what the billing system told; it does not replace the original.

    `made_on` is a day in Paris; `measured`, what the meters showed at both ends of the period.
    """

    made_on: date
    utility: Utility
    payer: Addressee
    supply: PostalAddress
    invoice: Invoice
    lines: tuple[InvoiceLine, ...]
    situation: Situation
    measured: tuple[MeasuredPeriod, ...] = ()
    is_payable_online: bool = False


@attrs.frozen(kw_only=True)
class AttestationPaper:
    """That a payer has a contract, or had one, from when and where; a proof of address.

    `until` is the last day of a contract that has ended.  Whoever is shown the paper checks
    `code` at `verify_at`, a page of the portal, until `checked_until`.
    """

    made_on: date
    utility: Utility
    payer: Addressee
    contract: ContractNumber
    supply: PostalAddress
    since: date
    until: date | None = None
    code: str
    verify_at: str
    checked_until: date


@attrs.frozen(kw_only=True)
class Consent:
    """How a mandate was signed on line: what to show a judge.

    `signed_as` is the account's e-mail address, empty where another account reads; `origin`
    where the request came from; `text_version` which words were agreed to.
    """

    at: datetime
    signed_as: str
    origin: str
    text_version: str


@attrs.frozen(kw_only=True)
class MandatePaper:
    """A SEPA direct debit mandate, with what the core rulebook of the EPC asks for.

    `iban` is printed as given: masked for the screen, whole for the debtor's own copy.
    `reference` is the RUM, `creditor_id` the ICS.  Without `consent` it is to be signed by hand.
    """

    made_on: date
    utility: Utility
    reference: str
    creditor_id: str
    debtor: Addressee
    iban: str = attrs.field(repr=False)
    bic: str | None
    contracts: tuple[ContractNumber, ...]
    consent: Consent | None = None
    is_recurrent: bool = True


class Papers(Protocol):
    """Each method gives one PDF, tagged for screen readers, in French; the same for the same."""

    def invoice_copy(self, paper: InvoicePaper) -> bytes: ...

    def attestation(self, paper: AttestationPaper) -> bytes: ...

    def mandate(self, paper: MandatePaper) -> bytes: ...
