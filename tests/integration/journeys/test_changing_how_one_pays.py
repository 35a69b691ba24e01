"""Joining direct debit, paying by the month, another account: page by page or all at once."""

from datetime import timedelta
from typing import Final

import pytest

from siegvo.domain.requests.reference import RequestReference
from tests.support.arranging import (
    ANOTHER_ACCOUNT,
    IBAN,
    ON_THE_SAME_ACCOUNT,
    SEND,
    TO_DEBIT,
    TO_INVOICE,
    TO_MONTHLY,
    account_of,
    asked,
    at_once,
    mode_of,
    walked,
)
from tests.support.browser import Browser
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.page import Page
from tests.support.sample_portal import PASSWORD, SamplePortal

NUMBER, MONTHLY, DEBITED, ENDED = "100200304", "100200423", "100200394", "100200317"
MODE, ACCOUNT, HOW = mode_of(NUMBER), account_of(NUMBER), f"/contrats/{NUMBER}/reglement"
FIRST: Final = RequestReference(2026, 1)
MASKED: Final = f"FR76 •••• •••• {IBAN[-3:]}"


@pytest.fixture
def browser(writing_service: SamplePortal) -> Browser:
    return writing_service.subscriber(NUMBER)


def _link(service: SamplePortal, mail: MailSink, subject: str, page: str) -> str:
    service.post()
    return link_in(letter_about(mail, subject), f"/contrats/changement/{page}/")


def _hides(page: Page) -> bool:
    spaced = " ".join(IBAN[at : at + 4] for at in range(0, len(IBAN), 4))
    return IBAN not in page.source and spaced not in page.source and IBAN not in page.path


class TestJoiningDirectDebit:
    def test_is_asked_one_thing_a_page(self, browser: Browser) -> None:
        first = browser.open(MODE)
        assert "Mode de règlement · Étape 1" in first

        second = browser.press("Continuer", payment_mode="direct_debit")
        third = browser.press("Continuer", iban=IBAN, account_holder="Odile Marchal")
        last = browser.press("Continuer")
        done = browser.press(SEND, consent=True)

        assert second.heading == "Le compte à prélever"
        assert "Étape 2 sur 4" in second
        assert third.heading == "Le mandat que vous signez"
        assert third.fact("IBAN") == MASKED
        assert third.fact("Titulaire") == "Odile Marchal"
        assert last.heading == "Votre accord"
        assert last.fact("Changement") == "Règlement par prélèvement à l’échéance"
        assert last.fact("À partir du") == "06/12/2026"
        assert "Il reste à confirmer votre demande" in done
        assert done.path == f"{HOW}?fait=D-2026-000001"
        assert all(_hides(each) for each in (second, third, last, done))

    def test_names_the_bank_and_who_debits_before_anybody_signs(self, browser: Browser) -> None:
        page = walked(browser, MODE, TO_DEBIT[:3])

        assert page.heading == "Le mandat que vous signez"
        assert page.fact("Banque")
        assert page.fact("BIC")
        assert page.fact("Identifiant créancier (ICS)")
        assert page.links()["Lire le mandat (PDF)"] == f"/contrats/{NUMBER}/mandat.pdf"

    def test_says_what_comes_next_and_by_when(self, browser: Browser) -> None:
        done = asked(browser, MODE, TO_DEBIT)

        assert "À confirmer par le lien du courriel avant le 24/11/2026" in done
        assert "elle attend encore 72 h" in done
        assert "Annuler ce changement" in done
        assert done.links()["D-2026-000001"] == "/demarches/D-2026-000001"

    def test_is_asked_all_at_once_by_a_program(self, browser: Browser) -> None:
        done = browser.deliver(at_once(browser, MODE, TO_DEBIT))

        assert "D-2026-000001" in done

    def test_is_asked_confirmed_from_the_mailbox_and_waits(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        asked(browser, MODE, TO_DEBIT)
        stranger = writing_service.visitor()
        page = stranger.open(_link(writing_service, mail, "onfirmez", "confirmation"))
        assert IBAN[-3:] in page

        done = stranger.press("Confirmer ce changement")

        assert "Votre changement est confirmé" in done
        assert "Délai pour l’annuler jusqu’au 26/11/2026" in browser.open(HOW)
        writing_service.portal.payments.let_through(FIRST, actor=writing_service.clerk)
        writing_service.clock.advance(timedelta(hours=72))
        assert writing_service.portal.payments.run_due_changes() == 1

    def test_link_serves_once(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        asked(browser, MODE, TO_DEBIT)
        link = _link(writing_service, mail, "onfirmez", "confirmation")
        stranger = writing_service.visitor()
        stranger.open(link)
        stranger.press("Confirmer ce changement")

        assert "Ce lien ne sert plus" in stranger.open(link, expect=422)

    def test_may_be_cancelled_by_the_link_of_the_second_letter(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        asked(browser, MODE, TO_DEBIT)
        stranger = writing_service.visitor()
        stranger.open(_link(writing_service, mail, "onfirmez", "confirmation"))
        stranger.press("Confirmer ce changement")

        stranger.open(_link(writing_service, mail, "confirmé", "annulation"))
        done = stranger.press("Annuler ce changement")

        assert "Le changement est annulé" in done
        assert "Changement en cours" not in browser.open(HOW)

    def test_is_not_taken_back_on_line_once_it_has_left(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        asked(browser, MODE, TO_DEBIT)
        stranger = writing_service.visitor()
        stranger.open(_link(writing_service, mail, "onfirmez", "confirmation"))
        stranger.press("Confirmer ce changement")
        writing_service.portal.payments.let_through(FIRST, actor=writing_service.clerk)
        writing_service.clock.advance(timedelta(hours=72))
        writing_service.portal.payments.run_due_changes()
        link = _link(writing_service, mail, "confirmé", "annulation")
        writing_service.portal.exchange.export_payment_modes(since=None, hand_over=list)

        letter = stranger.open(link)

        assert letter.heading == "Ce changement ne s’annule plus ici"
        assert "Annuler ce changement" not in letter
        browser.submit("/connexion", email="odile.marchal@exemple.fr", password=PASSWORD)
        how = browser.open(HOW)
        assert "il ne s’annule plus ici" in how
        assert "Annuler ce changement" not in how

    def test_may_be_cancelled_where_it_was_asked(self, browser: Browser) -> None:
        asked(browser, MODE, TO_DEBIT)

        done = browser.press("Annuler ce changement")

        assert "Le changement est annulé" in done
        assert "Changement en cours" not in done


class TestAFaultyAnswer:
    @pytest.mark.parametrize(
        ("typed", "field", "heading"),
        [
            ({"iban": ""}, "iban", "Le compte à prélever"),
            ({"iban": "FR76 3000 6000 0112 3456 7890 188"}, "iban", "Le compte à prélever"),
            ({"account_holder": ""}, "account_holder", "Le compte à prélever"),
            ({"payment_mode": "on_invoice"}, "payment_mode", "Comment voulez-vous payer"),
            ({"payment_mode": "gratis"}, "payment_mode", "Comment voulez-vous payer"),
            ({"consent": ""}, "consent", "Votre accord"),
        ],
    )
    def test_is_told_on_its_page_and_nothing_else_is_lost(
        self, browser: Browser, typed: dict[str, str], field: str, heading: str
    ) -> None:
        sending = at_once(browser, MODE, TO_DEBIT, **typed)

        page = browser.deliver(sending, expect=422)

        assert page.heading.startswith(heading)
        assert page.identified(f"{field}-error").text
        assert _hides(page)
        if "account_holder" not in typed:
            assert page.typed_in("account_holder") == "Odile Marchal"

    def test_leaves_a_mistyped_account_to_be_corrected(self, browser: Browser) -> None:
        walked(browser, MODE, TO_DEBIT[:2])

        page = browser.press("Continuer", expect=422, iban="FR76 3000", account_holder="Odile")

        assert page.typed_in("iban") == "FR76 3000"
        assert page.typed_in("account_holder") == "Odile"

    def test_never_has_a_good_account_typed_again(self, browser: Browser) -> None:
        walked(browser, MODE, TO_DEBIT)

        refused = browser.press(SEND, expect=422, consent=False)
        done = browser.press(SEND, consent=True)

        assert _hides(refused)
        assert "D-2026-000001" in done

    def test_keeps_the_account_when_one_goes_back(self, browser: Browser) -> None:
        walked(browser, MODE, TO_DEBIT)

        browser.press("Précédent")
        page = browser.press("Précédent")
        again = browser.press("Continuer")

        assert f"Compte retenu {MASKED}" in page
        assert page.typed_in("iban") == ""
        assert page.typed_in("account_holder") == "Odile Marchal"
        assert again.fact("IBAN") == MASKED


class TestAnAccountUnderSeal:
    def test_serves_for_half_an_hour(self, writing_service: SamplePortal, browser: Browser) -> None:
        walked(browser, MODE, TO_DEBIT)
        for _ in range(2):
            writing_service.clock.advance(timedelta(minutes=15))
            browser.ask("GET", "/demarches")

        page = browser.press(SEND, expect=422, consent=True)

        assert page.heading == "Le compte à prélever"
        assert "Saisissez l’IBAN" in page.identified("iban-error").text

    def test_serves_nobody_else(self, writing_service: SamplePortal, browser: Browser) -> None:
        slip = walked(browser, MODE, TO_DEBIT).typed_in("sealed_iban")
        other = writing_service.subscriber(NUMBER, email="karim@exemple.fr")

        sending = at_once(other, MODE, TO_DEBIT, iban="", sealed_iban=slip)
        page = other.deliver(sending, expect=422)

        assert "Saisissez l’IBAN" in page.identified("iban-error").text

    @pytest.mark.parametrize("slip", ["faux", "v1.x.y", "v1..", "|"])
    def test_is_no_word_of_ones_own(self, browser: Browser, slip: str) -> None:
        page = browser.deliver(
            at_once(browser, MODE, TO_DEBIT, iban="", sealed_iban=slip), expect=422
        )

        assert page.identified("iban-error").text


class TestTheProof:
    def test_is_asked_first_after_a_while(
        self, writing_service: SamplePortal, browser: Browser
    ) -> None:
        writing_service.clock.advance(timedelta(minutes=11))

        page = browser.open(MODE)

        assert page.path.startswith("/connexion/confirmation")

    def test_is_asked_of_a_program_that_sends_all_at_once(
        self, writing_service: SamplePortal, browser: Browser
    ) -> None:
        sending = at_once(browser, MODE, TO_DEBIT)
        writing_service.clock.advance(timedelta(minutes=11))

        page = browser.deliver(sending)

        assert page.path.startswith("/connexion/confirmation")

    def test_is_asked_on_the_last_page_of_who_takes_time(
        self, writing_service: SamplePortal, browser: Browser
    ) -> None:
        walked(browser, MODE, TO_DEBIT[:3])
        writing_service.clock.advance(timedelta(minutes=11))
        browser.press("Continuer")

        refused = browser.press(SEND, expect=422, consent=True, password="")
        wrong = browser.press(SEND, expect=422, consent=True, password="une autre phrase")
        done = browser.press(SEND, consent=True, password=PASSWORD)

        assert "Saisissez votre mot de passe" in refused.identified("password-error").text
        assert wrong.identified("password-error").text
        assert "D-2026-000001" in done

    def test_runs_out_and_nothing_is_lost(
        self, writing_service: SamplePortal, browser: Browser
    ) -> None:
        last = walked(browser, MODE, TO_DEBIT)
        assert "Votre mot de passe" not in last
        writing_service.clock.advance(timedelta(minutes=11))

        refused = browser.press(SEND, expect=422, consent=True)
        done = browser.press(SEND, consent=True, password=PASSWORD)

        assert "Saisissez votre mot de passe" in refused.identified("password-error").text
        assert "D-2026-000001" in done


class TestPayingByTheMonth:
    def test_shows_the_schedule_before_anybody_agrees_and_after(self, browser: Browser) -> None:
        before = walked(browser, MODE, TO_MONTHLY[:3])

        assert before.heading == "Votre échéancier"
        assert len(before.rows()) == 10
        assert "Total" in before
        browser.press("Continuer")
        browser.press("Continuer")
        done = browser.press(SEND, consent=True)
        assert done.rows() == before.rows()
        assert "Échéancier demandé" in done

    def test_is_a_request_with_the_day(self, browser: Browser) -> None:
        done = asked(browser, MODE, TO_MONTHLY)

        assert "D-2026-000001" in done
        assert "le 10 du mois" in done

    def test_wants_a_day(self, browser: Browser) -> None:
        sending = at_once(browser, MODE, TO_DEBIT, payment_mode="monthly")

        page = browser.deliver(sending, expect=422)

        assert "jour" in page.identified("debit_day-error").text.lower()

    def test_keeps_the_account_that_is_debited(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(DEBITED)

        last = walked(browser, mode_of(DEBITED), ON_THE_SAME_ACCOUNT)
        done = browser.press(SEND, consent=True)

        assert "J’ai lu l’échéancier et j’autorise ces prélèvements." in last
        assert "D-2026-000001" in done


class TestGoingBackToInvoices:
    def test_takes_two_pages(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY)

        last = walked(browser, mode_of(MONTHLY), TO_INVOICE)
        done = browser.press(SEND)

        assert last.heading == "Vérifiez votre demande"
        assert "Étape 2 sur 2" in last
        assert "Règlement à réception de la facture, au lieu d’un règlement par mensualités" in done


class TestAnotherAccount:
    def test_is_not_asked_where_nothing_is_debited(self, browser: Browser) -> None:
        page = browser.open(ACCOUNT)

        assert page.heading == "Rien n’est prélevé pour ce contrat"

    def test_is_refused_where_nothing_is_debited(self, browser: Browser) -> None:
        form = at_once(browser, MODE, ANOTHER_ACCOUNT).fields

        answer = browser.ask("POST", ACCOUNT, data=dict(form))

        assert answer.status_code == 422
        assert IBAN not in answer.text

    def test_is_to_be_given(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY, email="loic@exemple.fr")
        browser.open(account_of(MONTHLY))

        page = browser.press("Continuer", expect=422)

        assert "Saisissez l’IBAN" in page.identified("iban-error").text
        assert "Saisissez le nom" in page.identified("account_holder-error").text

    def test_is_a_request_that_hides_it(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY, email="loic@exemple.fr")

        done = asked(browser, account_of(MONTHLY), ANOTHER_ACCOUNT)

        assert "D-2026-000001" in done
        assert _hides(done)

    def test_is_asked_all_at_once_by_a_program(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY, email="loic@exemple.fr")

        done = browser.deliver(at_once(browser, account_of(MONTHLY), ANOTHER_ACCOUNT))

        assert "D-2026-000001" in done

    def test_wants_the_password(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY)
        walked(browser, account_of(MONTHLY), ANOTHER_ACCOUNT)

        wrong = browser.press(SEND, expect=422, consent=True, password="une autre phrase de passe")
        none = browser.press(SEND, expect=422, consent=True, password="")

        assert wrong.identified("password-error").text
        assert none.identified("password-error").text
        assert none.heading == "Votre accord"


class TestAContractThatEnded:
    def test_changes_no_more(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(ENDED)

        page = browser.open(mode_of(ENDED))

        assert page.heading == "Ce contrat est résilié"


class TestTakingAMandateBack:
    def test_is_done_at_once(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY)
        browser.open(f"/contrats/{MONTHLY}/reglement")

        page = browser.follow("Révoquer mon mandat")
        done = browser.press("Révoquer mon mandat", password=PASSWORD)

        assert "sans délai" in page
        assert "Votre mandat est révoqué" in done
        assert "Annuler ce changement" not in done
        assert "Révoquer mon mandat" not in done.links()

    def test_wants_the_password(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(MONTHLY)
        path = f"/contrats/{MONTHLY}/mandat/revocation"

        page = browser.submit(path, expect=422, password="une autre phrase de passe")

        assert page.identified("password-error").text

    def test_is_not_offered_where_nothing_is_debited(self, browser: Browser) -> None:
        page = browser.open(f"/contrats/{NUMBER}/mandat/revocation")

        assert page.heading == "Rien n’est prélevé pour ce contrat"


class TestTheMandate:
    def test_may_be_read_before_it_is_given(self, browser: Browser) -> None:
        answer = browser.ask("GET", f"/contrats/{NUMBER}/mandat.pdf")

        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")


class TestALinkThatIsNone:
    @pytest.mark.parametrize("page", ["confirmation", "annulation"])
    def test_leads_nowhere(self, writing_service: SamplePortal, page: str) -> None:
        stranger = writing_service.visitor()

        found = stranger.open(f"/contrats/changement/{page}/inconnu", expect=404)

        assert "Ce lien ne mène à rien" in found
