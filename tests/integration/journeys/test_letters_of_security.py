"""Whatever touches an account is told to its owner, in the worker's next round."""

from datetime import timedelta
from typing import Final

import pytest

from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.browser import Browser
from tests.support.every_form import NUMBER, ODILE, PREPARED
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal

NEW, KARIM = "odile@exemple.org", "karim@exemple.fr"
FRESH: Final = "lanterne vingt-deux orge dimanche"
STRANGER: Final = "203.0.113.77"
PAYER: Final = PayerCode("R000022")

Told = list[tuple[str, str]]


@pytest.fixture
def odile(writing_service: SamplePortal) -> Browser:
    """Give the browser of somebody who has read every letter so far."""
    browser = writing_service.subscriber(NUMBER)
    writing_service.post()
    return browser


def told(service: SamplePortal, mail: MailSink) -> Told:
    """Let the worker do one round, at this very moment; return to whom it wrote what."""
    before = len(mail.arrived)
    service.post()
    return [
        (recipient, str(each.message["Subject"]))
        for each in mail.arrived[before:]
        for recipient in each.recipients
    ]


class TestTheOwnerOfAnAccount:
    @pytest.mark.usefixtures("odile")
    def test_is_told_of_a_new_device(self, writing_service: SamplePortal, mail: MailSink) -> None:
        writing_service.visitor().submit("/connexion", email=ODILE, password=PASSWORD)

        assert told(writing_service, mail) == [(ODILE, "Nouvelle connexion à votre compte SIEGVO")]

    @pytest.mark.usefixtures("odile")
    def test_is_told_when_somebody_gets_in_after_five_failures(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        for _ in range(5):
            writing_service.visitor().submit("/connexion", email=ODILE, password=FRESH, expect=422)
        writing_service.clock.advance(timedelta(minutes=2))
        late = writing_service.visitor()
        late.client.environ_base["REMOTE_ADDR"] = STRANGER
        late.submit("/connexion", email=ODILE, password=PASSWORD)

        written = told(writing_service, mail)

        assert (ODILE, "Connexion à votre compte SIEGVO après des échecs") in written
        assert {recipient for recipient, _ in written} == {ODILE}
        assert STRANGER not in "".join(each.text for each in mail.arrived)

    def test_is_told_of_another_password(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit(
            "/mon-compte/mot-de-passe",
            current_password=PASSWORD,
            password=FRESH,
            password_confirmation=FRESH,
        )

        assert told(writing_service, mail) == [(ODILE, "Votre mot de passe SIEGVO a changé")]

    def test_is_told_of_a_password_chosen_by_mail(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser, sending = PREPARED["/reinitialisation"](writing_service, mail)
        browser.deliver(sending)

        assert told(writing_service, mail) == [(ODILE, "Votre mot de passe SIEGVO a changé")]

    def test_is_told_of_another_address_at_both(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit("/mon-compte/adresse-e-mail", email=NEW, password=PASSWORD)
        assert {recipient for recipient, _ in told(writing_service, mail)} == {ODILE, NEW}
        letter = letter_about(mail, "Confirmez votre nouvelle adresse")
        odile.open(link_in(letter, "/mon-compte/adresse-e-mail/confirmation/"))
        odile.press("Confirmer cette adresse")

        assert sorted(told(writing_service, mail)) == [
            (ODILE, "Votre adresse e-mail a changé"),
            (NEW, "Votre nouvelle adresse SIEGVO est confirmée"),
        ]

    @pytest.mark.usefixtures("odile")
    def test_is_told_of_a_contract_linked_and_so_are_those_linked_before(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        karim = writing_service.subscriber(email=KARIM)
        writing_service.post()

        karim.submit("/contrats/lier", contract_number=NUMBER, security_key=key_of(NUMBER))

        assert sorted(told(writing_service, mail)) == [
            (KARIM, "Un contrat est lié à votre compte SIEGVO"),
            (ODILE, "SIEGVO\u00a0: un autre compte voit aussi vos contrats"),
        ]

    @pytest.mark.usefixtures("odile")
    def test_is_told_of_a_contract_taken_away(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        writing_service.portal.contracts.unlink_payer(
            EmailAddress(ODILE), PAYER, actor=writing_service.clerk
        )

        subject = "Un contrat n’est plus lié à votre compte SIEGVO"
        assert told(writing_service, mail) == [(ODILE, subject)]

    def test_is_told_goodbye(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit("/mon-compte/suppression", password=PASSWORD)

        assert told(writing_service, mail) == [(ODILE, "Votre compte SIEGVO est supprimé")]
