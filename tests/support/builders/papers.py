"""Papers for tests: those of Mme Marchal until a test says otherwise."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from siegvo.application.ports.papers import (
    Addressee,
    AttestationPaper,
    Consent,
    InvoicePaper,
    MandatePaper,
)
from siegvo.application.readers.invoices import MeasuredPeriod
from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import situation_of
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.siegvo_utility import SIEGVO

TODAY = date(2026, 11, 23)
NUMBER = InvoiceNumber("2026-EA-0018342")
MARCHAL = Addressee(
    name="Mme Odile Marchal",
    address=PostalAddress(street="12 rue des Prés", postcode="57130", town="GRAVELOTTE"),
)
SUPPLY = PostalAddress(street="3 ruelle de la Fontaine", postcode="57130", town="GRAVELOTTE")

_LINES = (
    (Heading.WATER, "Abonnement compteur", "1", "forfait", "16.3300", "5.5", 1633),
    (Heading.WATER, "Consommation d’eau potable", "38", "m3", "1.4210", "5.5", 5400),
    (
        Heading.SANITATION,
        "Redevance d’assainissement collectif",
        "38",
        "m3",
        "1.8800",
        "10",
        7144,
    ),
    (
        Heading.PUBLIC_BODIES,
        "Consommation eau potable (agence de l’eau)",
        "38",
        "m3",
        "0.3900",
        "5.5",
        1482,
    ),
    (
        Heading.PUBLIC_BODIES,
        "Performance des réseaux d’eau potable (agence de l’eau)",
        "38",
        "m3",
        "0.0170",
        "5.5",
        65,
    ),
)


def paper_lines() -> tuple[InvoiceLine, ...]:
    return tuple(
        InvoiceLine(
            invoice=NUMBER,
            rank=rank,
            heading=heading,
            label=label,
            quantity=Decimal(quantity),
            unit=unit,
            unit_price=Decimal(price),
            vat_rate=Decimal(rate),
            net=Money(net),
        )
        for rank, (heading, label, quantity, unit, price, rate, net) in enumerate(_LINES, start=1)
    )


def paper_invoice() -> Invoice:
    return Invoice(
        number=NUMBER,
        contract=ContractNumber("100214881"),
        kind=InvoiceKind.INVOICE,
        issued_on=date(2026, 11, 12),
        due_on=date(2026, 12, 12),
        period=Period(first=date(2026, 6, 10), last=date(2026, 10, 10)),
        total=Money(16_910),
        net=Money(15_724),
        vat=Money(1_186),
        volume_m3=38,
        fiscal_year=2026,
        treasury_reference="EA20260018342",
        balance=Balance(amount=Money(16_910), as_of=date(2026, 11, 17)),
    )


def an_invoice_paper(
    *,
    payer: Addressee = MARCHAL,
    invoice: Invoice | None = None,
    lines: Sequence[InvoiceLine] | None = None,
    collections: Sequence[Collection] = (),
    is_payable_online: bool = True,
) -> InvoicePaper:
    asked = invoice or paper_invoice()
    return InvoicePaper(
        made_on=TODAY,
        utility=SIEGVO,
        payer=payer,
        supply=SUPPLY,
        invoice=asked,
        lines=paper_lines() if lines is None else tuple(lines),
        situation=situation_of(asked, collections, today=TODAY),
        measured=(
            MeasuredPeriod(
                serial="G16MA001234",
                opening=MeterIndex(1204),
                closing=MeterIndex(1242),
                source=ReadingSource.AGENT,
            ),
        ),
        is_payable_online=is_payable_online,
    )


def an_attestation_paper(
    *, payer: Addressee = MARCHAL, supply: PostalAddress = SUPPLY, until: date | None = None
) -> AttestationPaper:
    return AttestationPaper(
        made_on=TODAY,
        utility=SIEGVO,
        payer=payer,
        contract=ContractNumber("100214881"),
        supply=supply,
        since=date(2019, 3, 4),
        until=until,
        code="100214881-2EP-K7QM-2XHD-9RTB-4WNE",
        verify_at="https://abonnes.exemple.fr/verification",
        checked_until=date(2027, 2, 23),
    )


def a_mandate_paper(
    *, debtor: Addressee = MARCHAL, consent: Consent | None = None, contracts: int = 1
) -> MandatePaper:
    return MandatePaper(
        made_on=TODAY,
        utility=SIEGVO,
        reference="SIEGVO-2026-000123",
        creditor_id="FR12ZZZ123456",
        debtor=debtor,
        iban="FR76 XXXX XXXX XXXX XXXX XXXX 123",
        bic="AGRIFRPP",
        contracts=tuple(ContractNumber(f"10021488{rank}") for rank in range(1, contracts + 1)),
        consent=consent,
    )


def a_consent() -> Consent:
    return Consent(
        at=datetime(2026, 11, 23, 9, 12, tzinfo=UTC),
        signed_as="odile.marchal@exemple.fr",
        origin="192.0.2.7",
        text_version="2026-11",
    )
