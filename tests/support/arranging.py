"""What people answer, page by page, when they change how a contract is paid."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from tests.support.browser import Browser
from tests.support.builders.banking import french_iban
from tests.support.page import Page
from tests.support.sample_portal import PASSWORD
from tests.support.web_form import Sending

Answers = Mapping[str, Any]
"""By the name of the field."""

IBAN: Final = french_iban().text
ACCOUNT: Final[Answers] = {"iban": IBAN, "account_holder": "Odile Marchal"}
TO_DEBIT: Final[tuple[Answers, ...]] = (
    {"payment_mode": "direct_debit"},
    ACCOUNT,
    {},
    {"consent": True},
)
TO_MONTHLY: Final[tuple[Answers, ...]] = (
    {"payment_mode": "monthly"},
    {**ACCOUNT, "debit_day": "10"},
    {},
    {},
    {"consent": True},
)
ON_THE_SAME_ACCOUNT: Final[tuple[Answers, ...]] = (
    {"payment_mode": "monthly"},
    {"debit_day": "10"},
    {},
    {"consent": True},
)
TO_INVOICE: Final[tuple[Answers, ...]] = ({"payment_mode": "on_invoice"}, {})
ANOTHER_ACCOUNT: Final[tuple[Answers, ...]] = (ACCOUNT, {}, {"consent": True, "password": PASSWORD})
"""The last page of each sends it."""

SEND: Final = "Demander ce changement"


def mode_of(number: str) -> str:
    return f"/contrats/{number}/mode-de-reglement"


def account_of(number: str) -> str:
    return f"/contrats/{number}/coordonnees-bancaires"


def whole(pages: tuple[Answers, ...]) -> dict[str, str]:
    """Return every answer at once, as a browser sends it."""
    answers = {name: words for page in pages for name, words in page.items()}
    return {name: "y" if words is True else words for name, words in answers.items()}


def walked(browser: Browser, path: str, pages: tuple[Answers, ...]) -> Page:
    """Answer page by page, and stop at the last, not sent yet."""
    page = browser.open(path)
    for answers in pages[:-1]:
        page = browser.press("Continuer", **answers)
    return page


def asked(browser: Browser, path: str, pages: tuple[Answers, ...]) -> Page:
    """Answer page by page, and send it."""
    walked(browser, path, pages)
    return browser.press(SEND, **pages[-1])


def at_once(browser: Browser, path: str, pages: tuple[Answers, ...], **others: str) -> Sending:
    """Fill in all that is asked, as a program does that never saw the pages."""
    form = browser.prepare(path, submission=_minted(browser.open(path)))
    known = {name: words for name, words in form.fields if name in {"csrf_token", "submission"}}
    fields = known | whole(pages) | others
    return attrs.evolve(form, fields=tuple(fields.items()))


def _minted(page: Page) -> str:
    return page.typed_in("submission")
