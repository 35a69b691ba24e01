import re
from collections.abc import Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from werkzeug.test import Client

from siegvo.entrypoints.web.assets import AssetNotFound, Assets, shipped_assets, with_static


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "plain.woff2").write_bytes(b"letters")
    (tmp_path / "portal.css").write_text('@font-face {src:url("fonts/plain.woff2")}')
    return tmp_path


class TestAssets:
    def test_stand_below_an_address_that_only_their_contents_make(self, folder: Path) -> None:
        assets = Assets.of(folder)

        assert re.fullmatch(r"/static/[0-9a-f]{12}/portal\.css", assets.url("portal.css"))
        assert Assets.of(folder) == assets

    @pytest.mark.parametrize("name", ["portal.css", "fonts/plain.woff2"])
    def test_move_elsewhere_when_any_of_them_changes(self, folder: Path, name: str) -> None:
        before = Assets.of(folder).url("portal.css")

        (folder / name).write_text("something else")

        assert Assets.of(folder).url("portal.css") != before

    def test_move_elsewhere_when_one_is_renamed(self, folder: Path) -> None:
        before = Assets.of(folder)

        (folder / "portal.css").rename(folder / "page.css")

        assert Assets.of(folder).prefix != before.prefix

    def test_stay_where_they_are_when_compressed_beside(self, folder: Path) -> None:
        before = Assets.of(folder)

        (folder / "portal.css.gz").write_bytes(b"smaller")

        assert Assets.of(folder) == before

    def test_refuse_a_name_that_no_file_bears(self, folder: Path) -> None:
        with pytest.raises(AssetNotFound):
            Assets.of(folder).url("portail.css")

    def test_ship_with_their_licences(self) -> None:
        names = shipped_assets().names

        assert {"fonts/OFL.txt", "vendor/pico-2.1.1/LICENSE.md"} <= names


class TestWithStatic:
    def test_lets_browsers_keep_the_files_for_good(self, folder: Path) -> None:
        assets = Assets.of(folder)
        browser = Client(with_static(_pages, assets=assets))

        with browser.get(assets.url("portal.css")) as answer:
            headers = answer.headers

        assert headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert "Access-Control-Allow-Origin" not in headers

    def test_serves_what_a_style_sheet_refers_to(self, folder: Path) -> None:
        assets = Assets.of(folder)
        browser = Client(with_static(_pages, assets=assets))

        with browser.get(f"{assets.prefix}fonts/plain.woff2") as answer:
            content = answer.data

        assert content == b"letters"

    @pytest.mark.parametrize("path", ["/", "/static/portal.css", "/static/000000000000/portal.css"])
    def test_leaves_everything_else_to_the_pages(self, folder: Path, path: str) -> None:
        browser = Client(with_static(_pages, assets=Assets.of(folder)))

        assert browser.get(path).status_code == 404


def _pages(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    del environ
    start_response("404 NOT FOUND", [])
    return []
