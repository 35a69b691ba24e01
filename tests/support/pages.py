"""Views and pages for tests: unremarkable until a test says otherwise."""

from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from siegvo.application.ports.utility import Utility
from siegvo.application.readers.contracts import AwaitedReading, ContractSheet, MeterSheet
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.reading import Reading
from siegvo.entrypoints.web.assets import shipped_assets
from siegvo.entrypoints.web.frame import frame_pages
from tests.support.builders.contracts import CONTRACT, SOMEWHERE, a_tenure
from tests.support.meters import SERIAL, a_reading

ELSEWHERE = Utility(
    name="SEVB",
    full_name="Syndicat des Eaux de la Vallée Blanche",
    service="Service Abonnés",
    address=PostalAddress(street="1 place du Lavoir", postcode="88000", town="ÉPINAL"),
    telephone="0329000001",
    telephone_hint="",
    emergency_telephone="0329000002",
    email="eau@sevb.example",
    website="https://sevb.example",
    hours="Accueil le matin",
    slogan="De l’eau claire",
    siren="123456782",
    vat_number="FR00123456782",
    mediator="Médiateur du lavoir",
    mediator_address="BP 1, 88000 ÉPINAL",
    mediator_website="mediateur.example",
)
"""Another syndicate: whatever a page says of the first one would show."""


def templates() -> Environment:
    """Open the templates as the application does, without it."""
    environment = Environment(
        loader=PackageLoader("siegvo.entrypoints.web"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["csrf_token"] = lambda: "a token"
    frame_pages(environment, assets=shipped_assets(), utility=ELSEWHERE)
    return environment


def a_held_contract(
    number: str = CONTRACT.digits,
    *,
    street: str = SOMEWHERE.street,
    ended: str | None = None,
    is_debited: bool = False,
) -> HeldContract:
    return HeldContract(
        number=ContractNumber(number),
        supply=PostalAddress(street=street, postcode="57130", town="GRAVELOTTE"),
        ended_on=date.fromisoformat(ended) if ended else None,
        is_debited=is_debited,
    )


def a_meter_sheet(
    last: Reading | None = None,
    *,
    last_actual: Reading | None = None,
    serial: str = SERIAL,
    is_remote_read: bool = False,
) -> MeterSheet:
    return MeterSheet(
        serial=serial,
        dials=5,
        fitted_on=date(2025, 3, 18),
        is_remote_read=is_remote_read,
        last=last,
        last_actual=last_actual or (last if last and last.source.is_actual else None),
    )


def a_sheet(
    *meters: MeterSheet,
    tenure: Tenure | None = None,
    awaited: tuple[AwaitedReading, ...] = (),
) -> ContractSheet:
    return ContractSheet(
        tenure=tenure or a_tenure(),
        payer_name="Mme Odile Marchal",
        meters=meters or (a_meter_sheet(a_reading()),),
        awaited=awaited,
    )
