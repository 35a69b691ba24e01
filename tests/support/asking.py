"""What people answer, page by page, when they ask something of the service."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

import attrs
import pikepdf
from PIL import Image

from tests.support.browser import Browser
from tests.support.page import Page
from tests.support.web_form import Sending

Answers = Mapping[str, Any]
"""By the name of the field, in words."""

NUMBER: Final = "100200423"
NEW: Final = "/demarches/nouvelle"

PAGES: Final[Mapping[str, tuple[Answers, ...]]] = {
    "abonnement": (
        {"street": "3 rue de l’Église", "postcode": "57 130", "town": "VERNÉVILLE"},
        {
            "move_in_on": "2026-12-01",
            "occupancy": "tenant",
            "previous_occupant": "M. Schmitt",
        },
        {"meter": "H25LA004127", "index": "0412"},
        {
            "name": "Lucie Benali",
            "second_name": "Karim Benali",
            "born_on": "1988-02-29",
            "telephone": "06 12 34 56 78",
        },
        {
            "billing_street": "8 place d’Armes",
            "billing_postcode": "57000",
            "billing_town": "METZ",
        },
        {"payment_mode": "monthly", "e_invoice": "yes"},
        {"message": "Bonjour,\nle compteur est dans la cave."},
    ),
    "resiliation": (
        {"contract_number": NUMBER},
        {"leaving_on": "2026-12-31", "index": "580", "new_occupant": "Mme Lambert"},
        {
            "street": "8 place d’Armes",
            "postcode": "57000",
            "town": "METZ",
            "telephone": "+352 621 123 456",
        },
        {"message": ""},
    ),
    "fuite": (
        {"where": "after_meter", "contract_number": ""},
        {"street": "4 allée des Vergers", "postcode": "57140", "town": "PLESNOIS"},
        {
            "since": "2026-11-20",
            "flowing": "yes",
            "message": "L’eau coule sous l’évier.",
            "telephone": "0612345678",
        },
        {},
    ),
    "autre": (
        {
            "contract_number": NUMBER,
            "subject": "Montant de ma facture",
            "message": "Bonjour,\n\nelle me semble élevée.",
        },
    ),
}
"""The last page of each sends it."""


def whole(kind: str) -> dict[str, str]:
    """Return every answer at once."""
    return {name: words for page in PAGES[kind] for name, words in page.items()}


def walked(browser: Browser, kind: str) -> Page:
    """Answer page by page, and stop at the last, not sent yet."""
    page = browser.open(f"{NEW}/{kind}")
    for answers in PAGES[kind][:-1]:
        page = browser.press("Continuer", **answers)
    return page


def at_once(browser: Browser, kind: str, **others: str) -> Sending:
    """Fill in all that a kind asks, as a program does that never saw its pages."""
    form = browser.prepare(f"{NEW}/{kind}")
    known = {name: words for name, words in form.fields if name in {"csrf_token", "submission"}}
    fields = known | whole(kind) | others
    return attrs.evolve(form, fields=tuple(fields.items()), files=())


def a_pdf() -> bytes:
    """Return a document of one page."""
    written = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(written)
    return written.getvalue()


def a_picture() -> bytes:
    """Return a PNG."""
    drawn = BytesIO()
    Image.new("RGB", (400, 300), "navy").save(drawn, "PNG")
    return drawn.getvalue()
