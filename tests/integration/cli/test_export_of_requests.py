"""`siegvo export requests`."""

import csv
import io
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from siegvo.adapters.exchange_files.request_rows import COLUMNS
from siegvo.application.portal import Portal
from siegvo.domain.requests.cap_claim import CapClaim, CapWay
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import MessageText
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.requests import a_request
from tests.support.builders.threads import (
    A_PDF,
    CAP_CLAIM,
    HELLO,
    LEAK,
    OTHER,
    SUBSCRIPTION,
    SUPPLY,
    TERMINATION,
)
from tests.support.database import Database

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    '=HYPERLINK("http://exemple.com","x")',
    "|x",
    "\uff1d1+1",
)
ARMED = "=+-@|\uff1d\uff0b\uff0d\uff20\u2212\uff5c\t\r"


@pytest.fixture(autouse=True)
def _subscriber(database: Database) -> None:
    database.know(a_tenure())
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))


def export(portal: Portal, *options: str) -> Result:
    return CliRunner().invoke(siegvo, ["export", "requests", *options], obj=portal)


def rows(portal: Portal, *options: str) -> list[dict[str, str]]:
    written = export(portal, *options).stdout_bytes.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written, newline=""), delimiter=";"))


class TestTheFile:
    def test_has_a_row_for_each_request_and_a_column_for_each_answer(self, portal: Portal) -> None:
        send = portal.requests.send_request
        send(account=ALICE, content=SUBSCRIPTION, attachments=[A_PDF])
        send(account=ALICE, content=TERMINATION, contract=CONTRACT)
        send(account=ALICE, content=LEAK, message=HELLO)
        send(account=ALICE, content=OTHER, contract=CONTRACT, message=HELLO)

        subscription, termination, leak, other = rows(portal)

        assert tuple(subscription) == COLUMNS
        assert _answers(subscription) == {
            "reference": "D-2026-000001",
            "demande_le": "2026-11-23",
            "nature": "abonnement",
            "email": "Alice.Marchal@exemple.fr",
            "documents": "1",
            "date": "2026-12-01",
            "adresse": "3 rue de l’Église",
            "code_postal": "57130",
            "commune": "VERNÉVILLE",
            "nom": "Karim Benali",
            "second_nom": "Lucie Benali",
            "naissance": "1988-02-29",
            "telephone": "0612345678",
            "qualite": "locataire",
            "numero_compteur": "H25LA004127",
            "index": "412",
            "ancien_occupant": "M. Schmitt",
            "adresse_facturation": "8 place d’Armes",
            "code_postal_facturation": "57000",
            "commune_facturation": "METZ",
            "mode_reglement": "mensuel",
            "e_facture": "oui",
        }
        assert (termination["nature"], termination["date"]) == ("resiliation", "2026-12-31")
        assert (termination["numero_contrat"], termination["index"]) == ("100214873", "1250")
        assert termination["telephone"] == "'+352621123456"
        assert (leak["lieu_fuite"], leak["coule_encore"]) == ("apres_compteur", "oui")
        assert (other["objet"], other["message"]) == (OTHER.subject, str(HELLO).replace("\n", " "))

    def test_says_what_caps_a_bill(self, portal: Portal) -> None:
        send = portal.requests.send_request
        send(account=ALICE, content=CAP_CLAIM, contract=CONTRACT, attachments=[A_PDF])
        send(account=ALICE, content=CapClaim(way=CapWay.METER_TEST), contract=CONTRACT)

        certificate, meter_test = rows(portal)

        assert (certificate["nature"], certificate["plafonnement"]) == ("fuite", "attestation")
        assert (certificate["date"], certificate["documents"]) == ("2026-11-20", "1")
        assert certificate["lieu_fuite"] == "Canalisation enterrée, devant le garage"
        assert meter_test["plafonnement"] == "verification_compteur"

    def test_says_how_many(self, portal: Portal) -> None:
        portal.requests.send_request(account=ALICE, content=SUBSCRIPTION)

        assert export(portal).stderr == "1 démarche exportée.\n"
        assert export(portal).stderr == "0 démarche exportée.\n"
        assert len(rows(portal, "--since", "23/11/2026")) == 1

    def test_goes_to_a_file_or_marks_nothing(self, portal: Portal, tmp_path: Path) -> None:
        portal.requests.send_request(account=ALICE, content=SUBSCRIPTION)

        refused = export(portal, "--output", str(tmp_path / "no" / "folder.csv"))
        assert (refused.exit_code, "aucune démarche" in refused.stderr) == (1, True)
        place = tmp_path / "demarches.csv"
        assert export(portal, "--output", str(place)).exit_code == 0
        assert place.read_bytes().startswith("\ufeffreference;".encode())


class TestAFormula:
    """Typed by a stranger wherever words may be typed."""

    @pytest.fixture(autouse=True)
    def _typed(self, database: Database, portal: Portal) -> None:
        for rank, formula in enumerate(FORMULAS, start=1):
            with database.begin() as work:
                work.requests.add(a_request(1000 + rank, kind=RequestKind.OTHER, contract=None))
                work.threads.open(
                    a_request(1000 + rank).reference, attrs.evolve(OTHER, subject=formula)
                )
        armed = attrs.evolve(
            SUBSCRIPTION,
            names=FORMULAS[:2],
            supply=attrs.evolve(SUPPLY, street=FORMULAS[2], town=FORMULAS[3]),
            previous_occupant=FORMULAS[4],
            meter=FORMULAS[5],
        )
        portal.requests.send_request(
            account=ALICE, content=armed, message=MessageText(f"{FORMULAS[0]}\n{FORMULAS[4]}")
        )

    def test_stays_a_text(self, portal: Portal) -> None:
        for row in rows(portal):
            for cell in row.values():
                assert not cell.lstrip().startswith(tuple(ARMED)), cell
                assert not any(part.strip().startswith(tuple(ARMED)) for part in cell.split(";")), (
                    cell
                )


def _answers(row: dict[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if cell}
