from concurrent.futures import ThreadPoolExecutor

import attrs

from tests.support.browser import Browser
from tests.support.insisting import answered
from tests.support.mail_server import MailSink
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending

FORM = "/contrats/100200423/releve"


def _changed(sending: Sending, **typed: str) -> Sending:
    return attrs.evolve(
        sending, fields=tuple((name, typed.get(name, value)) for name, value in sending.fields)
    )


class TestADoubleClick:
    def test_sends_one_reading(self, service: SamplePortal) -> None:
        loic = service.subscriber("100200423")
        sending = loic.prepare(FORM, index="570")

        pages = [loic.deliver(sending) for _ in range(3)]

        assert {page.path for page in pages} == {f"{FORM}/D-2026-000001"}
        assert loic.open("/demarches").text.count("D-2026-0000") == 1

    def test_sends_one_reading_even_at_the_same_moment(self, service: SamplePortal) -> None:
        loic = service.subscriber("100200423")
        sending = loic.prepare(FORM, index="570")
        cookie = loic.client.get_cookie("siegvo")
        assert cookie is not None
        value = cookie.value

        def click(_: int) -> str:
            browser = Browser(loic.client.application)
            browser.client.set_cookie("siegvo", value)
            return answered(lambda: browser.transmit(sending)).headers["Location"]

        with ThreadPoolExecutor(4) as clicks:
            answers = set(clicks.map(click, range(8)))

        assert answers == {f"{FORM}/D-2026-000001"}

    def test_sends_one_letter_to_who_registers(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        odile = writing_service.visitor()
        sending = odile.prepare(
            "/inscription",
            email="odile.marchal@exemple.fr",
            password=PASSWORD,
            password_confirmation=PASSWORD,
        )

        for _ in range(3):
            assert odile.deliver(sending).heading == "Vérifiez votre messagerie"
        writing_service.post()

        assert len(mail.arrived) == 1

    def test_links_once_and_says_the_same_again(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        odile = writing_service.subscriber()
        writing_service.post()
        before = len(mail.arrived)
        sending = odile.prepare(
            "/contrats/lier", contract_number="100200423", security_key=key_of("100200423")
        )

        pages = [odile.deliver(sending) for _ in range(3)]
        writing_service.post()

        assert {page.heading for page in pages} == {"Votre contrat est lié à votre compte"}
        assert len(mail.arrived) == before + 1


class TestAFormSentAgainWithSomethingElse:
    def test_is_a_conflict_and_changes_nothing(self, service: SamplePortal) -> None:
        loic = service.subscriber("100200423")
        sending = loic.prepare(FORM, index="570")
        loic.deliver(sending)

        page = loic.deliver(_changed(sending, index="571"), expect=409)

        assert page.heading == "Quelque chose a changé entre-temps"
        assert "Votre relevé du 23/11/2026 : 570 m³" in loic.open("/tableau-de-bord")

    def test_is_accepted_while_it_was_only_doubted(self, service: SamplePortal) -> None:
        loic = service.subscriber("100200423")
        sending = loic.prepare(FORM, index="700")
        loic.deliver(sending, expect=422)

        page = loic.deliver(_changed(sending, index="570"))

        assert page.heading == "Votre relevé est transmis"
