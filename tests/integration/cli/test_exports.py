"""`siegvo export`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.accounts import an_account
from tests.support.builders.contracts import a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.database import Database
from tests.support.exchange_files import a_file

HEADER = "numero_compteur;releve_le;index;origine;numero_contrat;reference"
ROW = "H25LA004127;2026-11-22;1247;abonne;100214873;D-2026-000001"
FILE = f"\ufeff{HEADER}\r\n{ROW}\r\n"
EMPTY = f"\ufeff{HEADER}\r\n"


@pytest.fixture(autouse=True)
def _sent(database: Database) -> None:
    database.know(a_tenure(), a_meter_on())
    with database.begin() as work:
        work.accounts.add(an_account())
        work.requests.add(a_request(1))
        work.sent_readings.add(a_sent_reading(1))


def _run(portal: Portal, *arguments: str) -> Result:
    return CliRunner().invoke(siegvo, [*arguments], obj=portal)


def _export(portal: Portal, *options: str) -> Result:
    return _run(portal, "export", "readings", *options)


class TestTheExport:
    def test_goes_to_standard_output_and_the_count_elsewhere(self, portal: Portal) -> None:
        result = _export(portal)

        assert result.exit_code == 0
        assert result.stdout_bytes.decode() == FILE
        assert result.stderr == "1 relevé exporté.\n"

    def test_goes_to_a_file(self, portal: Portal, tmp_path: Path) -> None:
        place = tmp_path / "releves.csv"

        result = _export(portal, "--output", str(place))

        assert not result.stdout
        assert place.read_bytes().decode() == FILE

    def test_holds_nothing_the_second_time(self, portal: Portal) -> None:
        _export(portal)

        assert _export(portal).stdout_bytes.decode() == EMPTY

    def test_holds_it_again_since_the_day_it_left(self, portal: Portal) -> None:
        _export(portal)

        assert _export(portal, "--since", "23/11/2026").stdout_bytes.decode() == FILE
        assert _export(portal, "--since", "2026-11-24").stdout_bytes.decode() == EMPTY

    def test_loses_nothing_when_it_cannot_be_written(self, portal: Portal, tmp_path: Path) -> None:
        result = _export(portal, "--output", str(tmp_path / "no" / "folder.csv"))

        assert result.exit_code == 1
        assert "aucun relevé n’est noté parti" in result.stderr
        assert _export(portal).stdout_bytes.decode() == FILE

    def test_holds_all_of_it_since_a_day_before_any_portal(self, portal: Portal) -> None:
        _export(portal)

        assert _export(portal, "--since", "01/01/0001").stdout_bytes.decode() == FILE

    def test_since_no_day_is_wrong_usage(self, portal: Portal) -> None:
        assert _export(portal, "--since", "hier").exit_code == 2

    def test_comes_back_as_the_billing_system_sends_it(
        self, portal: Portal, tmp_path: Path
    ) -> None:
        sent = a_file(tmp_path, _export(portal).stdout_bytes)

        result = _run(portal, "import", "readings", str(sent))

        assert result.stdout == (
            "1 ligne lue\u00a0: 1 nouvelle, 0 modifiée, 0 inchangée, 0 refusée.\n"
            "1 démarche est terminée, son auteur sera prévenu.\n"
        )
        assert "numero_contrat" in result.stderr
