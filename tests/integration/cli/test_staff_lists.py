import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.event_codec import kinds_of_events
from siegvo.domain.metering.sent_reading import Review
from siegvo.entrypoints.cli.mail_words import EVENTS, trouble
from tests.support.builders import events
from tests.support.builders.accounts import NOON, a_registration, an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.mail_server import running_mail_server


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where Alice holds a contract and sent a reading that must be looked at."""
    engine = open_engine(installed)
    database = Database.on(engine)
    database.know(a_payer(), a_tenure(), a_meter_on())
    with database.begin() as work:
        work.accounts.add(an_account())
        work.links.add(a_link())
        work.requests.add(a_request())
        work.sent_readings.add(a_sent_reading(review=Review.AWAITED))
    yield database
    engine.dispose()


@pytest.mark.usefixtures("database")
class TestStats:
    def test_count_everything(self) -> None:
        counts = json.loads(types("stats", "--json").stdout)

        assert {name: count for name, count in counts.items() if count} == {
            "accounts": 1,
            "links": 1,
            "contracts": 1,
            "tenures": 1,
            "payers": 1,
            "meters": 1,
            "sent_readings": 1,
            "readings_to_review": 1,
            "requests": 1,
        }

    def test_are_aligned(self) -> None:
        lines = types("stats").stdout.splitlines()

        assert "Compteurs                               1" in lines
        assert len({len(line) for line in lines}) == 1


class TestMailList:
    @pytest.mark.usefixtures("database")
    def test_is_empty_when_all_is_told(self) -> None:
        assert types("mail", "list").stdout == "Tous les courriels sont partis.\n"

    def test_shows_what_waits_and_what_was_given_up(self, database: Database) -> None:
        with database.begin() as work:
            work.record(events.known_address(at=NOON - timedelta(days=2)))
            work.record(events.contract_linked())
            claimed = work.outbox.claim(owner="w", now=NOON, until=NOON + timedelta(minutes=3))
            assert claimed
            work.outbox.give_up(claimed, owner="w", at=NOON, why="RCPT 550 5.1.1")

        given_up, waiting = json.loads(types("mail", "list", "--json").stdout)

        assert (given_up["event"], given_up["due_at"]) == ("RegistrationOfKnownAddress", None)
        assert given_up["trouble"] == "RCPT 550 5.1.1"
        assert (waiting["event"], waiting["tries"]) == ("ContractLinked", 0)
        listed = types("mail", "list").stdout
        assert "abandonné" in listed
        assert "refusé par le serveur\u00a0: 550 5.1.1" in listed
        assert "contrat lié" in listed
        assert str(an_account().email) in listed

    def test_has_words_for_every_event(self) -> None:
        assert set(EVENTS) == set(kinds_of_events())

    @pytest.mark.parametrize(
        ("why", "said"),
        [
            ("RCPT 550 5.1.1", "refusé par le serveur\u00a0: 550 5.1.1"),
            ("DATA 451", "remis à plus tard par le serveur\u00a0: 451"),
            ("MAIL 550", "expéditeur refusé par le serveur\u00a0: 550"),
            ("ConnectionRefusedError", "serveur injoignable"),
            ("KeyError", "défaut du portail (KeyError)"),
        ],
    )
    def test_says_why(self, why: str, said: str) -> None:
        assert trouble(why) == said


class TestMailRetry:
    def test_puts_back_what_was_given_up(self, database: Database) -> None:
        with database.begin() as work:
            work.record(events.contract_linked())
            claimed = work.outbox.claim(owner="w", now=NOON, until=NOON + timedelta(minutes=3))
            assert claimed
            work.outbox.give_up(claimed, owner="w", at=NOON, why="RCPT 550 5.1.1")

        said = types("mail", "retry").stdout

        assert said == "1 courriel est remis en route\u00a0: siegvo worker les enverra.\n"
        assert "abandonné" not in types("mail", "list").stdout
        assert types("mail", "retry").stdout == "Aucun courriel n’était abandonné.\n"


@pytest.mark.usefixtures("database")
class TestMailSendTest:
    def test_sends_a_letter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with running_mail_server() as sink:
            monkeypatch.setenv("SIEGVO_SMTP_URL", f"smtp://127.0.0.1:{sink.port}")
            said = types("mail", "send-test", "odile@exemple.fr")

        assert said.stdout == "Le courriel d’essai est parti vers odile@exemple.fr.\n"
        assert len(sink.arrived) == 1

    def test_says_that_nobody_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_SMTP_URL", "smtp://127.0.0.1:1")

        refused = types("mail", "send-test", "odile@exemple.fr")

        assert refused.exit_code == 1
        assert "n’est pas parti\u00a0: serveur injoignable." in refused.stderr

    def test_wants_a_mail_server(self) -> None:
        refused = types("mail", "send-test", "odile@exemple.fr")

        assert refused.exit_code == 1
        assert "SIEGVO_SMTP_URL" in refused.stderr


class TestAWorkerWithoutAMailServer:
    def test_says_that_letters_wait(self, database: Database) -> None:
        with database.begin() as work:
            work.record(events.contract_linked())

        worked = types("worker", "--once")

        assert worked.exit_code == 0
        assert "SIEGVO_SMTP_URL" in worked.stderr
        assert "Courriels en attente\u00a0: 1." in worked.stdout


@pytest.mark.usefixtures("database")
class TestReadings:
    def test_wait_for_staff(self) -> None:
        (reading,) = json.loads(types("readings", "review", "--json").stdout)

        assert reading["reference"] == "D-2026-000001"
        assert reading["index"] == 1247
        assert reading["previous"] == {
            "index": 0,
            "taken_on": "2015-03-01",
            "source": "agent",
        }
        assert reading["taken_on"] == "2026-11-22"

    def test_are_shown_in_a_table(self) -> None:
        headings, line = types("readings", "review").stdout.splitlines()

        assert headings.split()[:3] == ["Référence", "Contrat", "Compteur"]
        assert line.startswith("D-2026-000001")
        assert "22/11/2026" in line

    def test_are_accepted_once(self) -> None:
        accepted = types("readings", "accept", "d 2026 1")

        assert (accepted.exit_code, accepted.stdout) == (
            0,
            "Le relevé D-2026-000001 est accepté.\n",
        )
        assert types("readings", "review").stdout == "Aucun relevé n’attend de décision.\n"
        assert types("readings", "accept", "D-2026-000001").exit_code == 1

    def test_are_refused_for_a_reason(self) -> None:
        assert types("readings", "refuse", "D-2026-000001").exit_code == 2

        refused = types("readings", "refuse", "D-2026-000001", "--reason", "Compteur du voisin.")

        assert (refused.exit_code, refused.stdout) == (0, "Le relevé D-2026-000001 est refusé.\n")

    def test_must_exist(self) -> None:
        refused = types("readings", "accept", "D-2026-000099")

        assert refused.exit_code == 1
        assert "D-2026-000099" in refused.stderr

    def test_are_named_by_their_reference(self) -> None:
        assert types("readings", "accept", "relevé").exit_code == 2


class TestAccounts:
    def test_are_activated_by_staff(self, database: Database) -> None:
        registration = a_registration(email="odile@exemple.fr", at=datetime.now(UTC))
        with database.begin() as work:
            work.registrations.add(registration)

        activated = types("accounts", "activate", str(registration.email))

        assert activated.stdout == f"Le compte {registration.email} est actif.\n"
        with database.look() as readers:
            assert readers.accounts.with_email(registration.email)

    @pytest.mark.usefixtures("database")
    def test_are_not_activated_twice(self) -> None:
        refused = types("accounts", "activate", str(an_account().email))

        assert refused.exit_code == 1
        assert "a déjà un compte actif" in refused.stderr

    @pytest.mark.usefixtures("database")
    def test_are_not_activated_without_a_registration(self) -> None:
        refused = types("accounts", "activate", "personne@exemple.fr")

        assert refused.exit_code == 1
        assert "Aucune inscription n’attend à l’adresse personne@exemple.fr." in refused.stderr
