"""Changing how one pays, on a telephone: asked, confirmed, waited for, exported, seen done."""

import csv
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import attrs
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from siegvo.entrypoints.cli.main import siegvo
from tests.support.accessibility import violations
from tests.support.builders.banking import french_iban
from tests.support.errands import Errands
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.sample_files import SAMPLES
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served
from tests.support.window import PHONE, Window, window

IBAN: Final = french_iban().text
REFERENCE: Final = "D-2026-000001"
SEND: Final = "Demander ce changement"

Steps = tuple[Callable[[Hand], None], ...]


def _write(label: str, text: str) -> Callable[[Hand], None]:
    return lambda hand: hand.write(label, text)


def _choose(label: str) -> Callable[[Hand], None]:
    return lambda hand: hand.choose(label)


@attrs.frozen(kw_only=True)
class Story:
    """Where one begins, what one does on each page, and what the billing system shows at last."""

    contract: str
    way: tuple[str, ...]
    pages: tuple[Steps, ...]
    export: str
    shown: dict[str, str]
    at_last: str
    hand: Callable[[Page], Hand] = Pointer


DEBIT: Final = "Par prélèvement à l’échéance de chaque facture"
MONTHLY: Final = "Par mensualités, un prélèvement chaque mois"
INVOICE: Final = "À réception de la facture"
FROM_REQUESTS: Final = (
    "Démarches",
    "Adhérer au prélèvement automatique ou à la mensualisation",
)
FROM_THE_DASHBOARD: Final = ("Modifier mon mode de règlement",)
AGREED: Final[Steps] = (lambda hand: hand.tick("J’ai lu"),)
MASKED: Final = {"iban_masque": f"FR76 XXXX XXXX {IBAN[-3:]}"}


def _account(holder: str) -> Steps:
    return (_write("IBAN", IBAN), _write("Titulaire du compte", holder))


STORIES: Final = {
    "on invoice to debit": Story(
        contract="100200304",
        way=FROM_REQUESTS,
        pages=((_choose(DEBIT),), _account("Amélie Mangin"), (), AGREED),
        export="payment-modes",
        shown={"mode_reglement": "echeance", **MASKED},
        at_last="Par prélèvement à l’échéance",
    ),
    "on invoice to monthly": Story(
        contract="100200304",
        way=FROM_REQUESTS,
        pages=(
            (_choose(MONTHLY),),
            (*_account("Amélie Mangin"), _choose("Le 10 du mois")),
            (),
            (),
            AGREED,
        ),
        export="payment-modes",
        shown={"mode_reglement": "mensuel", **MASKED},
        at_last="Par mensualités",
        hand=Keyboard,
    ),
    "debit to monthly": Story(
        contract="100200545",
        way=FROM_THE_DASHBOARD,
        pages=((_choose(MONTHLY),), (_choose("Le 5 du mois"),), (), AGREED),
        export="payment-modes",
        shown={"mode_reglement": "mensuel"},
        at_last="Par mensualités",
    ),
    "monthly to on invoice": Story(
        contract="100200423",
        way=FROM_THE_DASHBOARD,
        pages=((_choose(INVOICE),), ()),
        export="payment-modes",
        shown={"mode_reglement": "facture"},
        at_last="À réception de la facture",
        hand=Keyboard,
    ),
    "another account": Story(
        contract="100200423",
        way=("Modifier mes coordonnées bancaires",),
        pages=(
            _account("Loïc Ferreira"),
            (),
            (*AGREED, _write("Votre mot de passe", PASSWORD)),
        ),
        export="mandates",
        shown=MASKED,
        at_last="Par mensualités",
    ),
}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Window]:
    """Give a telephone; the test fails if anything in it complained."""
    with window(browser, screen=PHONE) as opened:
        yield opened
    assert opened.complaints == []


def _is_for_everybody(opened: Window) -> bool:
    assert opened.overflow() == 0
    assert list(violations(opened.page)) == []
    assert IBAN not in opened.page.content()
    return True


def _sign_in(opened: Window, hand: Hand, *, at: Served) -> None:
    Errands(window=opened, hand=hand, place=at).sign_in()


def _settle_in(opened: Window, hand: Hand, *, contract: str, at: Served) -> None:
    """Be known for longer than a week: what is new is looked at by staff."""
    at.service.account(contract)
    _sign_in(opened, hand, at=at)
    at.service.clock.advance(timedelta(days=8))
    _sign_in(opened, hand, at=at)


def _ask(opened: Window, hand: Hand, story: Story) -> None:
    assert _is_for_everybody(opened)
    for name in story.way:
        hand.press(name)
        assert _is_for_everybody(opened)
    *before, last = story.pages
    for steps in before:
        for step in steps:
            step(hand)
        hand.press("Continuer")
        assert _is_for_everybody(opened)
    for step in last:
        step(hand)
    hand.press(SEND)


def _confirm(opened: Window, hand: Hand, *, at: Served) -> None:
    """Open the link of the letter on the same telephone."""
    errands = Errands(window=opened, hand=hand, place=at)
    errands.open_change_of_payment()
    assert _is_for_everybody(opened)
    errands.confirm_change_of_payment()
    assert _is_for_everybody(opened)


def _wait(opened: Window, *, contract: str, at: Served) -> None:
    """Let the delay go by, which the page tells of; the worker does what is due."""
    opened.page.goto(f"{at.at}/contrats/{contract}/reglement")
    expect(opened.page.locator("[aria-current=step]")).to_contain_text("Délai pour l’annuler")
    assert _is_for_everybody(opened)
    at.service.clock.advance(timedelta(hours=72))
    assert at.service.portal.payments.run_due_changes() == 1


def _hand_over(at: Served, *, export: str, contract: str, folder: Path) -> None:
    left = folder / "parti.csv"
    done = CliRunner().invoke(
        siegvo, ["export", export, "--output", str(left)], obj=at.service.portal
    )
    assert done.exit_code == 0, done.output
    assert contract in left.read_text(encoding="utf-8-sig")


def _import(at: Served, *, contract: str, shown: dict[str, str]) -> None:
    with (SAMPLES / "contrats.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["numero_contrat"]: row for row in csv.DictReader(file, delimiter=";")}
    at.service.receive(contracts=[{**rows[contract], **shown}])


def _is_done(opened: Window, hand: Hand, *, story: Story, at: Served) -> None:
    """See the new way on the dashboard, and the request closed."""
    _sign_in(opened, hand, at=at)
    card = opened.page.locator("article", has_text="E-facture").first
    expect(card).to_contain_text(story.at_last)
    expect(card).not_to_contain_text("Changement")
    if "iban_masque" in story.shown:
        expect(card).to_contain_text(f"•••• {IBAN[-3:]}")
    assert _is_for_everybody(opened)
    opened.page.goto(f"{at.at}/demarches/{REFERENCE}")
    expect(opened.page.locator("main .state").first).to_have_text("Terminée")
    opened.page.goto(f"{at.at}/contrats/{story.contract}/reglement")
    assert _is_for_everybody(opened)


class TestAChangeOfPayment:
    @pytest.mark.parametrize("name", STORIES)
    def test_is_lived_on_a_telephone(
        self, phone: Window, place: Served, tmp_path: Path, name: str
    ) -> None:
        story = STORIES[name]
        hand = story.hand(phone.page)
        _settle_in(phone, hand, contract=story.contract, at=place)

        _ask(phone, hand, story)
        expect(phone.page.locator("main")).to_contain_text("Il reste à confirmer votre demande")
        expect(phone.page.locator("main")).to_contain_text(REFERENCE)
        assert _is_for_everybody(phone)
        _confirm(phone, hand, at=place)
        _wait(phone, contract=story.contract, at=place)
        _hand_over(place, export=story.export, contract=story.contract, folder=tmp_path)
        _import(place, contract=story.contract, shown=story.shown)

        _is_done(phone, hand, story=story, at=place)


class TestTakingAMandateBack:
    def test_is_lived_on_a_telephone(self, phone: Window, place: Served, tmp_path: Path) -> None:
        hand, contract = Pointer(phone.page), "100200423"
        place.service.account(contract)
        _sign_in(phone, hand, at=place)
        hand.press("Mandat, échéancier, révocation")
        assert _is_for_everybody(phone)
        hand.press("Révoquer mon mandat")
        assert _is_for_everybody(phone)

        hand.write("Votre mot de passe", PASSWORD)
        hand.press("Révoquer mon mandat")

        expect(phone.page.locator("main")).to_contain_text("Votre mandat est révoqué")
        assert _is_for_everybody(phone)
        _hand_over(place, export="payment-modes", contract=contract, folder=tmp_path)
        _import(place, contract=contract, shown={"mode_reglement": "facture"})
        phone.page.goto(f"{place.at}/tableau-de-bord")
        expect(phone.page.locator("main")).to_contain_text("À réception de la facture")
        phone.page.goto(f"{place.at}/demarches/{REFERENCE}")
        expect(phone.page.locator("main .state").first).to_have_text("Terminée")


class TestAFaultyAnswer:
    def test_is_corrected_where_it_was_given(self, browser: Browser, place: Served) -> None:
        place.service.account("100200304")
        with window(browser, screen=PHONE) as opened:
            hand = Pointer(opened.page)
            _sign_in(opened, hand, at=place)
            opened.page.goto(f"{place.at}/contrats/100200304/mode-de-reglement")
            hand.choose(DEBIT)
            hand.press("Continuer")
            hand.write("IBAN", "FR76 3000")
            hand.write("Titulaire du compte", "Amélie Mangin")
            hand.press("Continuer")

            expect(opened.page.get_by_role("alert")).to_be_focused()
            assert opened.overflow() == 0
            assert list(violations(opened.page)) == []
            expect(opened.page.get_by_label("IBAN", exact=True)).to_have_value("FR76 3000")
            expect(opened.page.get_by_label("Titulaire du compte")).to_have_value("Amélie Mangin")

            hand.write("IBAN", IBAN)
            hand.press("Continuer")
            hand.press("Précédent")

            expect(opened.page.get_by_label("IBAN (facultatif)")).to_have_value("")
            expect(opened.page.locator("main")).to_contain_text("Compte retenu")
            assert _is_for_everybody(opened)
