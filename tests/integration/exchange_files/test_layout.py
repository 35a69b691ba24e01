"""Encodings, separators, headers, line ends: what every file of the billing system may vary."""

from collections.abc import Callable

import pytest

from siegvo.application.ports.file_faults import (
    ColumnIgnored,
    ColumnsMissing,
    ColumnTwice,
    FileEmpty,
    FileNotText,
    HeaderMissing,
)
from siegvo.domain.errors import Refused
from tests.integration.exchange_files.conftest import Read, ReadReadings
from tests.support.exchange_files import CONTRACTS, READINGS, a_contract_line

ROW = (2, "H18", "2026-10-10", 120, "agent")
ReadContracts = Callable[[list[str] | bytes], Read]


class TestAFileIsRead:
    @pytest.mark.parametrize(
        "text",
        [
            "numero_compteur;releve_le;index;origine\nH18;2026-10-10;120;agent\n",
            "numero_compteur,releve_le,index,origine\nH18,2026-10-10,120,agent\n",
            "numero_compteur\treleve_le\tindex\torigine\nH18\t2026-10-10\t120\tagent\n",
            "\ufeffnumero_compteur;releve_le;index;origine\nH18;2026-10-10;120;agent",
            "numero_compteur;releve_le;index;origine\r\nH18;10/10/2026;120;agent\r\n",
            "numero_compteur;releve_le;index;origine\rH18;10/10/2026;120;agent\r",
            "origine;index;releve_le;numero_compteur\nagent;120;2026-10-10;H18\n",
            '"numero_compteur";"releve_le";"index";"origine"\n"H18";"2026-10-10";"120";"agent"\n',
            " Numéro_Compteur ; Releve le ;INDEX;Origine\n H18 ; 2026-10-10 ; 120 ; Agent \n",
            "numero_compteur;releve_le;index;origine;\nH18;2026-10-10;120;agent;\n",
            "numero_compteur;releve_le;index;origine\nH18;2026-10-10;120;agent;;\n",
            "numero_compteur;releve_le;index;origine\n\ufeffH18;2026-10-10;00120;AGENT\n",
            "numero_compteur;releve_le;index;origine\nH18;2026-10-10;1 2\u00a00;agent\n",
            "numero_compteur;releve_le;index;origine\nH18;2026-10-10;120;agent\n\n;;;\n  \n",
        ],
    )
    def test_whatever_its_layout(self, read_readings: ReadReadings, text: str) -> None:
        read = read_readings(text.encode())

        assert read == Read(good=[ROW], bad=[], warnings=[])

    @pytest.mark.parametrize("before", ["\n", "sep=;\n", '"sep=;"\n', " \n\n"])
    def test_whatever_stands_above_its_header(
        self, read_readings: ReadReadings, before: str
    ) -> None:
        read = read_readings(f"{before}{READINGS}\nH18;2026-10-10;120;agent\n".encode())

        assert read.good == [(2 + before.count("\n"), *ROW[1:])]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_whatever_its_encoding(self, read_contracts: ReadContracts, encoding: str) -> None:
        lines = [CONTRACTS, a_contract_line(nom_redevable="Mme Zoé Bœuf – 5 €")]

        (row,) = read_contracts("\n".join(lines).encode(encoding)).good

        assert row.payer.name == "Mme Zoé Bœuf – 5 €"

    def test_in_utf_8_although_one_line_is_damaged(self, read_contracts: ReadContracts) -> None:
        lines = [CONTRACTS, a_contract_line(), a_contract_line(numero_contrat="900000002")]
        damaged = "\n".join(lines).encode() + b"\n"
        damaged += a_contract_line(numero_contrat="900000003").encode("cp1252")

        read = read_contracts(damaged)

        assert [row.payer.name for row in read.good] == ["Mme Zoé Bœuf", "Mme Zoé Bœuf"]
        ((line, reason),) = read.bad
        assert line == 4
        assert "CellWithHiddenCharacter" in reason

    def test_with_accents_apart_as_with_accents_together(
        self, read_contracts: ReadContracts
    ) -> None:
        lines = [CONTRACTS, a_contract_line(nom_redevable="Mme Zoe\u0301")]

        (row,) = read_contracts(lines).good

        assert row.payer.name == "Mme Zoé"

    def test_passing_over_columns_nobody_knows(self, read_readings: ReadReadings) -> None:
        read = read_readings(
            [f"tournée;{READINGS};ligne;motif;tournée", "T1;H18;2026-10-10;120;agent;2;faux;x"]
        )

        assert read.good == [ROW]
        assert read.warnings == [repr(ColumnIgnored(column="tournee"))] * 2

    def test_though_columns_nobody_knows_run_over_several_lines(
        self, read_readings: ReadReadings
    ) -> None:
        read = read_readings(
            [
                f"{READINGS};observations",
                'H18;2026-10-10;120;agent;"chien ""méchant"";',
                "",
                'sonner"',
                "H19;2026-10-10;130;agent;",
            ]
        )

        assert [row[:2] for row in read.good] == [(2, "H18"), (5, "H19")]
        assert not read.bad


class TestAFileIsRefused:
    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", FileEmpty),
            (b"\xef\xbb\xbf", FileEmpty),
            (b"\n \n\r\n", FileEmpty),
            (b"H18;2026-10-10;120;agent\n", HeaderMissing),
            (b"\0\0\0\0\0\0", FileNotText),
            (READINGS.encode("utf-16"), FileNotText),
            (READINGS.encode("utf-16-le"), FileNotText),
            (b"PK\x03\x04 a workbook", FileNotText),
            (b"%PDF-1.7", FileNotText),
            (b"numero_compteur;releve_le;index\n", ColumnsMissing),
            (b"numero_compteur;releve_le;index;origine;INDEX\n", ColumnTwice),
            (b"numero_compteur|releve_le|index|origine\n", HeaderMissing),
            (b'"numero_compteur;releve_le;index;origine\nH18;2026-10-10;1;agent\n', ColumnsMissing),
        ],
    )
    def test_as_a_whole(
        self, read_readings: ReadReadings, content: bytes, reason: type[Refused]
    ) -> None:
        with pytest.raises(reason):
            read_readings(content)

    def test_saying_which_columns_are_missing(self, read_readings: ReadReadings) -> None:
        with pytest.raises(ColumnsMissing) as refusal:
            read_readings(b"numero_compteur;index\n")

        assert refusal.value.columns == ("releve_le", "origine")
