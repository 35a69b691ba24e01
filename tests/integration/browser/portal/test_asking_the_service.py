"""Asking something of the service, on a telephone: page by page, each for everybody."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from tests.support.accessibility import violations
from tests.support.asking import a_picture
from tests.support.errands import Errands, heading
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.served import Served
from tests.support.window import PHONE, Window, window

CONTRACT: Final = "100200423"
SEND: Final = "Envoyer la demande"
OPTIONAL: Final = " (facultatif)"
_A_REFUSAL: Final = "the server responded with a status of 422"

Step = Callable[[Hand], None]


def _write(label: str, text: str) -> Step:
    return lambda hand: hand.write(label, text)


def _choose(label: str) -> Step:
    return lambda hand: hand.choose(label)


ADDRESS: Final = (
    _write("Numéro et rue", "8 place d’Armes"),
    _write("Code postal", "57 000"),
    _write("Commune", "METZ"),
)
STORIES: Final[Mapping[str, tuple[tuple[Step, ...], ...]]] = {
    "abonnement": (
        ADDRESS,
        (_write("Date d’emménagement", "2026-12-01"), _choose("Propriétaire")),
        (_write(f"Numéro du compteur{OPTIONAL}", "H25LA004127"),),
        (_write("Votre nom", "Lucie Benali"), _write("Téléphone", "06 12 34 56 78")),
        (),
        (_choose("Par mensualités"), _choose("Par la poste")),
        (_write(f"Une précision ?{OPTIONAL}", "Le compteur est dans la cave."),),
    ),
    "resiliation": (
        (),
        (_write("Date de départ", "2026-12-31"),),
        (*ADDRESS, _write("Téléphone", "06 12 34 56 78")),
        (),
    ),
    "fuite": (
        (_choose("Au compteur"),),
        (
            _write("Depuis quand ?", "2026-11-20"),
            _choose("Non, c’est réparé"),
            _write("Décrivez la fuite", "Elle est réparée."),
        ),
        (),
    ),
    "autre": ((_write("Objet", "Ma facture"), _write("Votre message", "Elle est élevée.")),),
}
"""What is done on each page; what is not said is left as it is."""


@pytest.fixture
def phone(browser: Browser, place: Served) -> Iterator[Window]:
    """Give the telephone of somebody signed in; the test fails if anything in it complained."""
    place.service.account(CONTRACT)
    with window(browser, screen=PHONE) as opened:
        Errands(window=opened, hand=Pointer(opened.page), place=place).sign_in()
        yield opened
    assert [each for each in opened.complaints if _A_REFUSAL not in each] == []


def _is_for_everybody(opened: Window) -> bool:
    assert opened.overflow() == 0
    assert list(violations(opened.page)) == []
    return True


def _tell(opened: Window, hand: Hand, *, kind: str, at: Served) -> None:
    opened.page.goto(f"{at.at}/demarches/nouvelle/{kind}")
    *before, last = STORIES[kind]
    for steps in before:
        assert _is_for_everybody(opened)
        for step in steps:
            step(hand)
        hand.press("Continuer")
    assert _is_for_everybody(opened)
    for step in last:
        step(hand)
    hand.press(SEND)
    opened.page.wait_for_url("**/demarches/D-2026-000001")
    expect(opened.page.locator("main")).to_contain_text("Votre demande est enregistrée")
    assert _is_for_everybody(opened)


class TestARequest:
    @pytest.mark.parametrize("hand", [Pointer, Keyboard], ids=["finger", "keyboard"])
    @pytest.mark.parametrize("kind", STORIES)
    def test_is_made_on_a_telephone(
        self, phone: Window, place: Served, kind: str, hand: Callable[[Page], Hand]
    ) -> None:
        _tell(phone, hand(phone.page), kind=kind, at=place)

    def test_says_what_to_correct_and_leads_there(self, phone: Window, place: Served) -> None:
        phone.page.goto(f"{place.at}/demarches/nouvelle/resiliation")
        hand = Pointer(phone.page)
        hand.press("Continuer")
        heading(phone.page, "Votre départ")

        hand.press("Continuer")

        expect(phone.page.get_by_role("alert")).to_be_focused()
        assert _is_for_everybody(phone)
        phone.page.get_by_role("alert").get_by_role("link").click()
        expect(phone.page.get_by_label("Date de départ")).to_be_focused()

    def test_keeps_every_line_from_page_to_page(self, phone: Window, place: Served) -> None:
        phone.page.goto(f"{place.at}/demarches/nouvelle/fuite")
        hand = Pointer(phone.page)
        hand.choose("Au compteur")
        hand.press("Continuer")
        hand.write("Depuis quand ?", "2026-11-20")
        hand.choose("Oui")
        hand.write("Décrivez la fuite", "D’abord.\n\nPuis.")
        hand.press("Continuer")
        hand.press("Modifier : Que se passe-t-il ?")

        expect(phone.page.get_by_label("Décrivez la fuite")).to_have_value("D’abord.\n\nPuis.")
        assert _is_for_everybody(phone)

    def test_is_answered_with_a_photo_and_taken_up_again(
        self, phone: Window, place: Served, tmp_path: Path
    ) -> None:
        _tell(phone, Pointer(phone.page), kind="autre", at=place)
        place.service.portal.requests.answer_request(
            RequestReference(2026, 1),
            message=MessageText("Envoyez-nous une photo."),
            actor=Actor.staff("c.weber"),
        )
        phone.page.goto(f"{place.at}/demarches")
        assert _is_for_everybody(phone)
        photo = tmp_path / "cave à vin.png"
        photo.write_bytes(a_picture())

        Pointer(phone.page).press("Autre demande : Ma facture")
        assert _is_for_everybody(phone)
        phone.page.get_by_label("Joindre un document (facultatif)").set_input_files(photo)
        Pointer(phone.page).press("Envoyer ma réponse")

        expect(phone.page.locator("main")).to_contain_text("Votre message est envoyé")
        with phone.page.expect_download() as saved:
            phone.page.get_by_role("link", name="cave à vin.jpg").click()
        assert saved.value.suggested_filename == "cave à vin.jpg"
        assert _is_for_everybody(phone)
