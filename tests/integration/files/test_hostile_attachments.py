"""A corpus of files that do harm: none is kept as it came, none costs much."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import pikepdf
import pytest
from PIL import Image

from tests.support import hostile_trial
from tests.support.hostile_files import hostile_files
from tests.support.hostile_pictures import PHP, SCRIPT

MOST_SECONDS: Final = 2.0
A_FEW_BYTES: Final = 32
MOST_MIB: Final = 150
MOST_MIB_ASIDE: Final = 512
ROOT: Final = Path(hostile_trial.__file__).parents[2]

SIGNS: Final = (
    SCRIPT,
    PHP,
    b"<script",
    b"PK\x03\x04",
    b"MZ\x90\x90",
    b"MZMZ",
    b"Odile",
    b"/JavaScript",
    b"/OpenAction",
    b"/EmbeddedFile",
    b"/RichMedia",
    b"/Launch",
    b"/Encrypt",
)
FORBIDDEN: Final = frozenset(
    {
        "/A",
        "/AA",
        "/AF",
        "/AcroForm",
        "/Annots",
        "/EF",
        "/F",
        "/JS",
        "/JavaScript",
        "/Metadata",
        "/Movie",
        "/Names",
        "/OpenAction",
        "/OPI",
        "/Outlines",
        "/PieceInfo",
        "/Ref",
        "/RichMediaContent",
        "/URI",
        "/XFA",
    }
)


@attrs.frozen(kw_only=True)
class Trial:
    sent: dict[str, bytes]
    kept: tuple[Path, ...]
    told: dict[str, Any]


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Have a process of its own, whose memory can be told, take every file."""
    corpus, folder = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("kept")
    sent = {f"{rank:03} {name}": made for rank, (name, made) in enumerate(hostile_files())}
    for name, content in sent.items():
        (corpus / name).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", hostile_trial.__name__, str(folder), str(corpus)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        check=True,
    )
    kept = tuple(sorted(folder.iterdir()))
    return Trial(sent=sent, kept=kept, told=json.loads(done.stdout))


def _contents(trial: Trial) -> Iterator[tuple[str, bytes]]:
    for file in trial.kept:
        yield file.name, file.read_bytes()


class TestTheCorpus:
    def test_is_large(self, trial: Trial) -> None:
        assert len(trial.sent) >= 100
        assert set(trial.told["outcomes"]) == set(trial.sent)

    def test_is_kept_in_part_and_refused_in_part(self, trial: Trial) -> None:
        outcomes = [each["outcome"] for each in trial.told["outcomes"].values()]

        assert outcomes.count("kept") == len(trial.kept) > 30
        assert outcomes.count("unreadable") > 20
        assert {"empty", "locked", "too_large", "too_many_pages", "not_a_kind_we_take"} <= {
            *outcomes
        }

    def test_never_costs_much(self, trial: Trial) -> None:
        slow = {
            name: each["seconds"]
            for name, each in trial.told["outcomes"].items()
            if each["seconds"] > MOST_SECONDS
        }

        assert slow == {}
        assert 10 < trial.told["grown_mib"] < MOST_MIB
        assert trial.told["child_mib"] < MOST_MIB_ASIDE


class TestWhatIsKept:
    def test_is_nothing_as_it_came(self, trial: Trial) -> None:
        sent = {content for content in trial.sent.values() if len(content) > A_FEW_BYTES}

        for name, content in _contents(trial):
            assert content not in sent, name
            assert not any(each in content for each in sent), name

    def test_bears_no_sign_of_what_came_along(self, trial: Trial) -> None:
        found = [
            (name, sign) for name, content in _contents(trial) for sign in SIGNS if sign in content
        ]

        assert found == []

    def test_are_pictures_and_pages_that_can_be_read(self, trial: Trial) -> None:
        for file in trial.kept:
            if file.suffix == ".jpg":
                with Image.open(file, formats=("JPEG",)) as picture:
                    picture.load()
                    assert max(picture.size) <= 1600
                    assert not picture.getexif()
                    assert set(picture.info) <= {
                        "jfif",
                        "jfif_version",
                        "jfif_unit",
                        "jfif_density",
                    }
            else:
                with pikepdf.open(file) as pdf:
                    assert 1 <= len(pdf.pages) <= 100

    def test_does_nothing_by_itself(self, trial: Trial) -> None:
        pdfs = [file for file in trial.kept if file.suffix == ".pdf"]

        assert len(pdfs) > 20
        for file in pdfs:
            with pikepdf.open(file) as pdf:
                assert _keys(pdf) & FORBIDDEN == set(), file.name

    def test_lies_under_names_nobody_can_guess_for_its_owner_alone(self, trial: Trial) -> None:
        for file in trial.kept:
            assert len(file.stem) == 32
            assert int(file.stem, 16)
            assert file.stat().st_mode & 0o077 == 0


def _keys(pdf: pikepdf.Pdf) -> set[str]:
    """Return every key of every dictionary in it."""
    found: set[str] = set()
    pending: list[Any] = [*pdf.objects, pdf.trailer]
    while pending:
        thing = pending.pop()
        if isinstance(thing, pikepdf.Array):
            pending += [each for each in thing if not getattr(each, "is_indirect", True)]
        elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            found |= set(thing.keys())
            values = [thing.get(name) for name in thing.keys()]  # noqa: SIM118 (no mapping)
            pending += [each for each in values if not getattr(each, "is_indirect", True)]
    return found
