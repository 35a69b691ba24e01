"""Each page on each screen, by day and by night."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from siegvo.domain.documents.document import Title
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from tests.support.accessibility import violations
from tests.support.asking import a_pdf, at_once
from tests.support.later_files import a_contract_row, a_meter_row, a_reading_row, an_invoice_row
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served
from tests.support.window import DESKTOP, PHONE, TABLET, Window, window

ANSWER: Final = MessageText("Bonjour,\nil nous faut une pièce d’identité.\n\nLe service")
ODILE: Final = "odile.marchal@exemple.fr"
SMALLEST: Final[ViewportSize] = {"width": 320, "height": 640}
SCREENS: Final = (SMALLEST, TABLET, DESKTOP, PHONE)
_A_REFUSAL: Final = "the server responded with a status of 4"

FOR_ANYONE: Final = (
    "/connexion?deconnexion=oui",
    "/activation/quelconque",
    "/documents/nulle-part",
    "/nulle-part",
)
"""Beside every address without a parameter, which all are looked at."""

FOR_NEWCOMERS: Final = (
    "/bienvenue",
    "/factures",
    "/consommations",
    "/demarches",
    "/demarches/nouvelle/fuite",
    "/demarches/nouvelle/resiliation",
    "/mon-compte",
    "/contrats/lier",
)
WITH_CONTRACTS: Final = (
    "/tableau-de-bord?contrat=100200331",
    "/tableau-de-bord?contrat=100200317",
    "/tableau-de-bord?contrat=100300002",
    "/factures?contrat=100200331",
    "/factures?contrat=100200331&annee=2023&situation=a-payer",
    "/factures?contrat=100200331&situation=annulees",
    "/factures?contrat=100200317",
    "/factures?contrat=100300002",
    "/factures?contrat=tous",
    "/factures/2026-EA-0000117",
    "/factures/2023-EA-0000106",
    "/factures/F-1",
    "/factures/F-2",
    "/factures/F-2.pdf",
    "/consommations?contrat=100200331",
    "/consommations?contrat=100300002",
    "/contrats/100200331/releve",
    "/contrats/100300002/releve",
    "/contrats/100200329/releve",
    "/contrats/100200317/releve",
    "/contrats/100200331/releve/D-2026-000001",
    "/contrats/100200331/releve/D-2026-000002",
    "/demarches/D-2026-000001",
    "/demarches/D-2026-000003",
    "/demarches/D-2026-000003?fait=message",
    "/demarches/D-2026-000003/annulation",
    "/demarches/D-2026-000004",
)
REFUSED: Final = ("/connexion", "/inscription", "/activation/renvoyer")
REFUSED_TO_SUBSCRIBERS: Final = (
    "/connexion/confirmation",
    "/contrats/lier",
    "/contrats/100300002/releve",
    "/demarches/nouvelle/abonnement",
    "/demarches/nouvelle/autre",
    "/demarches/nouvelle/resiliation",
    "/demarches/D-2026-000003",
)


def _prepare(place: Served) -> None:
    """Give one account everything there is to see, and another one nothing."""
    service = place.service
    service.receive(
        contracts=[a_contract_row("100300002")],
        meters=[
            a_meter_row("T26AA000002", contract="100300002"),
            a_meter_row("T26AA000003", contract="100300002", fitted_at=500),
        ],
        readings=[
            a_reading_row("T26AA000002", on="2026-06-10", index=40),
            a_reading_row("T26AA000002", on="2026-10-10", index=90, source="estimation"),
            a_reading_row("T26AA000003", on="2026-10-10", index=590),
        ],
    )
    service.receive(
        invoices=[
            an_invoice_row("F-1", contract="100300002"),
            an_invoice_row("F-2", contract="100300002", total="12,00", left="0,60"),
        ]
    )
    subscriber = service.subscriber("100200331", "100200317", "100300002")
    subscriber.submit("/contrats/100200331/releve", index="430")
    subscriber.submit("/contrats/100200331/releve", index="900", expect=422)
    subscriber.send(confirm=True)
    for kind in ("autre", "abonnement"):
        subscriber.deliver(at_once(subscriber, kind, contract_number=""))
    answered = RequestReference(2026, 4)
    service.portal.requests.answer_request(answered, message=ANSWER, actor=service.clerk)
    service.portal.documents.publish_document(
        a_pdf(), title=Title("Règlement de distribution d’eau potable"), actor=service.clerk
    )
    service.account(email="neuve@exemple.fr")


def _sign_in(window: Window, place: Served, email: str) -> None:
    window.page.goto(f"{place.at}/connexion")
    window.page.get_by_label("E-mail").fill(email)
    window.page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    window.page.get_by_role("button", name="Se connecter").click()
    window.page.wait_for_url(lambda url: "/connexion" not in url)


def _addresses(place: Served) -> list[str]:
    """Return every address of a page that needs no parameter."""
    rules = place.service.app.url_map.iter_rules()
    pages = {rule.rule for rule in rules if "GET" in (rule.methods or ()) and not rule.arguments}
    return sorted(pages - {"/sante", "/consommations.csv"})


def _faults(window: Window) -> Iterator[str]:
    """Say what is wrong with the page on the screen, whatever the size of the screen."""
    at_night = window.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for screen in SCREENS:
        window.page.set_viewport_size(screen)
        if overflow := window.overflow():
            yield f"{screen['width']} wide: {overflow} pixels too wide"
        if screen == (DESKTOP if at_night else PHONE):
            yield from violations(window.page)
    yield from (each for each in window.complaints if _A_REFUSAL not in each)
    window.complaints.clear()


def _look_at(window: Window, place: Served, paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the faults of each page that was shown, be it another than was asked for."""
    found: dict[str, list[str]] = {}
    for path in paths:
        window.page.goto(f"{place.at}{path}")
        shown = window.page.url.removeprefix(place.at).partition("?next=")[0]
        if shown not in found:
            found[shown] = list(_faults(window))
    return found


def _named(name: str, found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {f"{path}, {name}": faults for path, faults in found.items()}


def _refuse_and_look_at(
    window: Window, place: Served, paths: Iterable[str]
) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        window.page.goto(f"{place.at}{path}")
        window.page.locator("main form button").first.click()
        window.page.get_by_role("alert").wait_for()
        found[f"{path}, refused"] = list(_faults(window))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_can_be_read_by_all(
    browser: Browser, place: Served, scheme: Literal["light", "dark"]
) -> None:
    _prepare(place)
    addresses = _addresses(place)
    with window(browser, scheme=scheme) as stranger:
        found = _look_at(stranger, place, [*addresses, *FOR_ANYONE])
        found |= _refuse_and_look_at(stranger, place, REFUSED)
    with window(browser, scheme=scheme) as newcomer:
        _sign_in(newcomer, place, "neuve@exemple.fr")
        found |= _named("without a contract", _look_at(newcomer, place, FOR_NEWCOMERS))
    with window(browser, scheme=scheme) as subscriber:
        _sign_in(subscriber, place, ODILE)
        private = [each for each in addresses if each not in found]
        found |= _look_at(subscriber, place, [*private, *WITH_CONTRACTS])
        found |= _refuse_and_look_at(subscriber, place, REFUSED_TO_SUBSCRIBERS)

    assert {path: faults for path, faults in found.items() if faults} == {}
    assert len(found) > len(addresses)
