from collections.abc import Iterable
from pathlib import Path

from siegvo.adapters.exchange_files.opening import open_readings
from siegvo.adapters.exchange_files.rejects import RejectFile
from siegvo.application.ports.cell_faults import RowWithoutEnd
from siegvo.application.ports.feeds import Rejection
from tests.support.exchange_files import READINGS, a_file

HEADER = "ligne;motif;numero_compteur;releve_le;index;origine"
WHY = "un guillemet est mal placé ou n’est pas refermé"


def _rejects(source: Path, lines: Iterable[int]) -> list[str]:
    place = source.with_suffix(".rejets.csv")
    file = RejectFile(place, source=source)
    for line in lines:
        file.refuse(Rejection(line, RowWithoutEnd()))
    file.close()
    return place.read_text("utf-8-sig").splitlines() if place.exists() else []


class TestTheRejectFile:
    def test_holds_rows_as_they_came_with_their_line_and_why(self, tmp_path: Path) -> None:
        source = a_file(tmp_path, [READINGS, "H1;2026-10-10;1;agent", "H2;hier;-5;agent"])

        assert _rejects(source, [3]) == [HEADER, f"3;{WHY};H2;hier;'-5;agent"]

    def test_is_not_made_without_a_rejection(self, tmp_path: Path) -> None:
        source = a_file(tmp_path, [READINGS])

        assert _rejects(source, []) == []

    def test_holds_what_is_no_row_as_well(self, tmp_path: Path) -> None:
        source = a_file(tmp_path, [READINGS, 'H1;"x', "H2", "", "H3;a;b;c;d", "x" * 50_000])

        *rows, last = _rejects(source, [2, 3, 5, 6])

        assert rows == [
            HEADER,
            f'2;{WHY};"H1;""x"',
            f"3;{WHY};H2",
            f"5;{WHY};H3;a;b;c;d",
        ]
        assert last == f"6;{WHY};{'x' * 32_000}"

    def test_finds_rows_far_apart(self, tmp_path: Path) -> None:
        rows = [f"H{number};2026-10-10;1;agent" for number in range(2, 30_002)]
        wanted = [2, 3, 70, 5_000, 5_040, 29_990, 30_001]

        written = _rejects(a_file(tmp_path, [READINGS, *rows]), wanted)

        assert [row.split(";")[2] for row in written[1:]] == [f"H{line}" for line in wanted]

    def test_can_be_imported_once_it_is_mended(self, tmp_path: Path) -> None:
        source = a_file(tmp_path, ["index,origine,numero_compteur,releve_le", "1,agent,H1,hier"])
        _, row = _rejects(source, [2])
        mended = a_file(
            tmp_path,
            [
                "ligne;motif;index;origine;numero_compteur;releve_le",
                row.replace("hier", "01/02/2026"),
            ],
            name="mended.csv",
        )

        with open_readings(mended) as feed:
            (rows,) = feed.batches()
            assert (list(rows.serials), list(rows.indexes)) == (["H1"], [1])
            assert not feed.warnings
