"""`siegvo requests`."""

import json
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from siegvo.adapters.french.request_content import content_lines
from siegvo.application.portal import Portal
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.content import RequestContent, kind_of
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.requests import a_request
from tests.support.builders.threads import A_PDF, CONTENTS, HELLO, OTHER, SUBSCRIPTION
from tests.support.database import Database
from tests.support.outside import Surroundings


@pytest.fixture(autouse=True)
def asked(database: Database, portal: Portal, surroundings: Surroundings) -> RequestReference:
    """Alice asked something three weeks ago, and Bob to subscribe today."""
    database.know(a_tenure())
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
    reference = portal.requests.send_request(
        account=ALICE, content=OTHER, contract=CONTRACT, message=HELLO, attachments=[A_PDF]
    )
    surroundings.clock.advance(timedelta(days=21))
    portal.requests.send_request(
        account=BOB,
        content=attrs.evolve(SUBSCRIPTION, move_in_on=date(2026, 12, 20)),
    )
    return reference


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "attestation à remplir.pdf"
    file.write_bytes(A_PDF.content)
    return file


def run(portal: Portal, *words: str) -> Result:
    return CliRunner().invoke(siegvo, ["requests", *words], obj=portal)


class TestTheList:
    def test_shows_what_is_open_and_for_how_long(self, portal: Portal) -> None:
        headings, first, second = run(portal, "list").stdout.splitlines()

        assert headings.split()[:2] == ["Référence", "Demandée"]
        assert first.split()[0] == "D-2026-000001"
        assert " 21 " in first
        assert "Autre demande" in first
        assert "enregistrée" in first
        assert "100214873" in first
        assert "Demande d’abonnement" in second

    def test_is_read_by_programs(self, portal: Portal) -> None:
        first, second = json.loads(run(portal, "list", "--json").stdout)

        assert (first["reference"], first["kind"], first["state"]) == (
            "D-2026-000001",
            "other",
            "registered",
        )
        assert (first["age_days"], first["subject"]) == (21, OTHER.subject)
        assert second["contract"] is None

    @pytest.mark.parametrize(
        ("options", "references"),
        [
            (("--kind", "abonnement"), ["D-2026-000002"]),
            (("--kind", "abonnement", "--kind", "autre"), ["D-2026-000001", "D-2026-000002"]),
            (("--older-than", "21"), ["D-2026-000001"]),
            (("--older-than", "22"), []),
            (("--contract", "100 214 873"), ["D-2026-000001"]),
            (("--state", "terminee"), []),
            (("--kind", "releve"), ["D-2026-000071"]),
        ],
    )
    def test_is_what_was_asked_for(
        self, database: Database, portal: Portal, options: tuple[str, ...], references: list[str]
    ) -> None:
        with database.begin() as work:
            work.requests.add(a_request(71, kind=RequestKind.READING, contract=None))

        found = json.loads(run(portal, "list", "--json", *options).stdout)

        assert [each["reference"] for each in found] == references

    def test_says_when_there_is_nothing(self, portal: Portal) -> None:
        assert (
            run(portal, "list", "--state", "refusee").stdout == "Aucune démarche de cette sorte.\n"
        )

    @pytest.mark.parametrize("options", [("--state", "x"), ("--older-than", "-1")])
    def test_refuses_other_words(self, portal: Portal, options: tuple[str, ...]) -> None:
        assert run(portal, "list", *options).exit_code == 2


class TestShowing:
    def test_prints_the_thread(self, portal: Portal) -> None:
        run(portal, "reply", "D-2026-000001", "--message", "Bonjour Madame.")

        lines = run(portal, "show", "d 2026 1").stdout.splitlines()

        assert lines[:3] == [
            "Autre demande D-2026-000001, contrat 100214873",
            "De\u00a0: Alice.Marchal@exemple.fr",
            "État\u00a0: en attente de l’abonné",
        ]
        assert "Objet\u00a0: Montant de ma facture" in lines
        assert "23/11/2026 à 12h00  enregistrée" in lines
        assert "  ma facture me semble élevée." in lines
        assert any(line.startswith("  [Attestation du plombier.pdf, ") for line in lines)
        assert lines[-2:] == ["Service, 14/12/2026 à 12h00", "  Bonjour Madame."]

    def test_names_whoever_wrote_without_an_account(self, portal: Portal) -> None:
        reference = portal.requests.contact_service(
            name="Jean Dupont",
            email=EmailAddress("jean@exemple.fr"),
            subject="Pression",
            message=HELLO,
            contract=CONTRACT,
        )

        listed = run(portal, "list", "--kind", "contact").stdout
        shown = run(portal, "show", str(reference)).stdout
        facts = json.loads(run(portal, "show", str(reference), "--json").stdout)

        assert "jean@exemple.fr" in listed
        assert (
            f"De\u00a0: Jean Dupont, jean@exemple.fr, qui dit avoir le contrat {CONTRACT}" in shown
        )
        assert facts["contact"]["name"] == "Jean Dupont"

    def test_names_the_mediator_after_thirty_days(
        self, portal: Portal, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(timedelta(days=9))

        assert "Médiation de l’eau" in run(portal, "show", "D-2026-000001").stdout
        assert "Médiation de l’eau" not in run(portal, "show", "D-2026-000002").stdout

    @pytest.mark.parametrize("content", CONTENTS, ids=lambda content: kind_of(content).value)
    def test_prints_whatever_was_asked(
        self, database: Database, portal: Portal, content: RequestContent
    ) -> None:
        with database.begin() as work:
            work.requests.add(a_request(91, kind=kind_of(content)))
            work.threads.open(RequestReference(2026, 91), content)

        shown = run(portal, "show", "D-2026-000091")
        facts = json.loads(run(portal, "show", "D-2026-000091", "--json").stdout)

        assert shown.exit_code == 0
        assert all(f"{label}\u00a0: " in shown.stdout for label, _ in content_lines(content))
        assert set(facts["content"]) == set(attrs.asdict(content))

    def test_is_read_by_programs(self, portal: Portal) -> None:
        facts = json.loads(run(portal, "show", "D-2026-000001", "--json").stdout)

        assert facts["steps"][0]["state"] == "registered"
        (message,) = facts["messages"]
        assert (message["author"], message["text"]) == ("subscriber", str(HELLO))
        assert message["attachments"][0]["name"] == "Attestation du plombier.pdf"
        assert facts["mediation"]["is_open"] is False

    def test_saves_what_is_attached_over_nothing(self, portal: Portal, tmp_path: Path) -> None:
        folder = tmp_path / "documents"

        run(portal, "show", "D-2026-000001", "--save-attachments", str(folder))

        (saved,) = folder.iterdir()
        assert saved.name == "D-2026-000001-1 Attestation du plombier.pdf"
        assert saved.read_bytes().startswith(b"%PDF-")
        again = run(portal, "show", "D-2026-000001", "--save-attachments", str(folder))
        assert again.exit_code == 1
        assert "un fichier porte déjà ce nom" in again.stderr

    def test_of_what_is_not_there_is_refused(self, portal: Portal) -> None:
        refused = run(portal, "show", "D-2026-000099")

        assert (refused.exit_code, "D-2026-000099" in refused.stderr) == (1, True)


class TestDealing:
    def test_answers_with_a_document(self, portal: Portal, pdf: Path) -> None:
        answered = run(
            portal, "reply", "D-2026-000001", "--message", "Voici.", "--attach", str(pdf)
        )

        assert answered.stdout == (
            "La réponse à la démarche D-2026-000001 est enregistrée, son auteur sera prévenu.\n"
        )
        facts = json.loads(run(portal, "show", "D-2026-000001", "--json").stdout)
        assert facts["state"] == "awaiting_subscriber"
        assert facts["messages"][-1]["attachments"][0]["name"] == "attestation à remplir.pdf"

    def test_refuses_a_document_of_another_kind(self, portal: Portal, tmp_path: Path) -> None:
        program = tmp_path / "virus.exe"
        program.write_bytes(b"MZ")

        refused = run(
            portal, "reply", "D-2026-000001", "--message", "Voici.", "--attach", str(program)
        )

        assert refused.exit_code == 1
        assert "virus.exe" in refused.stderr

    def test_starts_closes_and_tells(self, portal: Portal, surroundings: Surroundings) -> None:
        started = run(portal, "start", "D-2026-000002")
        closed = run(portal, "close", "D-2026-000002", "--message", "Votre contrat est ouvert.")
        while portal.notifications.deliver_mail():
            pass

        assert started.stdout == "La démarche D-2026-000002 est en traitement.\n"
        assert closed.stdout == "La démarche D-2026-000002 est terminée.\n"
        to_bob = [letter for letter in surroundings.mailbox.letters if "bob" in str(letter.to)]
        assert [letter.template for letter in to_bob] == [
            "request_received",
            "request_started",
            "request_closed",
        ]

    def test_refuses_for_a_reason_once(self, portal: Portal) -> None:
        assert run(portal, "refuse", "D-2026-000001").exit_code == 2
        assert run(portal, "refuse", "D-2026-000001", "--reason", " ").exit_code == 2

        refused = run(portal, "refuse", "D-2026-000001", "--reason", "Hors du réseau.")

        assert refused.stdout == "La démarche D-2026-000001 est refusée.\n"
        again = run(portal, "refuse", "D-2026-000001", "--reason", "Encore.")
        assert again.exit_code == 1
        assert "La démarche D-2026-000001 est déjà refusée. " in again.stderr

    @pytest.mark.parametrize("text", ["", "\u202e", "x" * 4001])
    def test_says_something_readable(self, portal: Portal, text: str) -> None:
        assert run(portal, "reply", "D-2026-000001", "--message", text).exit_code == 2

    def test_leaves_readings_to_their_own_command(self, database: Database, portal: Portal) -> None:
        with database.begin() as work:
            work.requests.add(a_request(71))

        refused = run(portal, "close", "D-2026-000071")

        assert refused.exit_code == 1
        assert "siegvo readings" in refused.stderr
