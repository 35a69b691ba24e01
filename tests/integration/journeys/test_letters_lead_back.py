import re

from tests.support.later_files import a_reading_row
from tests.support.mail_server import Arrived, MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"


def _links(letter: Arrived) -> set[str]:
    """Return where a letter leads, by its text and by its HTML."""
    found = set()
    for kind in ("plain", "html"):
        body = letter.message.get_body(preferencelist=(kind,))
        assert body is not None
        found |= set(re.findall(r"""http://localhost(/[^\s"'<]*)""", body.get_content()))
    return found


class TestEveryLetter:
    def test_leads_to_pages_that_are_there(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser = writing_service.subscriber("100200423")
        form = "/contrats/100200423/releve"
        browser.submit(form, index="570", read_on="2026-11-21")
        for index, read_on in (("700", "2026-11-22"), ("900", "2026-11-23")):
            browser.submit(form, index=index, read_on=read_on, expect=422)
            browser.send(confirm=True)
        accept, refuse = writing_service.portal.metering.list_readings_to_review()
        clerk = writing_service.clerk
        writing_service.portal.metering.accept_reading(accept.reference, actor=clerk)
        writing_service.portal.metering.refuse_reading(
            refuse.reference, reason="Illisible.", actor=clerk
        )
        writing_service.receive(
            readings=[a_reading_row("C23BA000033", on="2026-11-22", index=700, source="abonne")]
        )
        writing_service.account("100200423", email="karim@exemple.fr")
        writing_service.visitor().submit(
            "/inscription", email=ODILE, password=PASSWORD, password_confirmation=PASSWORD
        )
        writing_service.post()

        kinds = {re.sub(r"D-\d{4}-\d{6}", "", each.message["Subject"]) for each in mail.arrived}
        assert len(kinds) >= 8
        for letter in mail.arrived:
            assert _links(letter), letter.message["Subject"]
            for path in _links(letter):
                if not path.startswith("/activation/"):
                    assert browser.open(path).status == 200
