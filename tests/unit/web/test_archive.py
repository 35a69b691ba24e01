from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from siegvo.entrypoints.web.billing.archive import ArchivedFile, archive

CONTENT = b"%PDF-1.7 " + b"x" * 10_000


def _files(count: int) -> Iterator[ArchivedFile]:
    for rank in range(count):
        yield ArchivedFile(name=f"facture-F-{rank}.pdf", content=CONTENT)


class TestAnArchive:
    def test_holds_each_file_as_it_is(self) -> None:
        written = ZipFile(BytesIO(b"".join(archive(_files(3)))))

        assert written.testzip() is None
        assert written.namelist() == [f"facture-F-{rank}.pdf" for rank in range(3)]
        assert written.read("facture-F-1.pdf") == CONTENT

    def test_holds_one_file_at_a_time(self) -> None:
        pieces = [len(piece) for piece in archive(_files(50))]

        assert len(pieces) == 51
        assert max(pieces) < 2 * len(CONTENT)

    def test_is_the_same_each_time(self) -> None:
        assert b"".join(archive(_files(2))) == b"".join(archive(_files(2)))

    def test_may_be_empty(self) -> None:
        assert ZipFile(BytesIO(b"".join(archive(())))).namelist() == []
