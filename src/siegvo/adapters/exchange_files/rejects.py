"""The reject file: faulty rows as they came, the line each stood on, and why."""

from contextlib import ExitStack
from pathlib import Path
from typing import IO, Final

from siegvo.adapters.exchange_files.originals import Originals
from siegvo.adapters.exchange_files.writing import ENCODING, write_rows
from siegvo.adapters.french.explain import explain
from siegvo.application.ports.feeds import Rejection

OURS: Final = ("ligne", "motif")


class RejectFile:
    """A file that comes to be with the first rejection; without one, there is none.

    Mended, it can be imported as it is: its two first columns are passed over.
    """

    def __init__(self, path: Path, *, source: Path) -> None:
        self.path = path
        self.source = source
        self._open_things = ExitStack()
        self._pair: tuple[IO[str], Originals] | None = None

    @property
    def exists(self) -> bool:
        """Whether a row was rejected."""
        return self._pair is not None

    def refuse(self, rejection: Rejection) -> None:
        """Write a row down."""
        file, originals = self._pair or self._begin()
        cells = originals.cells(rejection.line)
        write_rows(file, [[str(rejection.line), explain(rejection.reason), *cells]])

    def close(self) -> None:
        """Finish the file, if it was begun."""
        self._open_things.close()

    def _begin(self) -> tuple[IO[str], Originals]:
        originals = Originals(self._open_things.enter_context(self.source.open("rb")))
        self._open_things.callback(originals.close)
        file = self._open_things.enter_context(self.path.open("w", encoding=ENCODING, newline=""))
        write_rows(file, [[*OURS, *originals.sheet.header.names]])
        self._pair = file, originals
        return self._pair
