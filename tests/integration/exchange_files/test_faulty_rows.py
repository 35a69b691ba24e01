"""Rows that are no rows: each is refused on its own line, and spoils no other."""

import pytest

from siegvo.adapters.exchange_files.lines import BLOCK, LONGEST
from siegvo.application.ports.cell_faults import (
    CellWithHiddenCharacter,
    RowTooLong,
    RowWithoutEnd,
    WrongCellCount,
)
from siegvo.domain.errors import DomainError
from tests.integration.exchange_files.conftest import ReadReadings
from tests.support.exchange_files import READINGS

GOOD = "H19;2026-10-10;130;agent"


class TestAFaultyRow:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("H18;2026-10-10;120", WrongCellCount(expected=4, found=3)),
            ("H18;2026-10-10;120;agent;x", WrongCellCount(expected=4, found=5)),
            ("H18", WrongCellCount(expected=4, found=1)),
            ('"H18;2026-10-10;120;agent', RowWithoutEnd()),
            ('H18;"2026-10-10;120;agent', RowWithoutEnd()),
            ('"H18"x;2026-10-10;120;agent', RowWithoutEnd()),
            ("H18;2026-10-10;120;" + "x" * LONGEST, RowTooLong(most=LONGEST)),
            ("x" * 3 * BLOCK, RowTooLong(most=LONGEST)),
            (
                "H\x0018;2026-10-10;120;agent",
                CellWithHiddenCharacter(column="numero_compteur", code="U+0000"),
            ),
            (
                "H\u202e18;2026-10-10;120;agent",
                CellWithHiddenCharacter(column="numero_compteur", code="U+202E"),
            ),
            (
                '"H\n18";2026-10-10;120;agent',
                CellWithHiddenCharacter(column="numero_compteur", code="U+000A"),
            ),
        ],
    )
    @pytest.mark.parametrize("above", [1, 3000])
    def test_spoils_no_other(
        self, read_readings: ReadReadings, row: str, reason: DomainError, above: int
    ) -> None:
        rows = [f"A{number};2026-10-10;120;agent" for number in range(above)]

        read = read_readings([READINGS, *rows, row, GOOD, GOOD])

        assert read.bad == [(above + 2, repr(reason))]
        after = above + 3 + row.count("\n")
        assert [line for line, *_ in read.good] == [*range(2, above + 2), after, after + 1]

    def test_may_be_the_last_one(self, read_readings: ReadReadings) -> None:
        read = read_readings([READINGS, GOOD, 'H18;"2026'])

        assert [line for line, _ in read.bad] == [3]
        assert len(read.good) == 1

    def test_may_be_followed_by_many_of_its_sort(self, read_readings: ReadReadings) -> None:
        read = read_readings([READINGS, *['"H18;2026-10-10;120;agent', GOOD] * 2000])

        assert [line for line, _ in read.bad] == [*range(2, 4002, 2)]
        assert len(read.good) == 2000

    def test_may_be_the_header_again(self, read_readings: ReadReadings) -> None:
        read = read_readings([READINGS, GOOD, f"\ufeff{READINGS}", GOOD])

        assert [line for line, _ in read.bad] == [3]
        assert len(read.good) == 2

    def test_keeps_its_line_among_rows_that_run_over_several(
        self, read_readings: ReadReadings
    ) -> None:
        rows = [f'A{number};2026-10-10;120;agent;"une\nnote"' for number in range(3000)]

        read = read_readings([f"{READINGS};note", *rows, "H18", "H19;2026-10-10;130;agent;"])

        assert read.bad == [(6002, repr(WrongCellCount(expected=5, found=1)))]
        assert [line for line, *_ in read.good] == [*range(2, 6002, 2), 6003]
