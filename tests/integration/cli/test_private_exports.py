"""`siegvo export mandates` and `siegvo export direct-debits`: accounts in clear."""

import csv
import io
from pathlib import Path
from typing import Final

import attrs
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from siegvo.adapters.exchange_files.mandate_rows import COLUMNS
from siegvo.application.portal import Portal
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.banking import a_mandate, a_monthly_change, french_iban
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.requests import a_request
from tests.support.database import Database
from tests.support.outside import Surroundings

IBAN: Final = french_iban(1).text
HOLDER: Final = "=Odile Marchal"


@pytest.fixture(autouse=True)
def _signed(database: Database, surroundings: Surroundings) -> None:
    """Have Mme Marchal sign a mandate, whose account nothing but a file ever shows."""
    details = BankDetails(iban=french_iban(1), holder=HOLDER, bic="PSSTFRPP")
    mandate = a_mandate(details=details)
    request = a_request(kind=RequestKind.PAYMENT_MODE)
    database.know(a_tenure(), an_invoice(issued="2026-11-10", debit="2026-12-05"))
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.requests.add(request)
        work.mandates.add(sealed(surroundings.vault, mandate))
        work.payment_changes.add(
            a_monthly_change(
                request.reference,
                mandate=mandate.reference,
                before=PaymentMode.ON_INVOICE,
                step=ChangeStep.READY,
            )
        )


def export(portal: Portal, *words: str) -> Result:
    return CliRunner().invoke(siegvo, ["export", *words], obj=portal)


class TestMandates:
    def test_are_in_a_file_for_its_owner_alone(self, portal: Portal, tmp_path: Path) -> None:
        path = tmp_path / "mandats.csv"

        done = export(portal, "mandates", "--output", str(path))

        assert done.exit_code == 0
        assert path.stat().st_mode & 0o777 == 0o600
        [row] = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";")
        assert tuple(row) == COLUMNS
        assert row == {
            "rum": str(a_mandate().reference),
            "signe_le": "2026-10-01",
            "numero_contrat": CONTRACT.digits,
            "code_redevable": "R0042",
            "titulaire": f"'{HOLDER}",
            "iban": IBAN,
            "bic": "PSSTFRPP",
            "mode_reglement": "mensuel",
            "jour_prelevement": "10",
            "reference": "D-2026-000001",
        }

    def test_are_told_without_their_accounts(self, portal: Portal, tmp_path: Path) -> None:
        done = export(portal, "mandates", "--output", str(tmp_path / "mandats.csv"))

        assert done.stdout == ""
        assert "1 mandat exporté." in done.stderr
        assert "canal sûr" in done.stderr
        assert IBAN not in done.output

    def test_leave_by_a_pipe_only_when_asked_to(self, portal: Portal) -> None:
        assert IBAN in export(portal, "mandates", "--output", "-").stdout

        refused = export(portal, "mandates")

        assert refused.exit_code == 2
        assert "--output FICHIER" in refused.stderr
        assert IBAN not in refused.output

    def test_are_never_shown_on_a_terminal(
        self, portal: Portal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("siegvo.entrypoints.cli.private_output.is_terminal", lambda: True)

        refused = export(portal, "mandates", "--output", "-")

        assert refused.exit_code == 2
        assert "un terminal les montrerait" in refused.stderr
        assert IBAN not in refused.output

    def test_stay_when_the_file_cannot_be_written(self, portal: Portal, tmp_path: Path) -> None:
        done = export(portal, "mandates", "--output", str(tmp_path / "nowhere" / "mandats.csv"))

        assert done.exit_code == 1
        assert "aucun mandat n’est noté parti" in done.stderr


class TestDirectDebits:
    @pytest.fixture(autouse=True)
    def _applied(self, database: Database) -> None:
        with database.begin() as work:
            [mandate] = work.mandates.of_contract(CONTRACT, a_mandate().payer)
            work.mandates.save(attrs.evolve(mandate, activated_on=a_mandate().activated_on))

    @pytest.mark.parametrize("version", ["pain.008.001.02", "pain.008.001.08"])
    def test_are_in_a_file_for_the_bank(self, portal: Portal, tmp_path: Path, version: str) -> None:
        path = tmp_path / "prelevements.xml"

        done = export(
            portal,
            *("direct-debits", "--on", "07/12/2026", "--version", version),
            *("--output", str(path)),
        )

        assert done.exit_code == 0
        assert done.stdout == ""
        assert "1 prélèvement le 07/12/2026, 180,00\u00a0€ en tout, fichier SIEGVO-20261207." in (
            done.stderr
        )
        assert "le 23/11/2026 au plus tard" in done.stderr
        assert path.stat().st_mode & 0o777 == 0o600
        root = etree.fromstring(path.read_bytes())
        assert version in root.tag
        assert IBAN in [element.text for element in root.iter("{*}IBAN")]
        assert IBAN not in done.output

    def test_are_the_same_file_the_second_time(self, portal: Portal, tmp_path: Path) -> None:
        paths = [tmp_path / "1.xml", tmp_path / "2.xml"]

        for path in paths:
            export(portal, "direct-debits", "--on", "2026-12-07", "--output", str(path))

        assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_leave_no_file_when_there_are_none(self, portal: Portal, tmp_path: Path) -> None:
        path = tmp_path / "prelevements.xml"

        done = export(portal, "direct-debits", "--output", str(path))

        assert done.exit_code == 0
        assert "Rien à prélever le 24/11/2026\u00a0: aucun fichier n’est écrit." in done.stderr
        assert not path.exists()

    def test_name_those_whose_mandate_is_elsewhere(
        self, portal: Portal, database: Database, tmp_path: Path
    ) -> None:
        database.know(
            a_tenure("4001"),
            an_invoice("F-2", contract="4001", issued="2026-11-10", debit="2026-12-05"),
        )

        done = export(
            portal, "direct-debits", "--on", "2026-12-07", "--output", str(tmp_path / "p.xml")
        )

        assert "sous des mandats que le portail n’a pas\u00a0: 1." in done.stderr

    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            ("25/12/2026", "Les banques ne prélèvent rien le 25/12/2026."),
            ("23/11/2026", "Il est trop tard pour prélever le 23/11/2026"),
        ],
    )
    def test_are_for_days_that_can_be(
        self, portal: Portal, tmp_path: Path, day: str, sentence: str
    ) -> None:
        done = export(portal, "direct-debits", "--on", day, "--output", str(tmp_path / "p.xml"))

        assert done.exit_code == 1
        assert sentence in done.stderr

    def test_need_a_version_banks_know(self, portal: Portal) -> None:
        assert export(portal, "direct-debits", "--version", "1", "--output", "-").exit_code == 2
