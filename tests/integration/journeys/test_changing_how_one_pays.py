"""Joining direct debit, paying by the month, another account: asked, confirmed, cancelled."""

from datetime import timedelta
from typing import Any, Final

import pytest

from siegvo.domain.requests.reference import RequestReference
from tests.support.browser import Browser
from tests.support.builders.banking import french_iban
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

NUMBER, DEBITED = "100200304", "100200423"
MODE, ACCOUNT = f"/contrats/{NUMBER}/mode-de-reglement", f"/contrats/{NUMBER}/coordonnees-bancaires"
IBAN = french_iban().text
DEBIT: Final[dict[str, Any]] = {
    "payment_mode": "direct_debit",
    "iban": IBAN,
    "account_holder": "Odile Marchal",
    "consent": True,
}
FIRST = RequestReference(2026, 1)


@pytest.fixture
def browser(writing_service: SamplePortal) -> Browser:
    return writing_service.subscriber(NUMBER)


def _link(service: SamplePortal, mail: MailSink, subject: str, page: str) -> str:
    service.post()
    return link_in(letter_about(mail, subject), f"/contrats/changement/{page}/")


class TestJoiningDirectDebit:
    def test_is_asked_confirmed_from_the_mailbox_and_waits(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        asked = browser.submit(MODE, **DEBIT)

        assert "D-2026-000001" in asked
        stranger = writing_service.visitor()
        page = stranger.open(_link(writing_service, mail, "onfirmez", "confirmation"))
        assert IBAN[-3:] in page
        done = stranger.press("Confirmer ce changement")
        assert "Votre changement est confirmé" in done
        pending = browser.open(MODE)
        assert "Un changement est en cours" in pending
        writing_service.portal.payments.let_through(FIRST, actor=writing_service.clerk)
        writing_service.clock.advance(timedelta(hours=72))
        assert writing_service.portal.payments.run_due_changes() == 1

    def test_link_serves_once(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        browser.submit(MODE, **DEBIT)
        link = _link(writing_service, mail, "onfirmez", "confirmation")
        stranger = writing_service.visitor()
        stranger.open(link)
        stranger.press("Confirmer ce changement")

        assert "Ce lien ne sert plus" in stranger.open(link, expect=422)

    def test_may_be_cancelled_by_the_link_of_the_second_letter(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        browser.submit(MODE, **DEBIT)
        stranger = writing_service.visitor()
        stranger.open(_link(writing_service, mail, "onfirmez", "confirmation"))
        stranger.press("Confirmer ce changement")

        stranger.open(_link(writing_service, mail, "confirmé", "annulation"))
        done = stranger.press("Annuler ce changement")

        assert "Le changement est annulé" in done
        assert "Un changement est en cours" not in browser.open(MODE)

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"iban": ""}, "iban"),
            ({"iban": "FR76 3000 6000 0112 3456 7890 188"}, "iban"),
            ({"account_holder": ""}, "account_holder"),
            ({"payment_mode": "on_invoice", "iban": ""}, "payment_mode"),
            ({"consent": False}, "consent"),
        ],
    )
    def test_says_beside_the_field_what_lacks_and_never_shows_the_account(
        self, browser: Browser, typed: dict[str, Any], field: str
    ) -> None:
        page = browser.submit(MODE, expect=422, **{**DEBIT, **typed})

        assert page.identified(f"{field}-error").text
        assert page.typed_in("iban") == ""
        assert IBAN not in page.source
        if "account_holder" not in typed:
            assert page.typed_in("account_holder") == "Odile Marchal"

    def test_asks_for_the_password_after_a_while(
        self, writing_service: SamplePortal, browser: Browser
    ) -> None:
        writing_service.clock.advance(timedelta(minutes=11))

        page = browser.open(MODE)

        assert page.path.startswith("/connexion/confirmation")


class TestPayingByTheMonth:
    def test_shows_the_schedule_before_anybody_agrees(self, browser: Browser) -> None:
        page = browser.open(MODE)

        assert "Échéancier de la mensualisation" in page
        assert len(page.rows()) == 10

    def test_is_a_request_with_the_day(self, browser: Browser) -> None:
        asked = browser.submit(MODE, **{**DEBIT, "payment_mode": "monthly", "debit_day": "10"})

        assert "D-2026-000001" in asked
        assert "le 10 du mois" in browser.open(MODE)

    def test_wants_a_day(self, browser: Browser) -> None:
        page = browser.submit(MODE, expect=422, **{**DEBIT, "payment_mode": "monthly"})

        assert "jour" in page.identified("debit_day-error").text.lower()


class TestAnotherAccount:
    def test_is_refused_where_nothing_is_debited(self, browser: Browser) -> None:
        page = browser.submit(
            ACCOUNT,
            expect=422,
            iban=IBAN,
            account_holder="Odile Marchal",
            consent=True,
            password=PASSWORD,
        )

        assert IBAN not in page.source

    def test_is_a_request_that_hides_it(self, writing_service: SamplePortal) -> None:
        browser = writing_service.subscriber(DEBITED, email="loic@exemple.fr")

        asked = browser.submit(
            f"/contrats/{DEBITED}/coordonnees-bancaires",
            iban=IBAN,
            account_holder="Loïc Ferreira",
            consent=True,
            password=PASSWORD,
        )

        assert "D-2026-000001" in asked
        assert IBAN not in asked.source

    def test_wants_the_password(self, browser: Browser) -> None:
        page = browser.submit(
            ACCOUNT,
            expect=422,
            iban=IBAN,
            account_holder="Odile Marchal",
            consent=True,
            password="une autre phrase de passe",
        )

        assert "mot de passe" in page.text.lower()


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
