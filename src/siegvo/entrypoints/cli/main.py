"""The command line of the staff."""

from typing import Any

import click

from siegvo.entrypoints.cli.french import speak_french
from siegvo.entrypoints.cli.lazy import LazyGroup

_HERE = "siegvo.entrypoints.cli"
_COMMANDS = {
    "demo": (f"{_HERE}.demo:demo", "Ouvrir un portail de démonstration."),
    "serve": (f"{_HERE}.serve:serve", "Servir le portail sur le web."),
    "worker": (f"{_HERE}.worker:worker", "Envoyer les courriels, suivre les paiements."),
    "db": (f"{_HERE}.db:db", "Base de données."),
    "import": (f"{_HERE}.imports:imports", "Recevoir un fichier de la facturation."),
    "export": (f"{_HERE}.exports:exports", "Préparer un fichier pour la facturation."),
    "readings": (f"{_HERE}.readings:readings", "Relevés transmis par les abonnés."),
    "requests": (f"{_HERE}.requests:requests", "Démarches des abonnés."),
    "accounts": (f"{_HERE}.accounts:accounts", "Comptes des abonnés."),
    "links": (f"{_HERE}.links:links", "Rattachements qui attendent le service."),
    "contracts": (f"{_HERE}.contracts:contracts", "Contrats et clés de sécurité."),
    "documents": (f"{_HERE}.documents:documents", "Documents à télécharger par tous."),
    "payments": (f"{_HERE}.payments:payments", "Paiements en ligne."),
    "mail": (f"{_HERE}.mail:mail", "Courriels du portail."),
    "audit": (f"{_HERE}.audit:audit", "Journal de ce qui peut être contesté un jour."),
    "stats": (f"{_HERE}.stats:stats", "Compter ce que contient le portail."),
    "doctor": (f"{_HERE}.doctor:doctor", "Vérifier l’installation et dire quoi corriger."),
}


class PlainSpoken(LazyGroup):
    """A group that speaks French, and whose commands refuse without a traceback."""

    def main(self, *args: Any, **rest: Any) -> Any:
        speak_french()
        return super().main(*args, **rest)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            # Imported only now: most commands end well.
            from siegvo.entrypoints.cli.refusals import said  # noqa: PLC0415

            refusal = said(error)
            if refusal is None:
                raise
            raise refusal from error


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (as slow as all the rest)

        click.echo(f"siegvo {version('siegvo')}")
        ctx.exit()


@click.group(cls=PlainSpoken, places=_COMMANDS, subcommand_metavar="COMMANDE [ARGUMENTS]...")
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

    Premiers pas\u00a0:

    \b
      siegvo demo                      essayer, sans rien installer d’autre
      siegvo db upgrade                préparer la base de données
      siegvo import contracts FICHIER  recevoir un fichier de la facturation
      siegvo serve                     ouvrir le portail

    Chaque commande explique ce qu’elle fait\u00a0: siegvo COMMANDE --help
    """  # noqa: D301 (click reads the backspace)
