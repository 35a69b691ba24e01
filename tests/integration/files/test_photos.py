from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from siegvo.adapters.files.photos import PhotoFolder, drawn_again
from siegvo.application.ports.photos import PhotoRefused, PhotoTooFine


def a_picture(
    *, size: tuple[int, int] = (400, 300), kind: str = "JPEG", **options: object
) -> bytes:
    sent = BytesIO()
    picture = Image.effect_noise(size, 60).convert("RGB")
    picture.save(sent, kind, **options)
    return sent.getvalue()


def opened(photo: bytes) -> Image.Image:
    picture = Image.open(BytesIO(photo))
    picture.load()
    return picture


class TestDrawingAgain:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG"])
    def test_gives_a_jpeg(self, kind: str) -> None:
        drawn = opened(drawn_again(a_picture(kind=kind)))

        assert (drawn.format, drawn.mode, drawn.size) == ("JPEG", "RGB", (400, 300))

    def test_makes_it_no_larger_than_staff_need(self) -> None:
        assert opened(drawn_again(a_picture(size=(3200, 800)))).size == (1600, 400)

    def test_forgets_where_it_was_taken(self) -> None:
        exif = Image.Exif()
        exif[Base.Artist] = "Odile Marchal"
        exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (49.0, 6.0, 0.0)
        sent = a_picture(exif=exif, comment=b"<script>alert(1)</script>")

        drawn = drawn_again(sent)

        assert b"Odile" in sent
        assert b"Odile" not in drawn
        assert b"script" not in drawn
        assert not opened(drawn).getexif()

    def test_leaves_behind_what_follows_the_picture(self) -> None:
        assert b"PK\x03\x04" not in drawn_again(a_picture() + b"PK\x03\x04" + b"x" * 100)

    def test_turns_it_upright(self) -> None:
        exif = Image.Exif()
        exif[Base.Orientation] = 6

        assert opened(drawn_again(a_picture(exif=exif))).size == (300, 400)

    def test_takes_the_first_of_the_pictures_a_telephone_puts_in_one_file(self) -> None:
        second = Image.new("RGB", (400, 300))
        sent = a_picture(kind="MPO", save_all=True, append_images=[second])

        assert opened(sent).format == "MPO"
        assert opened(drawn_again(sent)).format == "JPEG"


class TestRefusing:
    @pytest.mark.parametrize(
        "sent",
        [
            b"",
            b"\xff\xd8\xff",
            b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 200,
            a_picture(kind="GIF"),
            a_picture(kind="WEBP"),
            a_picture(kind="BMP"),
            a_picture()[:2000],
            b"\xff\xd8\xff" + b"x" * 500,
            b"\x89PNG\r\n\x1a\n" + b"x" * 500,
            a_picture(size=(400, 49)),
            a_picture(kind="PNG", save_all=True, append_images=[Image.new("RGB", (400, 300))]),
            a_picture() + b"x" * 5 * 2**20,
        ],
        ids=[
            "nothing",
            "too short",
            "svg",
            "gif",
            "webp",
            "bmp",
            "cut short",
            "no jpeg",
            "no png",
            "too thin",
            "moving",
            "too heavy",
        ],
    )
    def test_what_is_no_photo(self, sent: bytes) -> None:
        with pytest.raises(PhotoRefused):
            drawn_again(sent)

    @pytest.mark.parametrize("size", [(6000, 5000), (12_001, 60)])
    def test_a_bomb_before_it_is_drawn(self, size: tuple[int, int]) -> None:
        bomb = BytesIO()
        Image.new("1", size).save(bomb, "PNG")

        with pytest.raises(PhotoTooFine):
            drawn_again(bomb.getvalue())


class TestTheFolder:
    def test_keeps_photos_under_names_nobody_guesses(self, tmp_path: Path) -> None:
        photos = PhotoFolder(tmp_path / "photos")
        sent = a_picture()

        names = {photos.keep(sent), photos.keep(sent)}

        assert {path.name for path in photos.folder.iterdir()} == names
        assert all(len(name) == 36 and name.endswith(".jpg") for name in names)
        assert all(opened((photos.folder / name).read_bytes()) for name in names)

    def test_is_its_owners_alone(self, tmp_path: Path) -> None:
        photos = PhotoFolder(tmp_path / "photos")

        name = photos.keep(a_picture())

        assert photos.folder.stat().st_mode & 0o777 == 0o700
        assert (photos.folder / name).stat().st_mode & 0o777 == 0o600

    def test_keeps_nothing_of_what_it_refuses(self, tmp_path: Path) -> None:
        with pytest.raises(PhotoRefused):
            PhotoFolder(tmp_path / "photos").keep(b"x" * 500)

        assert list(tmp_path.iterdir()) == []
