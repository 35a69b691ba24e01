"""`siegvo import`, on the sample files and on files that nobody wants."""

import csv
import json
import os
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, select

from siegvo.adapters.sql.schema import metadata
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.main import siegvo
from tests.support.exchange_files import CONTRACTS, READINGS, a_contract_line, a_file
from tests.support.sample_files import SAMPLES

FILES = (("contracts", "contrats.csv"), ("meters", "compteurs.csv"), ("readings", "releves.csv"))
FAULTY = SAMPLES / "fautifs"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where reject files may lie about."""
    monkeypatch.chdir(tmp_path)


def _import(portal: Portal, kind: str, file: Path, *options: str) -> Result:
    return CliRunner().invoke(siegvo, ["import", kind, str(file), *options], obj=portal)


def _import_samples(portal: Portal) -> None:
    for kind, name in FILES:
        assert _import(portal, kind, SAMPLES / name).exit_code == 0


def _dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


class TestTheSamples:
    def test_are_all_kept(self, portal: Portal) -> None:
        said = [_import(portal, kind, SAMPLES / name).stdout for kind, name in FILES]

        nothing_else = "0 modifiée, 0 inchangée, 0 refusée.\n"
        assert said == [
            f"120 lignes lues\u00a0: 120 nouvelles, {nothing_else}",
            f"134 lignes lues\u00a0: 134 nouvelles, {nothing_else}",
            f"2\u202f160 lignes lues\u00a0: 2\u202f160 nouvelles, {nothing_else}",
        ]

    def test_change_nothing_the_second_time(self, portal: Portal, engine: Engine) -> None:
        _import_samples(portal)
        before = _dump(engine)

        _import_samples(portal)

        assert _dump(engine) == before


class TestTheFaultySamples:
    def test_of_contracts_are_refused_line_by_line(self, portal: Portal, tmp_path: Path) -> None:
        place = tmp_path / "rejets.csv"

        result = _import(portal, "contracts", FAULTY / "contrats.csv", "--reject-file", str(place))

        assert result.exit_code == 1
        assert result.stdout == (
            "7 lignes lues\u00a0: 2 nouvelles, 0 modifiée, 0 inchangée, 5 refusées.\n"
        )
        assert _reasons(place) == {
            "3": "numero_contrat manque\u00a0: la cellule est vide",
            "4": "cle_securite manque\u00a0: la cellule est vide",
            "5": "debut\u00a0: «\u00a02020-02-31\u00a0» n’est pas une date,"
            " comme 2026-11-23 ou 23/11/2026",
            "6": "mode_reglement\u00a0: «\u00a0troc\u00a0» est inconnu\u00a0;"
            " les valeurs possibles sont facture, echeance, mensuel",
            "8": "le contrat 900000001 figure déjà ligne\u00a02 avec d’autres données",
        }

    def test_of_readings_are_refused_line_by_line(self, portal: Portal, tmp_path: Path) -> None:
        _import_samples(portal)
        place = tmp_path / "rejets.csv"

        result = _import(portal, "readings", FAULTY / "releves.csv", "--reject-file", str(place))

        assert result.exit_code == 1
        assert _reasons(place) == {
            "2": "le compteur INCONNU01 est inconnu",
            "3": "index\u00a0: l’index -5 est négatif",
            "4": "releve_le\u00a0: «\u00a02027-13-01\u00a0» n’est pas une date,"
            " comme 2026-11-23 ou 23/11/2026",
            "5": "index\u00a0: «\u00a0douze\u00a0» n’est pas un index, en m³ entiers",
            "6": "origine\u00a0: «\u00a0devin\u00a0» est inconnu\u00a0;"
            " les valeurs possibles sont agent, abonne, estimation, telereleve",
        }

    def test_without_a_header_are_refused_whole(
        self, portal: Portal, engine: Engine, tmp_path: Path
    ) -> None:
        before = _dump(engine)

        result = _import(portal, "contracts", FAULTY / "sans-entete.csv")

        assert result.exit_code == 1
        assert "La ligne d’en-tête manque" in result.stderr
        assert not result.stdout
        assert _dump(engine) == before
        assert not list(tmp_path.glob("*.rejets.csv"))


class TestAFaultyRow:
    def test_goes_to_a_file_beside_the_one_it_stood_in(
        self, portal: Portal, tmp_path: Path
    ) -> None:
        file = a_file(tmp_path, [CONTRACTS, a_contract_line(debut="hier"), a_contract_line()])

        result = _import(portal, "contracts", file)

        place = tmp_path / "fichier.csv.rejets.csv"
        assert _reasons(place).keys() == {"2"}
        assert f"Les lignes refusées sont dans {place}" in result.stderr
        assert "Ligne 2\u00a0: debut" in result.stderr

    def test_goes_where_the_command_runs_if_nothing_can_be_written_there(
        self, portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shut = tmp_path / "shut"
        shut.mkdir()
        file = a_file(shut, [CONTRACTS, a_contract_line(debut="hier")])
        monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != shut)

        _import(portal, "contracts", file)

        assert _reasons(tmp_path / "fichier.csv.rejets.csv").keys() == {"2"}

    def test_may_not_be_written_over_the_file_itself(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(tmp_path, [CONTRACTS, a_contract_line(debut="hier")])

        result = _import(portal, "contracts", file, "--reject-file", str(file))

        assert result.exit_code == 2
        assert len(file.read_text().splitlines()) == 2

    def test_may_not_be_written_nowhere(self, portal: Portal, tmp_path: Path) -> None:
        place = tmp_path / "no" / "folder.csv"

        result = _import(portal, "contracts", FAULTY / "contrats.csv", "--reject-file", str(place))

        assert result.exit_code == 2

    def test_leaves_no_reject_file_once_it_is_mended(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(tmp_path, [CONTRACTS, a_contract_line(debut="hier")])
        _import(portal, "contracts", file)
        a_file(tmp_path, [CONTRACTS, a_contract_line()])

        _import(portal, "contracts", file)

        assert list(tmp_path.glob("*rejets*")) == []

    def test_of_a_mended_reject_file_goes_to_a_second_one(
        self, portal: Portal, tmp_path: Path
    ) -> None:
        file = a_file(tmp_path, [CONTRACTS, a_contract_line(debut="hier")])
        _import(portal, "contracts", file)

        _import(portal, "contracts", tmp_path / "fichier.csv.rejets.csv")
        _import(portal, "contracts", tmp_path / "fichier.csv.rejets-2.csv")

        names = {place.name for place in tmp_path.glob("*rejets*")}
        assert names == {f"fichier.csv.rejets{run}.csv" for run in ("", "-2", "-3")}

    def test_takes_away_no_file_of_others(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(tmp_path, [CONTRACTS, a_contract_line()])
        other = tmp_path / "notes.csv"
        other.write_text("mes notes")

        _import(portal, "contracts", file, "--reject-file", str(other))

        assert other.read_text() == "mes notes"

    def test_is_one_of_twenty_on_the_screen(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(tmp_path, [READINGS, *["H1;2026-10-10;1;agent"] * 30])

        result = _import(portal, "readings", file)

        assert result.stderr.count("Ligne ") == 20
        assert "… et 10 autres lignes refusées." in result.stderr


class TestADryRun:
    def test_changes_nothing_and_says_what_would_happen(
        self, portal: Portal, engine: Engine, tmp_path: Path
    ) -> None:
        before = _dump(engine)
        file = a_file(tmp_path, [CONTRACTS, a_contract_line(debut="hier"), a_contract_line()])

        result = _import(portal, "contracts", file, "--dry-run")

        assert result.exit_code == 1
        assert result.stdout == (
            "2 lignes lues\u00a0: 1 nouvelle, 0 modifiée, 0 inchangée, 1 refusée.\n"
            "C’était un essai\u00a0: rien n’est enregistré.\n"
        )
        assert _dump(engine) == before
        assert list(tmp_path.glob("*.rejets.csv")) == []

    def test_writes_the_rejects_that_were_asked_for(self, portal: Portal, tmp_path: Path) -> None:
        place = tmp_path / "rejets.csv"
        file = a_file(tmp_path, [READINGS, "H1;hier;1;agent"])

        _import(portal, "readings", file, "--dry-run", "--reject-file", str(place))

        assert _reasons(place).keys() == {"2"}


class TestTheOutcome:
    def test_is_json_for_programs(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(
            tmp_path,
            [f"{CONTRACTS};humeur", f"{a_contract_line(debut='hier')};", f"{a_contract_line()};"],
        )

        result = _import(portal, "contracts", file, "--json")

        assert result.exit_code == 1
        facts = json.loads(result.stdout)
        assert facts["rejections"][0]["line"] == 2
        assert facts["warnings"] == [
            {
                "line": None,
                "warning": "La colonne «\u00a0humeur\u00a0» est inconnue, elle est ignorée.",
            }
        ]
        assert {key: facts[key] for key in ("read", "created", "rejected", "dry_run")} == {
            "read": 2,
            "created": 1,
            "rejected": 1,
            "dry_run": False,
        }

    def test_tells_warnings_apart(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(tmp_path, [f"{READINGS};humeur", ""])

        result = _import(portal, "readings", file)

        assert result.exit_code == 0
        assert result.stderr == (
            "Attention\u00a0: La colonne «\u00a0humeur\u00a0» est inconnue, elle est ignorée.\n"
        )

    @pytest.mark.parametrize("file", ["absent.csv", "."])
    def test_is_wrong_usage_without_a_file(self, portal: Portal, file: str) -> None:
        assert _import(portal, "readings", Path(file)).exit_code == 2

    def test_is_the_same_for_a_pipe(self, portal: Portal, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        content = (FAULTY / "contrats.csv").read_bytes()
        writer = Thread(target=pipe.write_bytes, args=[content])
        writer.start()

        result = _import(portal, "contracts", pipe)

        writer.join()
        assert "2 nouvelles, 0 modifiée, 0 inchangée, 5 refusées" in result.stdout
        assert len(_reasons(tmp_path / "pipe.rejets.csv")) == 5


def _reasons(place: Path) -> dict[str, str]:
    """Return the lines and reasons of a reject file."""
    with place.open(encoding="utf-8-sig", newline="") as file:
        return {row["ligne"]: row["motif"] for row in csv.DictReader(file, delimiter=";")}
