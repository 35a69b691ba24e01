"""`siegvo import invoices`, `invoice-lines` and `collections`, good files and bad ones."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, select

from siegvo.adapters.sql.schema import metadata
from siegvo.adapters.sql.tables.billing import collections, invoice_lines, invoices
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.contracts import a_tenure
from tests.support.database import Database
from tests.support.exchange_files import (
    COLLECTIONS,
    INVOICE_LINES,
    INVOICES,
    a_collection_line,
    a_file,
    a_line_of_an_invoice,
    an_invoice_line,
)
from tests.support.outside import Surroundings
from tests.support.sample_files import SAMPLES

FILES = (
    ("contracts", "contrats.csv"),
    ("invoices", "factures.csv"),
    ("invoice-lines", "lignes-factures.csv"),
    ("collections", "encaissements.csv"),
)
PDF = b"%PDF-1.7\nune facture\n%%EOF\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where reject files may lie about."""
    monkeypatch.chdir(tmp_path)


def _import(portal: Portal, kind: str, file: Path, *options: str) -> Result:
    return CliRunner().invoke(siegvo, ["import", kind, str(file), *options], obj=portal)


def _import_samples(portal: Portal) -> list[str]:
    said = []
    for kind, name in FILES:
        options = ("--pdf-dir", str(SAMPLES / "pdf")) if kind == "invoices" else ()
        result = _import(portal, kind, SAMPLES / name, *options)
        assert (result.exit_code, result.stderr) == (0, "")
        said.append(result.stdout)
    return said


def _dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def _reasons(place: Path) -> dict[str, str]:
    with place.open(encoding="utf-8-sig", newline="") as file:
        return {row["ligne"]: row["motif"] for row in csv.DictReader(file, delimiter=";")}


class TestTheSamples:
    def test_are_all_kept(self, portal: Portal, engine: Engine) -> None:
        said = _import_samples(portal)

        nothing_else = "0 modifiée, 0 inchangée, 0 refusée.\n"
        assert said[1:] == [
            f"1\u202f972 lignes lues\u00a0: 1\u202f972 nouvelles, {nothing_else}",
            f"9\u202f860 lignes lues\u00a0: 9\u202f860 nouvelles, {nothing_else}",
            f"1\u202f853 lignes lues\u00a0: 1\u202f853 nouvelles, {nothing_else}",
        ]
        kept = _dump(engine)
        tables = (invoices, invoice_lines, collections)
        assert [len(kept[table.name]) for table in tables] == [1972, 9860, 1853]

    def test_bring_their_pdfs(
        self, portal: Portal, engine: Engine, surroundings: Surroundings
    ) -> None:
        _import_samples(portal)

        with engine.connect() as connection:
            documents = connection.execute(
                select(invoices.c.number, invoices.c.document).where(
                    invoices.c.document.is_not(None)
                )
            )
            kept = {
                number: surroundings.invoice_files.open(document) for number, document in documents
            }
        assert kept == {file.stem: file.read_bytes() for file in (SAMPLES / "pdf").iterdir()}

    def test_change_nothing_the_second_time(self, portal: Portal, engine: Engine) -> None:
        _import_samples(portal)
        before = _dump(engine)

        said = _import_samples(portal)

        assert all("0 nouvelle, 0 modifiée" in each for each in said)
        assert _dump(engine) == before


class TestFaultyRows:
    @pytest.fixture(autouse=True)
    def _known(self, database: Database) -> None:
        database.know(a_tenure(), a_tenure("100214874"))

    def test_of_invoices_go_to_the_reject_file(self, portal: Portal, tmp_path: Path) -> None:
        file = a_file(
            tmp_path,
            [
                INVOICES,
                an_invoice_line(),
                an_invoice_line(numero_facture="A1", numero_contrat="999999999"),
                an_invoice_line(numero_facture="A2", echeance_le="2026-10-01"),
                an_invoice_line(numero_facture="A3", periode_fin="2026-01-01"),
                an_invoice_line(numero_facture="A4", type="avoir"),
                an_invoice_line(numero_contrat="100214874"),
                an_invoice_line(numero_facture="A5", montant_ttc="12,00 €"),
                an_invoice_line(numero_facture="A6", situation_au="2062-11-17"),
            ],
        )

        result = _import(portal, "invoices", file)

        assert result.exit_code == 1
        assert result.stdout == (
            "8 lignes lues\u00a0: 1 nouvelle, 0 modifiée, 0 inchangée, 7 refusées.\n"
        )
        assert _reasons(tmp_path / "fichier.csv.rejets.csv") == {
            "3": "le contrat 999999999 est inconnu",
            "4": "l’échéance, le 01/10/2026, précède l’émission, le 22/10/2026",
            "5": "la fin, le 01/01/2026, précède le début, le 10/06/2026",
            "6": "le montant d’un avoir est négatif ou nul, celui-ci est de 180,00\u00a0€",
            "7": "la facture 2026-EA-0018342 figure déjà ligne\u00a02 avec d’autres données",
            "8": "montant_ttc\u00a0: «\u00a012,00 €\u00a0» n’est pas un montant en euros,"
            " comme 123,45",
            "9": "la situation est au 17/11/2062, un jour à venir",
        }

    def test_of_lines_go_to_the_reject_file(self, portal: Portal, tmp_path: Path) -> None:
        _import(portal, "invoices", a_file(tmp_path, [INVOICES, an_invoice_line()]))
        file = a_file(
            tmp_path,
            [
                INVOICE_LINES,
                a_line_of_an_invoice(),
                a_line_of_an_invoice(libelle="Abonnement"),
                a_line_of_an_invoice(numero_facture="A1"),
                a_line_of_an_invoice(rang="2", taux_tva="101"),
                a_line_of_an_invoice(rang="3", prix_unitaire="1,42105"),
            ],
        )

        result = _import(portal, "invoice-lines", file)

        assert result.exit_code == 1
        assert _reasons(tmp_path / "fichier.csv.rejets.csv") == {
            "3": "le rang 1 de la facture 2026-EA-0018342 figure déjà ligne\u00a02,"
            " avec d’autres données",
            "4": "la facture A1 est inconnue",
            "5": "taux_tva\u00a0: «\u00a0101\u00a0» n’est pas un taux, entre 0 et 100, comme 5,5",
            "6": "prix_unitaire\u00a0: «\u00a01,42105\u00a0» n’est pas un nombre,"
            " avec 4\u00a0décimales au plus",
        }

    def test_of_collections_go_to_the_reject_file(self, portal: Portal, tmp_path: Path) -> None:
        _import(portal, "invoices", a_file(tmp_path, [INVOICES, an_invoice_line()]))
        file = a_file(
            tmp_path,
            [
                COLLECTIONS,
                a_collection_line(),
                a_collection_line(numero_facture="A1"),
                a_collection_line(montant="0,00"),
                a_collection_line(encaisse_le="2026-11-24"),
                a_collection_line(moyen="troc"),
                a_collection_line(montant="-180,00"),
            ],
        )

        result = _import(portal, "collections", file)

        assert result.exit_code == 1
        assert result.stdout.startswith("6 lignes lues\u00a0: 2 nouvelles")
        assert _reasons(tmp_path / "fichier.csv.rejets.csv") == {
            "3": "la facture A1 est inconnue",
            "4": "un encaissement ne peut pas être nul",
            "5": "l’encaissement est daté du 24/11/2026, un jour à venir",
            "6": "moyen\u00a0: «\u00a0troc\u00a0» est inconnu\u00a0; les valeurs possibles sont cb,"
            " virement, cheque, prelevement, especes, autre",
        }

    def test_below_zero_come_back_from_the_reject_file(
        self, portal: Portal, tmp_path: Path, engine: Engine
    ) -> None:
        line = an_invoice_line(type="avoir", montant_ttc="-31,20", numero_contrat="999999999")
        _import(portal, "invoices", a_file(tmp_path, [INVOICES, line]))
        rejects = tmp_path / "fichier.csv.rejets.csv"
        mended = rejects.read_text(encoding="utf-8-sig").replace("999999999", "100214874")
        rejects.write_text(mended, encoding="utf-8-sig")

        result = _import(portal, "invoices", rejects)

        assert (result.exit_code, result.stderr) == (0, "")
        with engine.connect() as connection:
            assert connection.execute(select(invoices.c.total_cents)).scalar_one() == -3120


class TestAFileWithoutItsColumns:
    @pytest.mark.parametrize("kind", ["invoices", "invoice-lines", "collections"])
    def test_is_refused_whole(
        self, portal: Portal, engine: Engine, tmp_path: Path, kind: str
    ) -> None:
        file = a_file(tmp_path, ["numero_facture;libelle", "A1;Abonnement"])
        before = _dump(engine)

        result = _import(portal, kind, file)

        assert result.exit_code == 1
        assert "Il manque à l’en-tête" in result.stderr
        assert _dump(engine) == before


class TestADryRun:
    @pytest.mark.parametrize(("kind", "name"), FILES[1:])
    def test_says_what_would_happen_and_keeps_nothing(
        self,
        portal: Portal,
        engine: Engine,
        surroundings: Surroundings,
        kind: str,
        name: str,
    ) -> None:
        for before_it, sample in FILES[: FILES.index((kind, name))]:
            _import(portal, before_it, SAMPLES / sample)
        before = _dump(engine)
        options = ("--pdf-dir", str(SAMPLES / "pdf")) if kind == "invoices" else ()

        dry = _import(portal, kind, SAMPLES / name, "--dry-run", "--json", *options)

        assert _dump(engine) == before
        assert not surroundings.invoice_files.kept
        real = _import(portal, kind, SAMPLES / name, "--json", *options)
        would, did = json.loads(dry.stdout), json.loads(real.stdout)
        assert {**would, "dry_run": False} == did


class TestPdfs:
    @pytest.fixture
    def folder(self, tmp_path: Path, database: Database) -> Path:
        database.know(a_tenure())
        (tmp_path / "pdf").mkdir()
        (tmp_path / "pdf" / "bon.pdf").write_bytes(PDF)
        (tmp_path / "pdf" / "faux.pdf").write_bytes(b"GIF89a")
        (tmp_path / "ailleurs.pdf").write_bytes(PDF)
        return tmp_path / "pdf"

    def test_that_are_missing_or_bad_leave_warnings(
        self, portal: Portal, tmp_path: Path, folder: Path
    ) -> None:
        names = ("bon.pdf", "absent.pdf", "faux.pdf", "../ailleurs.pdf")
        lines = [
            an_invoice_line(numero_facture=f"A{rank}", fichier_pdf=name)
            for rank, name in enumerate(names)
        ]
        file = a_file(tmp_path, [INVOICES, *lines])

        result = _import(portal, "invoices", file, "--pdf-dir", str(folder))

        assert result.exit_code == 0
        assert result.stdout.startswith("4 lignes lues\u00a0: 4 nouvelles")
        refused = (
            "n’est pas un PDF de 10\u00a0Mio au plus, ou n’est pas un simple nom de"
            " fichier\u00a0: la facture est gardée sans lui."
        )
        missing = (
            "Le PDF absent.pdf n’est pas dans le dossier\u00a0: la facture est gardée sans lui."
        )
        assert result.stderr.splitlines() == [
            f"Attention\u00a0: Ligne 3\u00a0: {missing}",
            f"Attention\u00a0: Ligne 4\u00a0: faux.pdf {refused}",
            f"Attention\u00a0: Ligne 5\u00a0: ../ailleurs.pdf {refused}",
        ]

    def test_are_looked_for_in_a_folder_that_is_there(
        self, portal: Portal, tmp_path: Path, folder: Path
    ) -> None:
        file = a_file(tmp_path, [INVOICES, an_invoice_line()])
        shutil.rmtree(folder)

        assert _import(portal, "invoices", file, "--pdf-dir", str(folder)).exit_code == 2

    def test_stay_when_the_file_comes_again_without_them(
        self, portal: Portal, tmp_path: Path, folder: Path, engine: Engine
    ) -> None:
        file = a_file(tmp_path, [INVOICES, an_invoice_line(fichier_pdf="bon.pdf")])
        _import(portal, "invoices", file, "--pdf-dir", str(folder))
        before = _dump(engine)

        result = _import(portal, "invoices", file)

        assert (result.exit_code, result.stderr) == (0, "")
        assert _dump(engine) == before


class TestASituation:
    def test_that_is_older_is_put_aside_with_a_warning(
        self, portal: Portal, tmp_path: Path, database: Database, engine: Engine
    ) -> None:
        database.know(a_tenure())
        now = an_invoice_line(reste_a_payer="0,00", situation_au="2026-11-20")
        _import(portal, "invoices", a_file(tmp_path, [INVOICES, now]))
        before = _dump(engine)

        result = _import(portal, "invoices", a_file(tmp_path, [INVOICES, an_invoice_line()]))

        assert result.exit_code == 0
        assert result.stderr == (
            "Attention\u00a0: Ligne 2\u00a0: La situation de la facture 2026-EA-0018342 est déjà"
            " connue au 20/11/2026\u00a0: celle du 17/11/2026 est écartée.\n"
        )
        assert _dump(engine) == before
