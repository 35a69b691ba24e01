"""A thousand files that no billing system would write: none is more than refused."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from siegvo.adapters.exchange_files.opening import (
    open_collections,
    open_contracts,
    open_invoice_lines,
    open_invoices,
    open_meters,
    open_readings,
)
from siegvo.adapters.exchange_files.rejects import RejectFile
from siegvo.adapters.french.explain import explain
from siegvo.domain.errors import Refused
from tests.support.sample_files import SAMPLES

FILES = 1000
_OPENERS = {
    "contrats.csv": open_contracts,
    "compteurs.csv": open_meters,
    "releves.csv": open_readings,
    "factures.csv": open_invoices,
    "lignes-factures.csv": open_invoice_lines,
    "encaissements.csv": open_collections,
}
_BITS = (
    *(bytes([number]) for number in range(256)),
    b'"',
    b'""',
    b'";"',
    b"\r\n",
    b"\n\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"=1+1",
    b"9" * 40,
    b"x" * 70_000,
    b";" * 500,
    "é".encode("cp1252"),
)


def _mutated(content: bytes, chance: random.Random) -> bytes:
    mutated = bytearray(content[: chance.choice((200, 2_000, 20_000))])
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(mutated) + 1)
        length = chance.choice((0, 1, 1, 5, 200))
        mutated[at : at + length] = chance.choice((b"", *chance.choices(_BITS, k=3)))
    return bytes(mutated)


@pytest.mark.parametrize("name", _OPENERS)
def test_a_mutated_file_is_read_as_far_as_it_goes(name: str, tmp_path: Path) -> None:
    chance, sample = random.Random(name), (SAMPLES / name).read_bytes()  # noqa: S311
    path, place = tmp_path / name, tmp_path / "rejets.csv"
    rejected, refusals = 0, list[str]()
    for _ in range(FILES // len(_OPENERS) + 1):
        path.write_bytes(_mutated(sample, chance))
        try:
            rejected += _read(path, place, _OPENERS[name])
        except Refused as refusal:
            refusals.append(explain(refusal))

    assert rejected
    assert all(refusals)


def _read(path: Path, place: Path, opener: Callable[..., object]) -> int:
    """Read a file to its end, write its rejects; return how many there are."""
    rejects, lines = RejectFile(place, source=path), []
    with opener(path) as feed:  # type: ignore[attr-defined]
        for batch in feed.batches():
            for rejection in batch.bad:
                rejects.refuse(rejection)
                lines.append(rejection.line)
    rejects.close()
    assert lines == sorted(set(lines))
    return len(lines)
