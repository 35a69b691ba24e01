import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.domain.kernel.actor import ActorKind
from siegvo.domain.kernel.gesture import Gesture
from siegvo.entrypoints.bootstrap import wall_clock
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.meters import SERIAL, a_reading

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where a home drew 260 m3 in half a year, instead of 50 or so."""
    engine = open_engine(installed)
    database = Database.on(engine)
    today = wall_clock().today()
    usual = [
        a_reading(100 * year, (today - timedelta(days=1280 - 365 * year)).isoformat())
        for year in range(4)
    ]
    leaking = a_reading(560, (today - timedelta(days=2)).isoformat())
    database.know(a_payer(), a_tenure(), a_meter_on("100214873", *usual, leaking))
    yield database
    engine.dispose()


@pytest.fixture
def linked(database: Database) -> None:
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link())


class TestNotifying:
    @pytest.mark.usefixtures("database", "linked")
    def test_tells_each_once(self) -> None:
        first, again = types("leaks", "notify").stdout, types("leaks", "notify").stdout

        assert first.splitlines() == [
            "Nouvelles consommations anormales\u00a0: 1.",
            "Informés par courriel\u00a0: 1.",
            "À informer par courrier, sans compte lié\u00a0: 0.",
        ]
        assert again.startswith("Nouvelles consommations anormales\u00a0: 0.")

    def test_is_written_down_with_who_did_it(self, database: Database) -> None:
        types("leaks", "notify")

        with database.look() as readers:
            (line,) = readers.audit_trail.since(LONG_AGO)
        assert (line.gesture, line.actor_kind) == (Gesture.LEAK_TOLD, ActorKind.STAFF)

    @pytest.mark.usefixtures("database", "linked")
    def test_on_a_dry_run_tells_nobody(self) -> None:
        dry = json.loads(types("leaks", "notify", "--dry-run", "--json").stdout)

        assert dry["dry_run"] is True
        assert [notice["serial"] for notice in dry["notices"]] == [SERIAL]
        assert types("leaks", "list").stdout.startswith("Aucune consommation anormale")

    @pytest.mark.usefixtures("database", "linked")
    def test_says_to_a_program_what_was_compared(self) -> None:
        (notice,) = json.loads(types("leaks", "notify", "--json").stdout)["notices"]

        assert (notice["drawn_m3"], notice["basis"], notice["by_mail"]) == (260, "own", True)
        assert notice["mean_m3"] == notice["sanitation_cap_m3"] == 50
        assert notice["water_cap_m3"] == 100


class TestTheList:
    @pytest.mark.usefixtures("database", "linked")
    def test_says_how_far_each_has_come(self) -> None:
        types("leaks", "notify")

        headings, line = types("leaks", "list").stdout.splitlines()
        (found,) = json.loads(types("leaks", "list", "--json").stdout)

        assert headings.split() == [
            "Contrat",
            "Redevable",
            "Relevé",
            "le",
            "Volume",
            "Moyenne",
            "Délai",
            "État",
        ]
        assert "260\u00a0m³" in line
        assert line.endswith("informé par courriel")
        assert (found["state"], found["contract"]) == ("told", "100214873")
        assert found["request"] is None

    @pytest.mark.usefixtures("database")
    def test_says_who_is_to_be_told_on_paper(self) -> None:
        types("leaks", "notify")

        (found,) = json.loads(types("leaks", "list", "--json").stdout)

        assert types("leaks", "list").stdout.rstrip().endswith("à informer par courrier")
        assert (found["name"], found["claim_by"]) == ("Mme Odile Marchal", None)
        assert found["address"] == "12 rue des Prés, 57130 GRAVELOTTE"

    @pytest.mark.usefixtures("installed")
    def test_may_be_empty(self) -> None:
        assert types("leaks", "list").stdout == (
            "Aucune consommation anormale n’a été constatée depuis un an.\n"
        )
        assert json.loads(types("leaks", "list", "--json").stdout) == []
