"""Commands about the database."""

from datetime import UTC, datetime
from pathlib import Path

import click

from siegvo.adapters.french.values import number
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.output import json_option, print_json, say_next
from siegvo.entrypoints.cli.progress import progress_of
from siegvo.entrypoints.cli.setting_words import fault
from siegvo.entrypoints.database import (
    back_up_database,
    copy_database,
    pending_upgrades,
    restore_database,
    upgrade_database,
)
from siegvo.entrypoints.setting_faults import InvalidSetting
from siegvo.entrypoints.setting_values import parse_database_url
from siegvo.entrypoints.settings_loading import load_settings


def _database_url(ctx: click.Context, param: click.Parameter, text: str) -> str:
    """Take an address as the setting does; what is wrong with it is said without it."""
    try:
        return parse_database_url(text)
    except InvalidSetting as refused:
        raise click.BadParameter(fault(refused.fault), ctx=ctx, param=param) from refused


@click.command(
    cls=Explained,
    examples={
        "siegvo db upgrade": "",
        "siegvo db upgrade --json": "pour un programme",
    },
)
@json_option
def upgrade(*, as_json: bool) -> None:
    """Préparer la base de données, ou la mettre à jour.

    Sans danger si rien n’est à faire, et si plusieurs machines le font en même temps.
    """
    with progress_of("Mise à jour de la base de données"):
        steps = upgrade_database(load_settings())
    if as_json:
        print_json({"done": steps})
    elif steps:
        click.echo(f"La base de données est à jour ({', '.join(steps)}).")
    else:
        click.echo("La base de données était déjà à jour.")


@click.command(
    cls=Explained,
    examples={
        "siegvo db check": "",
        "siegvo db check --json": "pour un programme",
    },
)
@json_option
@click.pass_context
def check(ctx: click.Context, *, as_json: bool) -> None:
    """Dire si la base de données est à jour."""
    steps = pending_upgrades(load_settings())
    if as_json:
        print_json({"up_to_date": not steps, "pending": steps})
    elif not steps:
        click.echo("La base de données est à jour.")
    if steps:
        click.echo(
            f"La base de données n’est pas à jour ({', '.join(steps)})."
            " Préparez-la\u00a0: siegvo db upgrade",
            err=True,
        )
        ctx.exit(1)


@click.command(
    cls=Explained,
    short_help="Copier la base de données dans un fichier.",
    examples={"siegvo db backup siegvo-2026-11-23.db": ""},
)
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copier la base de données dans FICHIER, sans arrêter le portail.

    Gardez avec cette copie le dossier des données\u00a0: il contient les clés du portail,
    sans lesquelles les mots de passe et les clés de sécurité ne valent plus rien.
    """
    try:
        with progress_of("Copie de la base de données"):
            back_up_database(load_settings(), file)
    except OSError as trouble:
        message = (
            f"Le fichier {file} ne peut pas être écrit ({reason(trouble)})."
            " Choisissez un autre dossier, ou donnez-vous le droit d’y écrire."
        )
        raise click.ClickException(message) from trouble
    click.echo(f"La base de données est copiée dans {file}.")


@click.command(
    cls=Explained,
    short_help="Remettre la base dans l’état gardé dans un fichier.",
    examples={"siegvo db restore siegvo-2026-11-23.db": ""},
)
@click.argument(
    "file", metavar="FICHIER", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
def restore(file: Path) -> None:
    """Remettre la base de données dans l’état gardé dans FICHIER.

    L’état qu’elle a maintenant est d’abord copié dans le dossier des données. Arrêtez avant le
    portail et ses courriels (serve, worker).
    """
    settings = load_settings()
    before = settings.data_dir / f"avant-restauration-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    with progress_of("Restauration de la base de données"):
        held_something = restore_database(settings, file, keeping=before)
    if held_something:
        click.echo(f"L’état d’avant est gardé dans {before}.")
    click.echo("La base de données est restaurée.")
    if pending_upgrades(settings):
        click.echo(
            "Elle date d’une version plus ancienne. Mettez-la à jour\u00a0: siegvo db upgrade"
        )
    else:
        say_next("Avant de relancer le portail, vérifiez l’installation\u00a0:", "siegvo doctor")


@click.command(
    cls=Explained,
    short_help="Copier la base dans une autre, SQLite ou PostgreSQL.",
    examples={
        "siegvo db copy postgresql+psycopg://siegvo@localhost/siegvo": "pour passer à PostgreSQL",
        "siegvo db copy sqlite:///essai.db --json": "pour un programme",
    },
)
@click.argument("url", metavar="ADRESSE", callback=_database_url)
@json_option
def copy(url: str, *, as_json: bool) -> None:
    """Copier toute la base de données dans une autre, vide, à ADRESSE.

    Tout est copié, ou rien. Les lignes sont comptées des deux côtés. Arrêtez avant le portail et
    ses courriels (serve, worker)\u00a0: ce qu’ils écriraient ensuite ne serait pas dans la copie.
    """
    with progress_of("Copie de la base de données"):
        copied = copy_database(load_settings(), url)
    if as_json:
        print_json({"rows": sum(copied.values()), "tables": copied})
        return
    click.echo(f"{number(sum(copied.values()))} lignes sont copiées, et comptées des deux côtés.")
    say_next(
        "Pour que le portail s’en serve, avec le même dossier des données\u00a0:",
        "SIEGVO_DATABASE_URL=ADRESSE siegvo doctor",
    )
