"""The dashboard, ready to print."""

from collections.abc import Sequence
from datetime import date

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.application.readers.contracts import ContractSheet
from siegvo.application.readers.requests import RequestLine
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.announcements.announcement import Announcement
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure, TenureState
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.chooser import Chooser, chooser
from siegvo.entrypoints.web.contracts.announcement_card import (
    AnnouncementCard,
    announcement_cards,
)
from siegvo.entrypoints.web.contracts.contract_facts import ContractFacts, contract_facts
from siegvo.entrypoints.web.contracts.invoice_card import InvoiceCard, invoice_card
from siegvo.entrypoints.web.contracts.meter_card import MeterCard, meter_card
from siegvo.entrypoints.web.contracts.payment_card import PaymentCard, payment_card
from siegvo.entrypoints.web.metering.leak_card import LeakCard, leak_cards
from siegvo.entrypoints.web.requests.requests_page import RequestRow, request_rows

PATH = "/tableau-de-bord"


@attrs.frozen(kw_only=True)
class DashboardPage:
    """Everything the page prints, in its order.

    `leaks` tell abnormal consumptions, `announced` what the service has to say.

    `standing` is a sentence when the contract no longer runs as usual, else empty.
    `meters_heading`: `Votre compteur`.  `reading_href` leads to the reading form, and is
    empty when none can be sent; `consumption_href` to the consumption of this contract, and
    `invoices_href` to its invoices.  `invoice` is absent before the first one.  `awaited` are
    the requests that wait for the subscriber, `pending` those that wait for the service.
    """

    chooser: Chooser | None
    standing: str
    meters_heading: str
    meters: tuple[MeterCard, ...]
    reading_href: str
    consumption_href: str
    invoice: InvoiceCard | None
    invoices_href: str
    facts: ContractFacts
    payment: PaymentCard
    leaks: tuple[LeakCard, ...]
    announced: tuple[AnnouncementCard, ...]
    awaited: tuple[RequestRow, ...]
    pending: tuple[RequestRow, ...]


def dashboard_page(
    sheet: ContractSheet,
    *,
    contracts: Sequence[HeldContract],
    today: date,
    requests: Sequence[RequestLine] = (),
    arrangement: Arrangement | None = None,
    leaks: Sequence[LeakNotice] = (),
    announced: Sequence[Announcement] = (),
) -> DashboardPage:
    """Write out `sheet`, one of the `contracts` of this account, and what it asked for.

    An `arrangement` is told where the portal has more to say of the payment than the sheet.
    """
    number = sheet.tenure.contract
    state = sheet.tenure.state_on(today)
    rows = request_rows(each for each in requests if _open(each, number=number))
    can_be_read = any(not meter.is_remote_read for meter in sheet.meters)
    return DashboardPage(
        chooser=chooser(contracts, shown=number, path=PATH),
        standing=_standing(sheet.tenure, state=state),
        meters_heading="Vos compteurs" if len(sheet.meters) > 1 else "Votre compteur",
        meters=tuple(meter_card(meter, awaited=sheet.awaited) for meter in sheet.meters),
        reading_href=(
            f"/contrats/{number}/releve" if can_be_read and state is not TenureState.ENDED else ""
        ),
        consumption_href=f"/consommations?contrat={number}",
        invoice=invoice_card(sheet.last_invoice, today=today) if sheet.last_invoice else None,
        invoices_href=f"/factures?contrat={number}",
        facts=contract_facts(sheet),
        payment=payment_card(sheet, today=today, arrangement=arrangement),
        leaks=leak_cards(leaks, today=today),
        announced=announcement_cards(announced),
        awaited=tuple(row for row in rows if row.state.is_warm),
        pending=tuple(row for row in rows if not row.state.is_warm),
    )


def _open(request: RequestLine, *, number: ContractNumber) -> bool:
    """Say whether it goes on, and is not somewhere else: readings stand beside their meter."""
    return (
        not request.state.is_final
        and request.kind is not RequestKind.READING
        and request.contract in {number, None}
    )


def _standing(tenure: Tenure, *, state: TenureState) -> str:
    if state is TenureState.ENDED and tenure.days.last:
        return (
            f"Ce contrat est résilié depuis le {say(tenure.days.last)}."
            " Vous pouvez encore en consulter les informations."
        )
    if state is TenureState.SUSPENDED:
        return (
            "Ce contrat est suspendu. Pour en connaître la raison, contactez le syndicat des eaux."
        )
    return ""
