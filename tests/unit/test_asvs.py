"""The list of ASVS 5.0.0 in `docs/security.md` judges every requirement of levels 1 and 2, once."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from tests.support.documents import Document

OF_LEVELS_1_AND_2: Final[Mapping[str, str]] = {
    "1": "2 9 11 3 2",
    "2": "3 3 4 1",
    "3": "0 2 4 6 5 0 2",
    "4": "3 1 2 4",
    "5": "1 3 2 3",
    "6": "3 12 4 4 5 3 0 4",
    "7": "3 4 2 5 2 2",
    "8": "2 3 1 1",
    "9": "3 4",
    "10": "2 2 4 11 5 2 3",
    "11": "2 3 3 4 1 1",
    "12": "3 2 4",
    "13": "1 5 2 5",
    "14": "2 4 3",
    "15": "3 3 7",
    "16": "1 5 4 3 3",
    "17": "1 4 2",
}
"""How many there are in each section of a chapter; those of level 3 come last in theirs."""

STATES: Final = {"met", "in part", "not met", "nothing here"}


def _rows() -> list[tuple[str, str, str, str]]:
    text = Document.named("docs/security.md").text
    section = text.partition("## ASVS 5.0.0")[2].partition("\n## ")[0]
    cells = r"^\| (V\d+)[^|]* \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$"
    return re.findall(cells, section, re.MULTILINE)


def _standard() -> set[str]:
    return {
        f"{chapter}.{section}.{number}"
        for chapter, counts in OF_LEVELS_1_AND_2.items()
        for section, count in enumerate(counts.split(), start=1)
        for number in range(1, int(count) + 1)
    }


def _numbers(cell: str) -> Iterator[str]:
    for first, last in re.findall(r"(\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))?", cell):
        section, _, begin = first.rpartition(".")
        _, _, end = (last or first).rpartition(".")
        yield from (f"{section}.{number}" for number in range(int(begin), int(end) + 1))


def test_every_requirement_is_judged_once() -> None:
    judged = Counter(number for row in _rows() for number in _numbers(row[2]))

    assert len(_standard()) == 253
    assert set(judged) == _standard()
    assert {number for number, times in judged.items() if times > 1} == set()


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_every_judgement_says_what_it_stands_on(row: tuple[str, str, str, str]) -> None:
    chapter, state, numbers, why = row

    assert state in STATES
    assert why.strip()
    assert {f"V{number.partition('.')[0]}" for number in _numbers(numbers)} == {chapter}
