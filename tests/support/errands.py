"""What subscribers do in the portal, with one hand in one window; each page is read on the way."""

import attrs
from playwright.sync_api import Locator, Page, expect

from tests.support.hands import Hand
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served
from tests.support.window import Window

ODILE = "odile.marchal@exemple.fr"


def heading(page: Page, words: str) -> None:
    """See that the page is the one of that title."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@attrs.frozen(kw_only=True)
class Errands:
    """Those of Odile."""

    window: Window
    hand: Hand
    place: Served

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.place.at}{path}")

    def sign_up(self) -> None:
        """Register, and activate the account by the link of the letter."""
        self.open("/")
        self.hand.press("S’inscrire")
        self.hand.write("Email", ODILE)
        self.hand.write("Mot de passe", PASSWORD)
        self.hand.write("Confirmation du mot de passe", PASSWORD)
        self.hand.press("Valider")
        heading(self.page, "Vérifiez votre messagerie")
        self._follow_letter("activation", to="/activation")
        self.hand.write("Mot de passe", PASSWORD)
        self.hand.press("Activer mon compte")
        heading(self.page, "Bienvenue sur votre espace abonné.")

    def sign_in(self, *, to: str = "/tableau-de-bord", title: str = "Tableau de bord") -> None:
        self.open(f"/connexion?next={to}")
        self.hand.write("E-mail", ODILE)
        self.hand.write("Mot de passe", PASSWORD)
        self.hand.press("Se connecter")
        heading(self.page, title)

    def link(self, contract: str) -> None:
        """Do so after signing up, as the page that welcomes proposes."""
        self.hand.press("Lier un contrat")
        self.hand.write("1 Numéro de contrat", contract)
        self.hand.write("2 Clé de sécurité", key_of(contract).lower())
        self.hand.press("Lier un contrat")
        heading(self.page, "Votre contrat est lié à votre compte")
        self.hand.press("Aller au tableau de bord")
        heading(self.page, "Tableau de bord")

    def send_a_doubtful_reading(self, index: str) -> None:
        """Learn that it is not taken as it is."""
        self.hand.press("Transmettre un relevé de compteur")
        heading(self.page, "Transmettre un relevé")
        self._send_index(index)
        expect(self.page.get_by_role("alert")).to_contain_text("Relisez votre compteur")
        expect(self.page.get_by_role("alert")).to_be_focused()
        expect(self.page).to_have_title(
            "Erreur : Transmettre un relevé – SIEGVO, mon espace abonné"
        )

    def correct_it(self, index: str) -> str:
        """Return the number it is given."""
        self._send_index(index)
        expect(self.main).to_contain_text("Le service de facturation reçoit votre relevé.")
        return self._reading_sent()

    def confirm_it(self) -> str:
        """Return the number it is given."""
        self.hand.tick("J’ai relu mon compteur")
        self.hand.press("Transmettre ce relevé")
        expect(self.main).to_contain_text("un agent l’examine d’abord")
        return self._reading_sent()

    def look_at_consumption(self, *, sent: str) -> None:
        """See what was drawn, as a picture and as a table, and the reading just sent."""
        self.hand.press("Consommations")
        heading(self.page, "Consommations")
        expect(self.main.get_by_role("img").first).to_be_visible()
        expect(self.main.get_by_role("table")).to_contain_text("litres")
        expect(self.main).to_contain_text(f"Relevé transmis : {sent} m³ le 23/11/2026")

    def ask_in_writing(self, subject: str, message: str) -> str:
        """Return the number the request is given."""
        self.hand.press("Démarches")
        heading(self.page, "Démarches")
        self.hand.press("Faire une autre demande")
        self.hand.write("Objet", subject)
        self.hand.write("Votre message", message)
        self.hand.press("Envoyer la demande")
        expect(self.main).to_contain_text("Votre demande est enregistrée")
        expect(self.main).to_contain_text(message)
        return self.page.url.rpartition("/")[2].partition("?")[0]

    def leave_to_pay(self, amount: str) -> None:
        """Go from the invoices to the page of the treasury."""
        self.hand.press(f"Payer {amount} en ligne")
        heading(self.page, f"Payer {amount}")
        assert not self.page.url.startswith(self.place.at)

    def pay(self) -> None:
        """Do so at the treasury, and come back before it has told anybody."""
        self.hand.press("Payer par carte")
        heading(self.page, "Nous attendons la réponse de la trésorerie")
        assert self.page.url.startswith(f"{self.place.at}/paiements/")

    def learn_that_it_is_paid(self) -> None:
        """Look again, once the worker has asked the treasury."""
        billing = self.place.service.portal.billing
        while billing.list_payments(most=1)[0].state.is_open:
            billing.check_payments()
        self.hand.press("Actualiser")
        heading(self.page, "Votre paiement est enregistré par la trésorerie")

    def ask_to_pay_on_invoice(self) -> str:
        """Ask so instead of monthly, from the dashboard; return the number of the request."""
        self.hand.press("Tableau de bord")
        self.hand.press("Modifier mon mode de règlement")
        self.hand.choose("À réception de la facture")
        self.hand.press("Continuer")
        heading(self.page, "Vérifiez votre demande")
        expect(self.main).to_contain_text("Règlement à réception de la facture")
        self.hand.press("Demander ce changement")
        heading(self.page, "Règlement de vos factures")
        expect(self.main).to_contain_text("Il reste à confirmer votre demande")
        return self.page.url.rpartition("=")[2]

    def open_change_of_payment(self) -> None:
        """Follow the link of the letter in the same window."""
        self._follow_letter("payment_change_to_confirm", to="/contrats/changement/confirmation")
        heading(self.page, "Confirmer votre changement de règlement")

    def confirm_change_of_payment(self) -> None:
        self.hand.press("Confirmer ce changement")
        heading(self.page, "Votre changement est confirmé")

    def sign_out(self) -> None:
        self.hand.press("Se déconnecter")
        expect(self.page.get_by_role("status")).to_have_text("Vous êtes déconnecté.")

    def _send_index(self, index: str) -> None:
        self.hand.write("Chiffres noirs du compteur", index)
        self.hand.press("Transmettre ce relevé")

    def _reading_sent(self) -> str:
        heading(self.page, "Votre relevé est transmis")
        return self.page.locator("main .figure").inner_text()

    def _follow_letter(self, template: str, *, to: str) -> None:
        self.place.service.post()
        letters = [each for each in self.place.mailbox.letters if each.template == template]
        self.open(f"{to}/{letters[-1].facts['token']}")
