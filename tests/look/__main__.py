"""`make look`: a picture of every page on every screen, and a sheet with all of them."""

import logging
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

import click
from playwright.sync_api import Browser, Page, ViewportSize

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.upgrade import upgrade
from tests.look.sheet import write_sheet
from tests.look.showing import Showing
from tests.look.view import View, Who
from tests.look.views.every import EVERY
from tests.support.chromium import running_chromium
from tests.support.sample_portal import SamplePortal
from tests.support.served import served
from tests.support.window import DESKTOP, PHONE, TABLET

_FOLDER: Final = Path("build/look")
_SCREENS: Final[tuple[ViewportSize, ...]] = (PHONE, TABLET, DESKTOP)
_PAPER: Final[ViewportSize] = {"width": 718, "height": 1000}
"""A sheet of A4 in pixels, its margins left out."""


@click.command()
@click.option("--room", default="", help=f"Only one of {', '.join(EVERY)}.")
@click.option("--page", "words", default="", help="Only pages whose name holds these words.")
@click.option("--dark", is_flag=True, help="By night.")
@click.option("--paper", is_flag=True, help="As they are printed.")
@click.option("--to", "folder", type=click.Path(path_type=Path), default=_FOLDER)
def look(room: str, words: str, folder: Path, *, dark: bool, paper: bool) -> None:
    """Take a picture of every page, and put them all on one."""
    chosen = [
        view for name, views in EVERY.items() if room in {"", name}
        for view in views if words in view.name
    ]  # fmt: skip
    if not chosen:
        nothing = "No page is named so."
        raise click.ClickException(nothing)
    folder.mkdir(parents=True, exist_ok=True)
    logging.getLogger("siegvo.web").disabled = True  # one page is that of a fault
    with TemporaryDirectory(prefix="siegvo-look-") as scratch, running_chromium() as browser:
        pictures = dict(
            _pictures(
                browser,
                chosen,
                folder,
                scratch=Path(scratch),
                scheme="dark" if dark else "light",
                screens=(_PAPER,) if paper else _SCREENS,
                media="print" if paper else "screen",
            )
        )
    sheet = write_sheet(folder, [(view.name, pictures[view]) for view in chosen])
    click.echo(f"{len(chosen)} pages: open {sheet}")


def _pictures(
    browser: Browser,
    views: list[View],
    folder: Path,
    *,
    scratch: Path,
    scheme: Literal["light", "dark"],
    screens: tuple[ViewportSize, ...],
    media: Literal["print", "screen"],
) -> Iterator[tuple[View, list[str]]]:
    engine = open_engine(f"sqlite:///{scratch / 'siegvo.db'}")
    upgrade(engine)
    SamplePortal.on(engine, folder=scratch).receive_samples()
    with served(engine, folder=scratch) as place:
        showing = Showing.of(place)
        for who in Who:
            with showing.window_of(browser, who, scheme=scheme) as opened:
                opened.page.emulate_media(media=media, color_scheme=scheme)
                for view in (each for each in views if each.who is who):
                    showing.show(view, opened.page)
                    suffix = f"-{scheme}-{media}"
                    yield view, _taken(opened.page, folder, screens, name=view.name + suffix)
    engine.dispose()


def _taken(page: Page, folder: Path, screens: tuple[ViewportSize, ...], *, name: str) -> list[str]:
    files = []
    for screen in screens:
        page.set_viewport_size(screen)
        file = f"{name}-{screen['width']}.png"
        page.screenshot(path=folder / file, full_page=True, animations="disabled")
        files.append(file)
    return files


if __name__ == "__main__":
    look()
