"""A request is followed, answered, reopened, taken back."""

from datetime import timedelta

import attrs
import pytest

from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from tests.support.asking import NUMBER, a_pdf, a_picture, at_once
from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.sample_portal import PASSWORD, SamplePortal

FIRST = RequestReference(2026, 1)
PATH = f"/demarches/{FIRST}"
LOIC = "loic.ferreira@exemple.fr"
CLERK = Actor.staff("c.weber")
WRITE = "Envoyer mon message"
ANSWER = MessageText("Bonjour,\nquel index lisez-vous\u00a0?\n\nLe service")


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    """Give the browser of somebody whose request about another matter is on the screen."""
    browser = service.subscriber(NUMBER, email=LOIC)
    browser.deliver(at_once(browser, "autre"))
    return browser


def _answer(service: SamplePortal) -> None:
    service.portal.requests.answer_request(FIRST, message=ANSWER, actor=CLERK)


def _later(service: SamplePortal, browser: Browser, *, days: int) -> None:
    """Let days pass, and sign in again."""
    service.clock.advance(timedelta(days=days))
    browser.submit("/connexion", email=LOIC, password=PASSWORD)


class TestARequest:
    def test_shows_what_was_asked_and_how_far_it_has_come(self, loic: Browser) -> None:
        page = loic.page

        assert page.title.startswith(f"Démarche {FIRST}")
        assert page.heading == "Autre demande : Montant de ma facture"
        assert "du 23/11/2026, contrat 100200423" in page
        assert "Vous 23/11/2026 à 12h00 Bonjour, elle me semble élevée." in page
        (current,) = [each for each in page.tree.all("li") if each["aria-current"] == "step"]
        assert current.text == "Enregistrée 23/11/2026 à 12h00"

    def test_waits_for_its_author_first_and_warm_in_the_list(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        loic.deliver(at_once(loic, "fuite"))
        _answer(service)

        page = loic.open("/demarches")

        rows = [each for each in page.main.all("a") if each["href"].startswith("/demarches/D-")]
        assert [each["href"] for each in rows] == [PATH, "/demarches/D-2026-000002"]
        (mark,) = [each for each in rows[0].all("span") if "warm" in each["class"].split()]
        assert mark.text == "En attente de votre réponse"

    def test_is_answered_by_both(self, service: SamplePortal, loic: Browser) -> None:
        _answer(service)
        page = loic.open(PATH)
        assert "Le service attend votre réponse" in page
        assert "Service Facturation 23/11/2026 à 12h00 Bonjour, quel index" in page

        page = loic.press("Envoyer ma réponse", message="552.\n\nMerci.")

        assert page.path == f"{PATH}?fait=message"
        assert "Votre message est envoyé" in page
        assert "552. Merci." in page
        assert "En traitement" in loic.open("/demarches")

    def test_is_closed_and_opened_again_by_a_message(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        service.portal.requests.close_request(FIRST, message=ANSWER, actor=CLERK)
        page = loic.open(PATH)
        assert "Cette démarche est terminée" in page

        page = loic.press(WRITE, message="Il manque quelque chose.")

        steps = [each.text for each in page.main.all("li") if "2026 à" in each.text]
        assert [each.split(" 2")[0] for each in steps[-3:]] == [
            "Enregistrée",
            "Terminée",
            "En traitement",
        ]

    def test_is_refused_for_a_reason(self, service: SamplePortal, loic: Browser) -> None:
        service.portal.requests.refuse_request(
            FIRST, reason="Le branchement est privé.", actor=CLERK
        )

        assert "Motif : Le branchement est privé." in loic.open("/demarches")
        assert "Motif : Le branchement est privé." in loic.open(PATH)
        assert "En traitement" in loic.press(WRITE, message="Voici l’acte de vente.")

    def test_of_a_reading_leads_to_what_was_sent(self, loic: Browser) -> None:
        loic.submit(f"/contrats/{NUMBER}/releve", index="570")
        page = loic.open("/demarches/D-2026-000002")

        assert page.heading == "Relevé de compteur"
        assert not page.main.all("form")
        assert loic.follow("Voir le relevé transmis").heading == "Votre relevé est transmis"


class TestAMessage:
    def test_sent_twice_is_one(self, loic: Browser) -> None:
        sending = loic.prepare(PATH, message="Une fois suffit.")

        for _ in range(3):
            assert loic.transmit(sending).status_code == 303

        assert loic.open(PATH).text.count("Une fois suffit.") == 1

    def test_says_something(self, loic: Browser) -> None:
        page = loic.press(WRITE, expect=422)

        assert "Saisissez votre message." in page.said_beside("message")

    def test_may_be_a_file_alone(self, loic: Browser) -> None:
        page = loic.press(WRITE, attachment=a_picture())

        assert any(words.startswith("photo.jpg (") for words in page.links())

    def test_is_kept_when_its_file_is_refused(self, loic: Browser) -> None:
        page = loic.press(WRITE, message="Voici.", attachment=b"GIF89a", expect=422)

        assert page.typed_in("message") == "Voici."
        assert "n’est ni un PDF" in page.said_beside("attachment")
        assert "Choisissez-le à nouveau" in page.said_beside("attachment")

    def test_is_kept_when_the_disk_is_away(self, service: SamplePortal, loic: Browser) -> None:
        (service.folder / "attachments").write_text("not a folder")

        page = loic.press(WRITE, message="Voici.", attachment=a_pdf(), expect=503)

        assert page.typed_in("message") == "Voici."

    def test_is_kept_when_there_were_too_many(self, loic: Browser) -> None:
        for _ in range(30):
            loic.press(WRITE, message="Encore.")

        page = loic.press(WRITE, message="Et encore.", expect=429)

        assert page.typed_in("message") == "Et encore."

    def test_is_not_taken_by_a_cancelled_request(self, loic: Browser) -> None:
        sending = loic.prepare(PATH, message="Trop tard\u00a0?")
        loic.follow("Annuler cette demande")
        loic.press("Annuler ma demande")

        page = loic.deliver(sending, expect=422)

        assert "ne reçoit pas de message" in page

    def test_is_not_taken_by_a_reading(self, loic: Browser) -> None:
        loic.submit(f"/contrats/{NUMBER}/releve", index="570")
        sending = attrs.evolve(
            loic.prepare(PATH, message="Bonjour"), action="/demarches/D-2026-000002/messages"
        )

        assert loic.transmit(sending).status_code == 422


class TestAFile:
    def test_is_handed_over_made_anew_and_harmless(self, loic: Browser) -> None:
        sent = a_pdf()
        page = loic.press(WRITE, message="Voici.", attachment=sent)
        (link,) = [href for href in page.links().values() if "/pieces/" in href]

        answer = loic.ask("GET", link)

        assert (answer.status_code, answer.content_type) == (200, "application/pdf")
        assert answer.data.startswith(b"%PDF-")
        assert answer.data != sent
        assert answer.headers["Content-Disposition"] == 'attachment; filename="photo.pdf"'
        assert loic.ask("HEAD", link).headers["Content-Length"] == str(len(answer.data))
        part = loic.ask("GET", link, headers={"Range": "bytes=0-4"})
        assert (part.status_code, part.data) == (206, b"%PDF-")

    def test_of_a_picture_is_a_jpeg(self, loic: Browser) -> None:
        page = loic.press(WRITE, message="Voici.", attachment=a_picture())
        (link,) = [href for href in page.links().values() if "/pieces/" in href]

        answer = loic.ask("GET", link)

        assert answer.content_type == "image/jpeg"
        assert answer.data.startswith(b"\xff\xd8\xff")

    def test_is_its_authors_alone(self, service: SamplePortal, loic: Browser) -> None:
        page = loic.press(WRITE, message="Voici.", attachment=a_pdf())
        (link,) = [href for href in page.links().values() if "/pieces/" in href]
        other = service.subscriber("100200433", email="autre@exemple.fr")

        assert other.ask("GET", link).status_code == 404
        assert loic.ask("GET", f"{PATH}/pieces/{'0' * 32}").status_code == 404


class TestCancelling:
    def test_is_asked_once_more(self, loic: Browser) -> None:
        page = loic.follow("Annuler cette demande")
        assert page.heading == "Annuler cette demande ?"

        page = loic.press("Annuler ma demande")

        assert page.path == f"{PATH}?fait=annulation"
        assert "Cette demande est annulée" in page
        assert not page.main.all("form")
        assert "Annulée" in loic.open("/demarches")

    def test_twice_is_once(self, service: SamplePortal, loic: Browser) -> None:
        loic.follow("Annuler cette demande")
        loic.press("Annuler ma demande")
        before = contents(service.database.engine)["request_steps"]
        loic.open(f"{PATH}/annulation")

        page = loic.open(PATH)

        assert "Annuler cette demande" not in page.links()
        assert contents(service.database.engine)["request_steps"] == before

    def test_comes_too_late_once_the_service_is_at_it(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        loic.follow("Annuler cette demande")
        service.portal.requests.start_request(FIRST, actor=CLERK)

        page = loic.press("Annuler ma demande", expect=422)

        assert "ne peut plus être annulée, elle est en traitement" in page
        assert "Annuler cette demande" not in page.links()
        page = loic.open(f"{PATH}/annulation")
        assert page.heading == "Cette démarche ne peut pas être annulée"


@pytest.mark.usefixtures("loic")
class TestWhatIsSomebodyElses:
    @pytest.mark.parametrize("path", ["", "/annulation", "/pieces/0"])
    def test_is_not_there(self, service: SamplePortal, path: str) -> None:
        other = service.subscriber("100200433", email="autre@exemple.fr")

        theirs = other.open(f"{PATH}{path}", expect=404)
        nobodys = other.open(f"/demarches/D-2026-000999{path}", expect=404)

        assert theirs.text.replace(str(FIRST), "D-2026-000999") == nobodys.text

    def test_takes_nothing(self, service: SamplePortal) -> None:
        other = service.subscriber("100200433", email="autre@exemple.fr")
        other.deliver(at_once(other, "fuite", contract_number=""))
        message = other.prepare("/demarches/D-2026-000002", message="Bonjour")
        cancelling = other.prepare("/demarches/D-2026-000002/annulation")
        before = contents(service.database.engine)

        for sending, path in ((message, "/messages"), (cancelling, "/annulation")):
            answer = other.transmit(attrs.evolve(sending, action=f"{PATH}{path}"))
            assert answer.status_code == 404
        assert contents(service.database.engine) == before


class TestTheMediator:
    def test_is_promised_for_the_thirtieth_day(self, loic: Browser) -> None:
        assert "Sans réponse du service au 23/12/2026" in loic.page
        assert "75366" not in loic.page

    def test_is_named_with_the_way_to_write_on_that_day(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        _later(service, loic, days=29)
        assert "75366" not in loic.open(PATH)

        _later(service, loic, days=1)
        page = loic.open(PATH)

        assert page.fact("Par courrier") == "Médiation de l’eau, BP 40463, 75366 PARIS CEDEX 08"
        assert page.fact("En ligne") == "www.mediation-eau.fr"
        assert "Sans réponse depuis le 23/11/2026" in page

    def test_has_nothing_to_do_once_staff_have_answered(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        _answer(service)
        _later(service, loic, days=40)

        assert "Médiation" not in loic.open(PATH)
