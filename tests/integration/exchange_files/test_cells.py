"""What each cell may hold, and what is said of one that holds something else."""

from collections.abc import Callable
from datetime import date

import pytest

from siegvo.application.ports.cell_faults import (
    CellEmpty,
    CellTooLong,
    CellWithHiddenCharacter,
    EndsBeforeItStarts,
    IbanInClear,
    NegativeIndex,
    NotAContractNumber,
    NotADay,
    NotAMailbox,
    NotAnIndex,
    NotANumber,
    NotAPayerCode,
    NotAPostcode,
    NotASecurityKey,
    NotASiret,
    RemovalIncomplete,
    UnknownWord,
)
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.day_range import DayRange
from tests.integration.exchange_files.conftest import Read, ReadReadings
from tests.support.exchange_files import CONTRACTS, METERS, READINGS, a_contract_line

ReadLines = Callable[[list[str]], Read]
_YES_NO = ("oui", "non")


class TestAContract:
    def test_is_read_whole(self, read_contracts: ReadLines) -> None:
        line = a_contract_line(
            categorie="Collectivité",
            debut="01/02/2020",
            fin="2024-05-31",
            mode_reglement="MENSUEL",
            e_facture="Oui",
            siret_redevable="123 456 789 01234",
            email_redevable="zoe@exemple.fr",
            iban_masque="FR76 XXXX XXXX 123",
            cle_securite="k3yg-ood2",
        )

        (row,) = read_contracts([CONTRACTS, line]).good

        assert row.key == SecurityKey("K3YG00D2")
        assert row.tenure.category is Category.PUBLIC_BODY
        assert row.tenure.payment_mode is PaymentMode.MONTHLY
        assert row.tenure.days == DayRange(date(2020, 2, 1), date(2024, 5, 31))
        assert row.tenure.has_e_invoice
        assert not row.tenure.is_suspended
        assert row.tenure.occupant is None
        assert row.tenure.masked_iban == "FR76 XXXX XXXX 123"
        assert row.tenure.supply.street == "2 rue de Metz"
        assert row.payer.address.street == "1 rue de Metz"
        assert (row.payer.siret, row.payer.email) == ("12345678901234", "zoe@exemple.fr")

    def test_may_have_a_payer_whose_name_is_a_formula(self, read_contracts: ReadLines) -> None:
        name = '=HYPERLINK("http://exemple.fr")'

        (row,) = read_contracts([CONTRACTS, a_contract_line(nom_redevable=name)]).good

        assert row.payer.name == name

    def test_comes_back_from_a_reject_file_as_it_was(self, read_contracts: ReadLines) -> None:
        (row,) = read_contracts([CONTRACTS, a_contract_line(nom_redevable="'=Martin")]).good

        assert row.payer.name == "=Martin"

    @pytest.mark.parametrize(
        ("column", "cell", "reason"),
        [
            ("numero_contrat", "", CellEmpty(column="numero_contrat")),
            ("numero_contrat", "12a", NotAContractNumber(column="numero_contrat", given="12a")),
            ("cle_securite", " ", CellEmpty(column="cle_securite")),
            ("cle_securite", "clé", NotASecurityKey(column="cle_securite")),
            ("cle_securite", "X" * 33, NotASecurityKey(column="cle_securite")),
            ("code_redevable", "R 1", NotAPayerCode(column="code_redevable", given="R 1")),
            ("nom_redevable", "\u00a0", CellEmpty(column="nom_redevable")),
            ("nom_redevable", "x" * 201, CellTooLong(column="nom_redevable", most=200)),
            (
                "nom_redevable",
                "Zo\u200be",
                CellWithHiddenCharacter(column="nom_redevable", code="U+200B"),
            ),
            (
                "commune_desservie",
                "\u2066METZ",
                CellWithHiddenCharacter(column="commune_desservie", code="U+2066"),
            ),
            (
                "code_postal_desservi",
                "5786",
                NotAPostcode(column="code_postal_desservi", given="5786"),
            ),
            (
                "code_postal_redevable",
                "٥٧٨٦٥",
                NotAPostcode(column="code_postal_redevable", given="٥٧٨٦٥"),
            ),
            ("debut", "2020-02-31", NotADay(column="debut", given="2020-02-31")),
            ("debut", "0001-01-01", NotADay(column="debut", given="0001-01-01")),
            ("debut", "9999-12-31", NotADay(column="debut", given="9999-12-31")),
            ("fin", "hier", NotADay(column="fin", given="hier")),
            (
                "fin",
                "2019-12-31",
                EndsBeforeItStarts(first=date(2020, 1, 1), last=date(2019, 12, 31)),
            ),
            (
                "mode_reglement",
                "troc",
                UnknownWord(
                    column="mode_reglement", given="troc", known=("facture", "echeance", "mensuel")
                ),
            ),
            ("e_facture", "1", UnknownWord(column="e_facture", given="1", known=_YES_NO)),
            ("siret_redevable", "123", NotASiret(column="siret_redevable", given="123")),
            ("email_redevable", "zoe@", NotAMailbox(column="email_redevable", given="zoe@")),
            ("iban_masque", "FR7630006000011234567890189", IbanInClear(column="iban_masque")),
        ],
    )
    def test_says_which_cell_is_wrong(
        self, read_contracts: ReadLines, column: str, cell: str, reason: DomainError
    ) -> None:
        read = read_contracts([CONTRACTS, a_contract_line(), a_contract_line(**{column: cell})])

        assert len(read.good) == 1
        assert read.bad == [(3, repr(reason))]

    def test_never_tells_its_key(self, read_contracts: ReadLines) -> None:
        read = read_contracts([CONTRACTS, a_contract_line(cle_securite="Sésame-ouvre-toi")])

        assert "same" not in str(read.bad)


class TestAMeter:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("H1;100200304;2;2020-01-01;0;;", NotANumber),
            ("H1;100200304;10;2020-01-01;0;;", NotANumber),
            ("H1;100200304;cinq;2020-01-01;0;;", NotANumber),
            ("H1;100200304;5;2020-01-01;-1;;", NegativeIndex),
            ("H1;100200304;5;2020-01-01;0;2019-12-31;5", EndsBeforeItStarts),
            ("H1;100200304;5;2020-01-01;0;2021-12-31;", RemovalIncomplete),
            ("H1;100200304;5;2020-01-01;0;;12", RemovalIncomplete),
            (f"{'H' * 31};100200304;5;2020-01-01;0;;", CellTooLong),
        ],
    )
    def test_says_what_is_wrong(
        self, read_meters: ReadLines, row: str, reason: type[DomainError]
    ) -> None:
        read = read_meters([METERS, row, "H2;100200304;5;2020-01-01;0;;"])

        assert [meter.meter.serial for meter in read.good] == ["H2"]
        ((line, said),) = read.bad
        assert line == 2
        assert said.startswith(reason.__name__)

    def test_may_be_removed_on_the_day_it_was_fitted(self, read_meters: ReadLines) -> None:
        assert read_meters([METERS, "H1;100200304;9;2020-01-01;0;2020-01-01;0"]).good


class TestAReading:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            (";2026-10-10;1;agent", CellEmpty(column="numero_compteur")),
            ("H1;;1;agent", CellEmpty(column="releve_le")),
            ("H1;2027-13-01;1;agent", NotADay(column="releve_le", given="2027-13-01")),
            ("H1;2026-1-1;1;agent", NotADay(column="releve_le", given="2026-1-1")),
            ("H1;2026-10-10;-5;agent", NegativeIndex(column="index", given="-5")),
            ("H1;2026-10-10;'-5;agent", NegativeIndex(column="index", given="-5")),
            ("H1;2026-10-10;douze;agent", NotAnIndex(column="index", given="douze")),
            ("H1;2026-10-10;1_000;agent", NotAnIndex(column="index", given="1_000")),
            ("H1;2026-10-10;١٢;agent", NotAnIndex(column="index", given="١٢")),
            ("H1;2026-10-10;12,5;agent", NotAnIndex(column="index", given="12,5")),
            ("H1;2026-10-10;1234567890;agent", NotAnIndex(column="index", given="1234567890")),
            (
                "H1;2026-10-10;1;devin",
                UnknownWord(
                    column="origine",
                    given="devin",
                    known=("agent", "abonne", "estimation", "telereleve"),
                ),
            ),
        ],
    )
    def test_says_which_cell_is_wrong(
        self, read_readings: ReadReadings, row: str, reason: DomainError
    ) -> None:
        assert read_readings([READINGS, row]).bad == [(2, repr(reason))]

    def test_shows_little_of_a_cell_and_nothing_invisible(
        self, read_readings: ReadReadings
    ) -> None:
        ((_, said),) = read_readings([READINGS, f"H1;2026-10-10;\u202e{'x' * 99};agent"]).bad

        assert f"'\ufffd{'x' * 39}…'" in said
