"""The command line of the staff."""

from collections.abc import Mapping
from typing import Any, Final

import click

from siegvo.entrypoints.cli.colour import wanted_colour
from siegvo.entrypoints.cli.french import speak_french
from siegvo.entrypoints.cli.lazy import LazyGroup, Place

_HERE = "siegvo.entrypoints.cli"
_SUBJECTS: Final[Mapping[str, Mapping[str, Place]]] = {
    "Essayer": {
        "demo": (f"{_HERE}.demo:demo", "Ouvrir un portail de démonstration."),
    },
    "Installation": {
        "doctor": (f"{_HERE}.doctor:doctor", "Vérifier l’installation et dire quoi corriger."),
        "db": (f"{_HERE}.db:db", "Base de données."),
        "serve": (f"{_HERE}.serve:serve", "Servir le portail sur le web."),
        "worker": (f"{_HERE}.worker:worker", "Envoyer les courriels, suivre les paiements."),
    },
    "Échanges avec la facturation": {
        "import": (f"{_HERE}.imports:imports", "Recevoir un fichier de la facturation."),
        "export": (f"{_HERE}.exports:exports", "Préparer un fichier pour la facturation."),
    },
    "Abonnés": {
        "accounts": (f"{_HERE}.accounts:accounts", "Comptes des abonnés."),
        "contracts": (f"{_HERE}.contracts:contracts", "Contrats et clés de sécurité."),
        "links": (f"{_HERE}.links:links", "Rattachements qui attendent le service."),
    },
    "Demandes et relevés": {
        "requests": (f"{_HERE}.requests:requests", "Démarches des abonnés."),
        "readings": (f"{_HERE}.readings:readings", "Relevés transmis par les abonnés."),
        "leaks": (f"{_HERE}.leaks:leaks", "Consommations anormales."),
    },
    "Paiements": {
        "payments": (f"{_HERE}.payments:payments", "Paiements en ligne."),
    },
    "Courriels, messages et documents": {
        "mail": (f"{_HERE}.mail:mail", "Courriels du portail."),
        "messages": (f"{_HERE}.messages:messages", "Messages affichés aux abonnés."),
        "documents": (f"{_HERE}.documents:documents", "Documents à télécharger par tous."),
    },
    "Suivi": {
        "stats": (f"{_HERE}.stats:stats", "Compter ce que contient le portail."),
        "audit": (f"{_HERE}.audit:audit", "Journal de ce qui peut être contesté un jour."),
    },
}
_EXAMPLES: Final = {
    "siegvo demo": "essayer, sans rien installer d’autre",
    "siegvo doctor": "vérifier l’installation",
    "siegvo db upgrade": "préparer la base de données",
    "siegvo import contracts contrats.csv": "recevoir un fichier de la facturation",
    "siegvo serve": "ouvrir le portail",
    "siegvo requests list": "voir ce que les abonnés demandent",
}


class PlainSpoken(LazyGroup):
    """A group that speaks French, and whose commands refuse without a traceback."""

    def main(self, *args: Any, **rest: Any) -> Any:
        speak_french()
        return super().main(*args, **{"color": wanted_colour(), **rest})

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            # Imported only now: most commands end well.
            from siegvo.entrypoints.cli.refusals import said  # noqa: PLC0415

            refusal = said(error, room=ctx.invoked_subcommand or "")
            if refusal is None:
                raise
            raise refusal from error


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (as slow as all the rest)

        click.echo(f"siegvo {version('siegvo')}")
        ctx.exit()


@click.group(cls=PlainSpoken, subjects=_SUBJECTS, examples=_EXAMPLES)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Afficher la version.",
)
def siegvo() -> None:
    """Portail des abonnés\u00a0: outils du service.

    Chaque commande explique ce qu’elle fait, exemples compris\u00a0: siegvo COMMANDE --help
    """
