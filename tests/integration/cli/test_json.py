import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs
import click
import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.application.readers.staff import Counts
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders import events
from tests.support.builders.accounts import an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.clerk import types
from tests.support.commands import every_command
from tests.support.database import Database

_CONTRACT_COLUMNS: Final = (
    "numero_contrat;cle_securite;code_redevable;nom_redevable;adresse_redevable;"
    "code_postal_redevable;commune_redevable;adresse_desservie;code_postal_desservi;"
    "commune_desservie;categorie;debut;mode_reglement;e_facture"
)
_WITHOUT_JSON = {
    # What is done is said in a sentence, or there is no end to it.
    *[("accounts", verb) for verb in ("activate", "unlock", "unlink", "change-email", "delete")],
    *[("db", verb) for verb in ("backup", "restore")],
    *[("documents", verb) for verb in ("publish", "withdraw")],
    *[("messages", verb) for verb in ("publish", "withdraw")],
    *[("links", verb) for verb in ("approve", "refuse")],
    *[("mail", verb) for verb in ("retry", "send-test")],
    *[("readings", verb) for verb in ("accept", "refuse")],
    *[("requests", verb) for verb in ("reply", "start", "close", "refuse")],
    ("contracts", "new-key"),
    ("demo",),
    ("serve",),
}
_KEYS: Final[Mapping[tuple[str, ...], set[str]]] = {
    ("accounts", "list"): {"email", "activated_at", "seen_at", "payers"},
    ("doctor",): {"check", "verdict", "about", "sentence"},
    ("requests", "list", "--kind", "releve"): {
        "reference",
        "kind",
        "contract",
        "subject",
        "state",
        "reason",
        "asked_at",
        "moved_at",
        "email",
        "age_days",
        "is_suspected",
        "is_ready",
    },
    ("audit", "list"): {
        "number",
        "at",
        "actor_kind",
        "actor_name",
        "gesture",
        "subject",
        "origin",
    },
    ("mail", "list"): {
        "event",
        "at",
        "account",
        "email",
        "reference",
        "tries",
        "due_at",
        "trouble",
    },
    ("readings", "review"): {
        "reference",
        "contract",
        "serial",
        "taken_on",
        "index",
        "previous",
        "drawn_m3",
        "photo",
        "sent_at",
    },
}


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where there is something to list."""
    engine = open_engine(installed)
    database = Database.on(engine)
    database.know(a_payer(), a_tenure(), a_meter_on())
    with database.begin() as work:
        work.accounts.add(an_account())
        work.links.add(a_link())
        work.requests.add(a_request())
        work.sent_readings.add(a_sent_reading(review=Review.AWAITED))
        work.record(events.contract_linked())
    yield database
    engine.dispose()


def written(*words: str) -> object:
    told = types(*words)
    assert told.stdout, told.stderr
    return json.loads(told.stdout)


class TestEveryCommand:
    @pytest.mark.parametrize(
        ("words", "command"),
        [each for each in every_command() if not isinstance(each[1], click.Group)],
        ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
    )
    def test_writes_json_unless_it_lists_nothing(
        self, words: tuple[str, ...], command: click.Command
    ) -> None:
        options = {name for parameter in command.params for name in parameter.opts}

        assert ("--json" in options) is (words not in _WITHOUT_JSON)


@pytest.mark.usefixtures("database")
class TestAList:
    @pytest.mark.parametrize("words", list(_KEYS), ids=" ".join)
    def test_has_lines_with_the_same_keys_for_ever(self, words: tuple[str, ...]) -> None:
        lines = written(*words, "--json")

        assert isinstance(lines, list)
        assert [set(line) for line in lines] == [_KEYS[words]] * len(lines)
        assert lines or words == ("audit", "list")

    @pytest.mark.parametrize(
        "words",
        [("documents", "list"), ("links", "list"), ("payments", "list")],
        ids=" ".join,
    )
    def test_of_nothing_is_an_empty_list(self, words: tuple[str, ...]) -> None:
        assert written(*words, "--json") == []


@pytest.mark.usefixtures("database")
class TestASummary:
    @pytest.mark.parametrize(
        ("words", "keys"),
        [
            (
                ("accounts", "show", "alice.marchal@exemple.fr"),
                {"id", "email", "moving_to", "activated_at", "seen_at", "sessions", "payers"}
                | {"open_requests"},
            ),
            (("contracts", "show", "100214873"), {"number", "supply", "tenures"}),
            (("db", "check"), {"up_to_date", "pending"}),
            (("db", "upgrade"), {"done"}),
            (("audit", "verify"), {"intact", "altered", "sealed", "unsealed", "last"}),
            (
                ("worker", "--once"),
                {"payments_checked", "payments_unanswered", "payment_changes", "mandates"}
                | {"abnormal_consumptions", "audit_lines_sealed", "forgotten"}
                | {"letters_sent", "letters_waiting", "letters_failed"},
            ),
            (
                ("requests", "show", "D-2026-000001"),
                {"reference", "kind", "state", "contract", "email", "asked_at", "mediation"}
                | {"contact", "content", "change", "steps", "messages"},
            ),
        ],
        ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
    )
    def test_has_the_same_keys_for_ever(self, words: tuple[str, ...], keys: set[str]) -> None:
        found = written(*words, "--json")

        assert isinstance(found, dict)
        assert set(found) == keys

    def test_of_everything_counts_it(self) -> None:
        counts = written("stats", "--json")

        assert isinstance(counts, dict)
        assert set(counts) == {field.name for field in attrs.fields(Counts)}
        assert all(isinstance(count, int) for count in counts.values())

    def test_of_an_import_says_what_became_of_each_line(self, tmp_path: Path) -> None:
        file = tmp_path / "contrats.csv"
        file.write_text(f"{_CONTRACT_COLUMNS}\n", encoding="utf-8")

        found = written("import", "contracts", str(file), "--json")

        assert isinstance(found, dict)
        assert set(found) == {
            *("file", "dry_run", "read", "created", "updated", "unchanged", "rejected", "closed"),
            *("reject_file", "rejections", "warnings"),
        }

    @pytest.mark.parametrize("what", ["readings", "requests", "e-invoices", "payment-modes"])
    def test_of_an_export_says_how_much_left_and_where(self, what: str, tmp_path: Path) -> None:
        file = tmp_path / "parti.csv"

        told = types("export", what, "--output", str(file), "--json")

        assert json.loads(told.stdout) == {"exported": 0, "file": str(file)}
        assert told.stderr == ""

    def test_of_mandates_says_the_same(self, tmp_path: Path) -> None:
        file = tmp_path / "mandats.csv"

        assert written("export", "mandates", "--output", str(file), "--json") == {
            "exported": 0,
            "file": str(file),
        }

    def test_does_not_go_where_the_file_goes(self) -> None:
        refused = types("export", "readings", "--json")

        assert refused.exit_code == 2
        assert "donnez --output" in refused.stderr

    def test_of_a_worker_wants_an_end(self) -> None:
        refused = types("worker", "--json")

        assert refused.exit_code == 2
        assert "--once" in refused.stderr
