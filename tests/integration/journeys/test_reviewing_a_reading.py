import pytest
from click.testing import CliRunner, Result

from siegvo.entrypoints.cli.main import siegvo
from tests.support.browser import Browser
from tests.support.later_files import a_reading_row
from tests.support.mail_server import MailSink
from tests.support.sample_portal import SamplePortal

REFERENCE = "D-2026-000001"


@pytest.fixture
def loic(writing_service: SamplePortal) -> Browser:
    """Give the browser of somebody who has confirmed an index that staff must look at."""
    browser = writing_service.subscriber("100200423", email="loic.ferreira@exemple.fr")
    browser.submit("/contrats/100200423/releve", index="700", expect=422)
    browser.send(confirm=True)
    writing_service.post()
    return browser


def _run(service: SamplePortal, *words: str) -> Result:
    result = CliRunner().invoke(siegvo, words, obj=service.portal)
    assert result.exit_code == 0, result.stderr
    return result


class TestReviewingAReading:
    def test_begins_with_the_list(self, writing_service: SamplePortal, loic: Browser) -> None:
        assert loic.page.heading == "Votre relevé est transmis"

        listed = _run(writing_service, "readings", "review").output

        assert f"{REFERENCE} 100200423 C23BA000033 23/11/2026 700 m³" in " ".join(listed.split())

    def test_accepts_and_tells(
        self, writing_service: SamplePortal, mail: MailSink, loic: Browser
    ) -> None:
        _run(writing_service, "readings", "accept", REFERENCE)
        writing_service.post()

        assert mail.arrived[-1].message["Subject"].endswith(f"accepté\u00a0: {REFERENCE}")
        assert "Le service le vérifie." not in loic.open("/tableau-de-bord")

    def test_refuses_and_says_why(
        self, writing_service: SamplePortal, mail: MailSink, loic: Browser
    ) -> None:
        reason = "L’index est celui du voisin."

        _run(writing_service, "readings", "refuse", REFERENCE, "--reason", reason)
        writing_service.post()

        body = mail.arrived[-1].message.get_body(preferencelist=("plain",))
        assert body is not None
        assert reason in body.get_content()
        assert f"Motif : {reason}" in loic.open("/demarches")
        assert "700 m³" not in loic.open("/tableau-de-bord")

    def test_is_done_once(self, writing_service: SamplePortal, loic: Browser) -> None:
        assert loic.page.status == 200
        _run(writing_service, "readings", "accept", REFERENCE)

        again = CliRunner().invoke(
            siegvo, ["readings", "accept", REFERENCE], obj=writing_service.portal
        )

        assert again.exit_code == 1
        assert REFERENCE in again.stderr


class TestExportingReadings:
    def test_leaves_out_what_staff_have_not_looked_at(
        self, writing_service: SamplePortal, loic: Browser
    ) -> None:
        assert loic.page.status == 200

        exported = _run(writing_service, "export", "readings").stdout

        assert "C23BA000033" not in exported

    def test_hands_over_what_was_accepted(
        self, writing_service: SamplePortal, loic: Browser
    ) -> None:
        _run(writing_service, "readings", "accept", REFERENCE)

        exported = _run(writing_service, "export", "readings").stdout

        assert "C23BA000033;2026-11-23;700;abonne" in exported
        assert "Transmise" in loic.open("/demarches")

    def test_ends_when_the_billing_system_gives_it_back(
        self, writing_service: SamplePortal, mail: MailSink, loic: Browser
    ) -> None:
        _run(writing_service, "readings", "accept", REFERENCE)
        _run(writing_service, "export", "readings")

        writing_service.receive(
            readings=[a_reading_row("C23BA000033", on="2026-11-23", index=700, source="abonne")]
        )
        writing_service.post()

        assert "Terminée" in loic.open("/demarches")
        page = loic.open("/tableau-de-bord")
        assert "700 m³ Transmis par vous le 23/11/2026" in page
        assert "Votre relevé du" not in page
        assert REFERENCE in mail.arrived[-1].message["Subject"]
        assert "148 m³" in loic.open("/consommations")
