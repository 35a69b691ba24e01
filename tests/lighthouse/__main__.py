"""`make lighthouse`: four pages on a phone and on a desktop, judged by Lighthouse."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import attrs
import click

from tests.lighthouse.audit import CATEGORIES, Audited, Device, NotAudited, audit
from tests.lighthouse.served_scene import ServedScene, served_scene

_FOLDER: Final = Path("build/lighthouse")
_GOAL: Final = 98
_DEVICES: Final[tuple[Device, ...]] = ("mobile", "desktop")
_OF_STRANGERS: Final = ("/connexion",)
_OF_SUBSCRIBERS: Final = ("/tableau-de-bord", "/factures", "/consommations")


@click.command()
@click.option("--page", "words", default="", help="Only pages whose path holds these words.")
@click.option("--to", "folder", type=click.Path(path_type=Path), default=_FOLDER)
def lighthouse(words: str, folder: Path) -> None:
    """Print the scores of each page, and keep the reports; fail below 98."""
    folder.mkdir(parents=True, exist_ok=True)
    click.echo("| page | screen | performance | accessibility | best practices | SEO |")
    click.echo("|---|---|---|---|---|---|")
    lowest = 100
    with (
        TemporaryDirectory(prefix="siegvo-lighthouse-") as scratch,
        served_scene(Path(scratch)) as scene,
    ):
        for path in (each for each in (*_OF_STRANGERS, *_OF_SUBSCRIBERS) if words in each):
            for device in _DEVICES:
                audited = _audited(scene, path, device=device, folder=folder)
                click.echo(_row(audited))
                for each in audited.costs:
                    click.echo(f"  {audited.page} {device}: {each}", err=True)
                lowest = min(lowest, *audited.scores.values())
    if lowest < _GOAL:
        message = f"A score is below {_GOAL}: see {folder}."
        raise click.ClickException(message)


def _audited(scene: ServedScene, path: str, *, device: Device, folder: Path) -> Audited:
    looked_at = attrs.evolve(scene, cookie="") if path in _OF_STRANGERS else scene
    try:
        return audit(looked_at, path, device=device, folder=folder)
    except NotAudited as reason:
        raise click.ClickException(str(reason)) from reason


def _row(audited: Audited) -> str:
    scores = " | ".join(str(audited.scores[name]) for name in CATEGORIES)
    return f"| {audited.page} | {audited.device} | {scores} |"


if __name__ == "__main__":
    lighthouse()
