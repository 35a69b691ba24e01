"""The dashboard, ready to print."""

from collections.abc import Sequence
from datetime import date

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.contracts import ContractSheet
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.tenure import Tenure, TenureState
from siegvo.entrypoints.web.chooser import Chooser, chooser
from siegvo.entrypoints.web.contracts.contract_facts import ContractFacts, contract_facts
from siegvo.entrypoints.web.contracts.meter_card import MeterCard, meter_card

PATH = "/tableau-de-bord"


@attrs.frozen(kw_only=True)
class DashboardPage:
    """Everything the page prints, in its order.

    `standing` is a sentence when the contract no longer runs as usual, else empty.
    `meters_heading`: `Votre compteur`.  `reading_href` leads to the reading form, and is
    empty when none can be sent; `consumption_href` to the consumption of this contract.
    """

    chooser: Chooser | None
    standing: str
    meters_heading: str
    meters: tuple[MeterCard, ...]
    reading_href: str
    consumption_href: str
    facts: ContractFacts


def dashboard_page(
    sheet: ContractSheet, *, contracts: Sequence[HeldContract], today: date
) -> DashboardPage:
    """Write out `sheet`, one of the `contracts` of this account."""
    number = sheet.tenure.contract
    state = sheet.tenure.state_on(today)
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
        facts=contract_facts(sheet),
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
