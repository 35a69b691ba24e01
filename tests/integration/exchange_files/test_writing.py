import csv
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.exchange_files.cells import text
from siegvo.adapters.exchange_files.exports import reading_rows
from siegvo.adapters.exchange_files.harmless import harmless
from siegvo.adapters.exchange_files.writing import write_file, write_rows, write_stream
from tests.support.builders.requests import a_sent_reading

STARTS = "=+-@|\uff1d\uff0b\uff0d\uff20"
_nasty = st.text(st.sampled_from("=+-@|;,\t\r\n\"' \x00aé\uff1d\uff20"), max_size=12)


def _read(written: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=separator))


class TestACell:
    @pytest.mark.parametrize("start", STARTS)
    def test_is_never_run_as_a_formula(self, start: str) -> None:
        assert harmless(f"{start}1+1") == f"'{start}1+1"
        assert harmless(f"  {start}1+1") == f"'  {start}1+1"
        assert harmless(f"Metz;{start}1+1") == f"Metz;'{start}1+1"

    @pytest.mark.parametrize("cell", ["", "Mme Zoé Bœuf", "12-14 rue de Metz", "a@b.fr", "C'est"])
    def test_is_left_alone_when_it_is_harmless(self, cell: str) -> None:
        assert harmless(cell) == cell

    def test_holds_no_control_character(self) -> None:
        assert harmless("a\x00b\x1bc\ud800") == "a\ufffdb\ufffdc\ufffd"

    @given(st.lists(_nasty, min_size=1, max_size=4))
    def test_stays_harmless_whatever_separator_it_is_read_with(self, cells: list[str]) -> None:
        file = io.StringIO(newline="")
        write_rows(file, [cells])

        for separator in ";,\t":
            for row in _read(file.getvalue(), separator):
                for cell in row:
                    assert not cell.lstrip().startswith(tuple(STARTS)), (cell, separator)

    @pytest.mark.parametrize("name", ["=Martin", "-Martin", "'=Martin", "''+Martin", "O'Brien"])
    def test_is_read_back_as_it_was(self, name: str) -> None:
        assert text("nom_redevable", 200)(harmless(name)) == name


class TestAFile:
    def test_is_utf_8_with_a_bom_and_lines_as_the_norm_wants_them(self, tmp_path: Path) -> None:
        path = tmp_path / "export.csv"

        write_file(path, [["a", "b;c"], ["é", 'd"e']])

        assert path.read_bytes() == b'\xef\xbb\xbfa;"b;c"\r\n\xc3\xa9;"d""e"\r\n'

    def test_is_written_whole_or_not_at_all(self, tmp_path: Path) -> None:
        path = tmp_path / "export.csv"
        path.write_text("what was there")

        with pytest.raises(ZeroDivisionError):
            write_file(path, ([str(1 // each)] for each in (1, 0)))

        assert path.read_text() == "what was there"
        assert list(tmp_path.iterdir()) == [path]

    def test_has_the_rights_of_the_one_it_replaces(self, tmp_path: Path) -> None:
        path = tmp_path / "export.csv"
        path.touch(mode=0o640)
        path.chmod(0o640)

        write_file(path, [["a"]])

        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_may_be_a_pipe(self) -> None:
        out, into = os.pipe()
        with os.fdopen(into, "wb") as stream:
            write_stream(stream, [["a"]])
        with os.fdopen(out, "rb") as stream:
            assert stream.read() == b"\xef\xbb\xbfa\r\n"


def test_a_reading_leaves_in_the_words_in_which_it_comes_back() -> None:
    assert list(reading_rows([a_sent_reading(7, index=1247, on="2026-11-22")])) == [
        ("numero_compteur", "releve_le", "index", "origine", "numero_contrat", "reference"),
        ("H25LA004127", "2026-11-22", "1247", "abonne", "100214873", "D-2026-000007"),
    ]
