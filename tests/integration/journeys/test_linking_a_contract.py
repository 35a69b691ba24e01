import pytest

from tests.support.browser import Browser
from tests.support.mail_server import MailSink
from tests.support.sample_files import key_of
from tests.support.sample_portal import SamplePortal

FERREIRA = "100200423"


@pytest.fixture
def odile(writing_service: SamplePortal) -> Browser:
    """Give the browser of somebody signed in who has no contract yet, her letters read."""
    browser = writing_service.subscriber()
    writing_service.post()
    return browser


class TestLinkingAContract:
    def test_reads_the_codes_however_they_are_copied(self, odile: Browser) -> None:
        for number, key in (
            (" 100 200 423 ", "x65v jbxv"),
            ("100-200-423", "x65v-jbxv"),
            ("1oo.2oo.423", "X65VJBXV\u00a0"),
        ):
            page = odile.submit("/contrats/lier", contract_number=number, security_key=key)

            assert page.path.startswith("/contrats/lies")
            assert "127 rue de l'Église, PLESNOIS" in page

    def test_is_confirmed_by_mail(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        page = odile.submit(
            "/contrats/lier", contract_number=FERREIRA, security_key=key_of(FERREIRA)
        )
        assert "Un courriel de confirmation part à odile.marchal@exemple.fr." in page

        before = len(mail.arrived)
        writing_service.post()

        (letter,) = mail.arrived[before:]
        assert letter.message["Subject"] == "Un contrat est lié à votre compte SIEGVO"
        body = letter.message.get_body(preferencelist=("plain",))
        assert body is not None
        assert FERREIRA in body.get_content()
        assert key_of(FERREIRA) not in letter.message.as_string()

    def test_opens_all_the_contracts_of_the_payer(self, odile: Browser) -> None:
        page = odile.submit(
            "/contrats/lier", contract_number="100200338", security_key=key_of("100200338")
        )

        assert "Vos 4 contrats" in page
        for number in ("100200334", "100200338", "100200339", "100200345"):
            assert f"Contrat {number}" in page
            shown = odile.open(f"/tableau-de-bord?contrat={number}")
            assert shown.fact("Redevable") == "EARL Gœtz & Fils"

    def test_may_be_done_for_several_payers(self, odile: Browser) -> None:
        for number in (FERREIRA, "100200433"):
            odile.submit("/contrats/lier", contract_number=number, security_key=key_of(number))

        page = odile.open("/mon-compte")

        assert "Contrat 100200423" in page
        assert "Contrat 100200433" in page

    def test_says_kindly_that_it_was_done_already(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        for _ in range(2):
            page = odile.submit(
                "/contrats/lier", contract_number=FERREIRA, security_key=key_of(FERREIRA)
            )
            writing_service.post()

        assert page.heading == "Ce contrat était déjà lié à votre compte"
        subjects = [each.message["Subject"] for each in mail.arrived]
        assert subjects.count("Un contrat est lié à votre compte SIEGVO") == 1

    def test_may_be_done_by_two_and_tells_the_first(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit("/contrats/lier", contract_number=FERREIRA, security_key=key_of(FERREIRA))
        karim = writing_service.subscriber(email="karim@exemple.fr")
        writing_service.post()
        before = len(mail.arrived)

        karim.submit("/contrats/lier", contract_number=FERREIRA, security_key=key_of(FERREIRA))
        writing_service.post()

        told = {each.recipients[0]: str(each.message) for each in mail.arrived[before:]}
        assert told.keys() == {"odile.marchal@exemple.fr", "karim@exemple.fr"}
        assert "karim" not in told["odile.marchal@exemple.fr"]
        assert odile.open("/tableau-de-bord").fact("Numéro de contrat") == FERREIRA

    def test_opens_a_terminated_contract_too(self, odile: Browser) -> None:
        odile.submit(
            "/contrats/lier", contract_number="100200317", security_key=key_of("100200317")
        )

        page = odile.open("/tableau-de-bord")

        assert "Ce contrat est résilié depuis le 16/04/2026." in page
        assert "Transmettre un relevé de compteur" not in page


class TestARefusedLink:
    def test_does_not_say_which_of_the_two_is_wrong(self, odile: Browser) -> None:
        wrong_key = odile.submit(
            "/contrats/lier", contract_number=FERREIRA, security_key="AAAABBBB", expect=422
        )
        no_contract = odile.submit(
            "/contrats/lier", contract_number="999999999", security_key="AAAABBBB", expect=422
        )

        assert "ne vont pas ensemble" in wrong_key
        assert wrong_key.text == no_contract.text
        assert wrong_key.typed_in("contract_number") == FERREIRA
        assert odile.open("/tableau-de-bord").path == "/bienvenue"

    def test_explains_beside_the_question_what_is_no_code(self, odile: Browser) -> None:
        page = odile.submit("/contrats/lier", contract_number="douze", security_key="?", expect=422)

        assert "2 réponses sont à corriger" in page
        assert "par exemple 100214873" in page.said_beside("contract_number")
        assert "en haut à droite" in page.said_beside("security_key")

    def test_waits_after_five_mistakes_whatever_the_contract(self, odile: Browser) -> None:
        for last in range(5):
            odile.submit(
                "/contrats/lier",
                contract_number=f"99999999{last}",
                security_key="AAAABBBB",
                expect=422,
            )

        page = odile.submit(
            "/contrats/lier",
            contract_number=FERREIRA,
            security_key=key_of(FERREIRA),
            expect=429,
        )

        assert page.heading == "Trop d’essais"
