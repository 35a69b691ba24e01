"""The group of commands about the database, which are loaded when they are called."""

from typing import Final

import click

from siegvo.entrypoints.cli.lazy import LazyGroup

_HERE: Final = "siegvo.entrypoints.cli.db_commands"


@click.group(
    cls=LazyGroup,
    help="Base de données.",
    subjects={
        "Commandes": {
            "upgrade": (f"{_HERE}:upgrade", "Préparer la base de données, ou la mettre à jour."),
            "check": (f"{_HERE}:check", "Dire si la base de données est à jour."),
            "backup": (f"{_HERE}:backup", "Copier la base de données dans un fichier."),
            "copy": (f"{_HERE}:copy", "Copier la base dans une autre, SQLite ou PostgreSQL."),
            "restore": (f"{_HERE}:restore", "Remettre la base dans l’état gardé dans un fichier."),
        }
    },
    examples={
        "siegvo db upgrade": "à l’installation, et après chaque mise à jour",
        "siegvo db backup /srv/sauvegardes/siegvo.db": "chaque nuit",
    },
)
def db() -> None: ...
