"""PDFs on a disk, in a folder that other people can write to as well."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from siegvo.adapters.files.kept_pdfs import KeptPdfs
from siegvo.adapters.files.pdf_folder import PdfFolder
from siegvo.application.ports.given_pdfs import PdfMissing, PdfRefused
from siegvo.application.ports.pdf_files import NotAPdf, PdfFileMissing, PdfFilesUnavailable

PDF = b"%PDF-1.7\nune facture\n%%EOF\n"
NAME = sha256(PDF).hexdigest()
LARGEST = 10 * 2**20


@pytest.fixture
def invoices(tmp_path: Path) -> KeptPdfs:
    return KeptPdfs(tmp_path / "siegvo-data" / "factures")


def _place(invoices: KeptPdfs, name: str = NAME) -> Path:
    return invoices.folder / name[:2] / f"{name}.pdf"


class TestAnInvoiceFile:
    def test_comes_back_as_it_was_kept(self, invoices: KeptPdfs) -> None:
        assert invoices.name_of(PDF) == NAME

        assert invoices.keep(PDF) == NAME

        assert invoices.open(NAME) == PDF
        assert _place(invoices).read_bytes() == PDF

    def test_may_weigh_ten_mebibytes_and_no_more(self, invoices: KeptPdfs) -> None:
        large = PDF.ljust(LARGEST, b"\0")

        assert invoices.open(invoices.keep(large)) == large
        with pytest.raises(NotAPdf):
            invoices.keep(large + b"\0")

    @pytest.mark.parametrize("content", [b"", b"%PDF", b" %PDF-1.7", b"<html>%PDF-"])
    def test_begins_as_a_pdf_does(self, invoices: KeptPdfs, content: bytes) -> None:
        with pytest.raises(NotAPdf):
            invoices.keep(content)

        assert not invoices.folder.exists()

    def test_is_written_once(self, invoices: KeptPdfs) -> None:
        invoices.keep(PDF)
        first = _place(invoices).stat()

        invoices.keep(PDF)

        assert _place(invoices).stat().st_ino == first.st_ino
        assert [each.name for each in _place(invoices).parent.iterdir()] == [f"{NAME}.pdf"]

    def test_is_for_nobody_elses_eyes(self, invoices: KeptPdfs) -> None:
        invoices.keep(PDF)

        places = (invoices.folder, _place(invoices).parent, _place(invoices))
        assert [place.stat().st_mode & 0o077 for place in places] == [0, 0, 0]

    def test_that_was_spoilt_is_missing_until_it_comes_again(self, invoices: KeptPdfs) -> None:
        invoices.keep(PDF)
        _place(invoices).write_bytes(PDF.replace(b"facture", b"fortune"))

        with pytest.raises(PdfFileMissing):
            invoices.open(NAME)
        invoices.keep(PDF)
        assert invoices.open(NAME) == PDF

    @pytest.mark.parametrize(
        "name",
        [
            "",
            ".",
            "..",
            "0" * 64,
            NAME.upper(),
            NAME[:63],
            f"{NAME}\n",
            f"{NAME}.pdf",
            f"../{NAME}",
            f"..%2f{NAME}",
            "/etc/passwd",
            "../../secret.pdf",
            "..\\..\\secret.pdf",
            "\0",
            "a" * 5000,
        ],
    )
    def test_of_another_name_is_missing(self, invoices: KeptPdfs, name: str) -> None:
        invoices.keep(PDF)
        (invoices.folder.parent.parent / "secret.pdf").write_bytes(PDF)

        with pytest.raises(PdfFileMissing):
            invoices.open(name)

    def test_is_never_a_link(self, invoices: KeptPdfs, tmp_path: Path) -> None:
        (tmp_path / "secret.pdf").write_bytes(PDF)
        _place(invoices).parent.mkdir(parents=True)
        _place(invoices).symlink_to(tmp_path / "secret.pdf")

        with pytest.raises(PdfFileMissing):
            invoices.open(NAME)

    def test_takes_the_place_of_a_link(self, invoices: KeptPdfs, tmp_path: Path) -> None:
        secret = tmp_path / "secret.pdf"
        secret.write_bytes(b"theirs")
        _place(invoices).parent.mkdir(parents=True)
        _place(invoices).symlink_to(secret)

        invoices.keep(PDF)

        assert invoices.open(NAME) == PDF
        assert secret.read_bytes() == b"theirs"

    def test_is_neither_a_folder_nor_a_pipe(self, invoices: KeptPdfs) -> None:
        _place(invoices).mkdir(parents=True)
        with pytest.raises(PdfFileMissing):
            invoices.open(NAME)
        _place(invoices).rmdir()
        os.mkfifo(_place(invoices))

        with pytest.raises(PdfFileMissing):
            invoices.open(NAME)

    def test_that_the_disk_does_not_take_leaves_nothing(
        self, invoices: KeptPdfs, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)

        with pytest.raises(PdfFilesUnavailable):
            invoices.keep(PDF)
        assert not list(_place(invoices).parent.iterdir())

    def test_cannot_be_kept_where_a_file_stands(self, tmp_path: Path) -> None:
        (tmp_path / "factures").write_text("mes notes")

        with pytest.raises(PdfFilesUnavailable):
            KeptPdfs(tmp_path / "factures").keep(PDF)


class TestTheFolderThatCameWithAFile:
    def test_gives_its_pdfs(self, tmp_path: Path) -> None:
        (tmp_path / "Facture é n° 1.pdf").write_bytes(PDF)

        assert PdfFolder(tmp_path)("Facture é n° 1.pdf") == PDF

    def test_says_which_it_has_not(self, tmp_path: Path) -> None:
        with pytest.raises(PdfMissing) as trouble:
            PdfFolder(tmp_path)("2026-EA-1.pdf")

        assert trouble.value.file == "2026-EA-1.pdf"

    @pytest.mark.parametrize(
        "file",
        [
            "..",
            ".hidden.pdf",
            "../secret.pdf",
            "sub/a.pdf",
            "/etc/passwd",
            "sub\\a.pdf",
            "C:secret.pdf",
            "a\0.pdf",
        ],
    )
    def test_has_nothing_elsewhere(self, tmp_path: Path, file: str) -> None:
        folder = tmp_path / "pdf"
        (folder / "sub").mkdir(parents=True)
        for place in (tmp_path / "secret.pdf", folder / "sub" / "a.pdf", folder / ".hidden.pdf"):
            place.write_bytes(PDF)

        with pytest.raises(PdfRefused):
            PdfFolder(folder)(file)

    def test_follows_no_link(self, tmp_path: Path) -> None:
        (tmp_path / "secret.pdf").write_bytes(PDF)
        (tmp_path / "link.pdf").symlink_to(tmp_path / "secret.pdf")

        with pytest.raises(PdfRefused):
            PdfFolder(tmp_path)("link.pdf")

    @pytest.mark.parametrize("content", [b"", b"GIF89a", PDF.ljust(LARGEST + 1)])
    def test_gives_nothing_but_pdfs(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "a.pdf").write_bytes(content)

        with pytest.raises(PdfRefused):
            PdfFolder(tmp_path)("a.pdf")

    def test_gives_no_folder_and_waits_for_no_pipe(self, tmp_path: Path) -> None:
        (tmp_path / "folder.pdf").mkdir()
        os.mkfifo(tmp_path / "pipe.pdf")

        for file in ("folder.pdf", "pipe.pdf"):
            with pytest.raises(PdfRefused):
                PdfFolder(tmp_path)(file)
