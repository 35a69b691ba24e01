from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from siegvo.adapters.files import pdf_child
from siegvo.adapters.files.attachments import AttachmentFolder
from siegvo.application.ports.attachments import (
    AttachmentMissing,
    AttachmentsUnavailable,
    CleanFile,
    SentFile,
)
from siegvo.domain.requests.attachment import (
    AttachmentFault,
    AttachmentKind,
    AttachmentRefused,
)
from tests.integration.files.test_photos import a_picture


def a_pdf(*, pages: int = 1) -> bytes:
    made = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFolder:
    return AttachmentFolder(tmp_path / "attachments")


def clean(files: AttachmentFolder, name: str, content: bytes) -> CleanFile:
    return files.clean(SentFile(name=name, content=content))


class TestAnAttachment:
    def test_goes_by_what_is_in_it(self, files: AttachmentFolder) -> None:
        picture = clean(files, "facture.pdf", a_picture(kind="PNG"))
        pages = clean(files, "photo.jpg", a_pdf(pages=3))

        assert (picture.kind, picture.name.text) == (AttachmentKind.JPEG, "facture.jpg")
        assert (pages.kind, pages.name.text) == (AttachmentKind.PDF, "photo.pdf")
        with pikepdf.open(BytesIO(pages.content)) as pdf:
            assert len(pdf.pages) == 3

    def test_is_kept_and_opened_again(self, files: AttachmentFolder) -> None:
        kept = files.keep(clean(files, "x.pdf", a_pdf()))

        assert files.open(kept).startswith(b"%PDF-")
        assert kept.size == len(files.open(kept))
        assert [file.name for file in files.path.iterdir()] == [f"{kept.key}.pdf"]

    def test_is_discarded(self, files: AttachmentFolder) -> None:
        kept = files.keep(clean(files, "x.pdf", a_pdf()))

        files.discard(kept)
        files.discard(kept)

        assert list(files.path.iterdir()) == []
        with pytest.raises(AttachmentMissing):
            files.open(kept)

    def test_is_no_link_to_somewhere_else(self, files: AttachmentFolder, tmp_path: Path) -> None:
        kept = files.keep(clean(files, "x.pdf", a_pdf()))
        place = files.path / f"{kept.key}.pdf"
        secret = tmp_path / "secret"
        secret.write_bytes(b"%PDF-secret")
        place.unlink()
        place.symlink_to(secret)

        with pytest.raises(AttachmentMissing):
            files.open(kept)

    def test_tells_the_same_file_from_another(self, files: AttachmentFolder) -> None:
        sent = a_pdf()
        first, again = (clean(files, "x.pdf", sent).fingerprint for _ in range(2))

        assert first == again != clean(files, "x.pdf", a_pdf(pages=2)).fingerprint

    def test_says_when_the_disk_refuses(self, tmp_path: Path) -> None:
        (tmp_path / "attachments").write_text("in the way")
        files = AttachmentFolder(tmp_path / "attachments")

        with pytest.raises(AttachmentsUnavailable):
            files.keep(clean(files, "x.pdf", a_pdf()))


class TestAPdf:
    @pytest.mark.parametrize("pages", [1, 100])
    def test_has_a_hundred_pages_at_most(self, files: AttachmentFolder, pages: int) -> None:
        assert clean(files, "x.pdf", a_pdf(pages=pages)).kind is AttachmentKind.PDF
        with pytest.raises(AttachmentRefused) as refusal:
            clean(files, "x.pdf", a_pdf(pages=101))
        assert refusal.value.fault is AttachmentFault.TOO_MANY_PAGES

    def test_keeps_what_was_filled_in(self, files: AttachmentFolder) -> None:
        made = BytesIO()
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            shown = pikepdf.Stream(
                pdf, b"0 0 50 10 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form
            )
            shown.BBox = [0, 0, 100, 20]
            field = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T=pikepdf.String("nom"),
                Rect=[0, 0, 100, 20],
                AP=pikepdf.Dictionary(N=shown),
            )
            placed = pdf.make_indirect(field)
            pdf.pages[0].obj.Annots = pikepdf.Array([placed])
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([placed]))
            pdf.save(made)

        kept = clean(files, "x.pdf", made.getvalue())

        with pikepdf.open(BytesIO(kept.content)) as pdf:
            (form,) = pdf.pages[0].resources.XObject.values()
            assert form.read_bytes() == b"0 0 50 10 re f"

    def test_keeps_its_size_and_its_side(self, files: AttachmentFolder) -> None:
        made = BytesIO()
        with pikepdf.new() as pdf:
            pdf.add_blank_page(page_size=(842, 595))
            del pdf.pages[0].obj.MediaBox
            pdf.Root.Pages.MediaBox = [0, 0, 842, 595]
            pdf.Root.Pages.Rotate = 90
            pdf.save(made)

        kept = clean(files, "x.pdf", made.getvalue())

        with pikepdf.open(BytesIO(kept.content)) as pdf:
            assert [int(side) for side in pdf.pages[0].mediabox] == [0, 0, 842, 595]
            assert pdf.pages[0].obj.Rotate == 90

    def test_cannot_be_read_where_nothing_reads_them(
        self, files: AttachmentFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "without.py"
        program.write_text(f"raise SystemExit({pdf_child.NO_READER})")
        monkeypatch.setattr(pdf_child, "__file__", str(program))

        with pytest.raises(AttachmentsUnavailable):
            clean(files, "x.pdf", a_pdf())


class TestAPicture:
    @pytest.mark.parametrize("size", [(6001, 4000), (12_001, 60)])
    def test_of_too_many_pixels_says_so(
        self, files: AttachmentFolder, size: tuple[int, int]
    ) -> None:
        made = BytesIO()
        Image.new("1", size).save(made, "PNG")

        with pytest.raises(AttachmentRefused) as refusal:
            clean(files, "x.png", made.getvalue())

        assert refusal.value.fault is AttachmentFault.TOO_FINE

    def test_that_lets_through_lies_on_white(self, files: AttachmentFolder) -> None:
        made = BytesIO()
        Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(made, "PNG")

        kept = clean(files, "x.png", made.getvalue())

        with Image.open(BytesIO(kept.content)) as picture:
            assert picture.getpixel((100, 100)) == (255, 255, 255)

    @pytest.mark.parametrize("size", [(4801, 3601), (1601, 50), (60, 11_999)])
    def test_is_made_smaller_whole(self, files: AttachmentFolder, size: tuple[int, int]) -> None:
        made = BytesIO()
        large = Image.new("RGB", size, "white")
        large.paste("red", (size[0] // 2, size[1] // 2, *size))
        large.save(made, "PNG")

        kept = clean(files, "x.png", made.getvalue())

        with Image.open(BytesIO(kept.content)) as picture:
            width, height = picture.size
            assert max(picture.size) <= 1600
            assert abs(width / height - size[0] / size[1]) <= 0.05 * size[0] / size[1]
            assert picture.getpixel((width // 4, height // 4)) == (255, 255, 255)
            red = picture.getpixel((width - 2, height - 2))
            assert isinstance(red, tuple)
            assert red[0] > 200
            assert red[1] < 60
