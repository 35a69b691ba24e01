"""The command that serves the portal."""

import click

from siegvo.application.ports.unavailable import Unavailable
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.output import say_next
from siegvo.entrypoints.cli.refusals import said
from siegvo.entrypoints.listening import PlaceUnusable, PortTaken, held
from siegvo.entrypoints.misinstalled import Misinstalled
from siegvo.entrypoints.serve import MISCONFIGURED, check, run
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import load_settings

_HIGHEST_PORT = 65535


@click.command(
    cls=Explained,
    examples={
        "siegvo serve": "",
        "siegvo serve --host 10.0.0.5 --port 8080 --workers 4": "le mandataire est ailleurs",
    },
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADRESSE",
    help="Adresse où écouter.",
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, _HIGHEST_PORT),
    metavar="PORT",
    help="Port où écouter.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="NOMBRE",
    help="Nombre de processus (par défaut, celui des cœurs, deux au moins).",
)
@click.pass_context
def serve(ctx: click.Context, *, host: str, port: int, workers: int | None) -> None:
    """Servir le portail sur le web.

    Un serveur mandataire (nginx, Caddy…) le présente à internet en https. Le portail
    refuse de démarrer, avec l’état 78, tant que son installation n’est pas sûre.
    """
    settings = _safe_settings(ctx)
    try:
        with held(host, port):
            click.echo(f"Le portail {settings.public_url} écoute sur {host}:{port}.")
            say_next("Ctrl-C pour arrêter.")
            run("siegvo.entrypoints.wsgi:application", host=host, port=port, workers=workers)
    except PortTaken as taken:
        message = f"Le port {taken.port} est déjà pris. Choisissez-en un autre par --port."
        raise click.ClickException(message) from taken
    except PlaceUnusable as place:
        message = (
            f"Le portail ne peut pas écouter sur {place.host}:{place.port}. Vérifiez --host et"
            " --port\u00a0; un port de moins de 1024 demande des droits particuliers."
        )
        raise click.ClickException(message) from place


def _safe_settings(ctx: click.Context) -> Settings:
    try:
        settings = load_settings()
        check(settings)
    except (Misinstalled, Unavailable) as error:
        refusal = said(error)
        if refusal:
            refusal.show()
        ctx.exit(MISCONFIGURED)
    return settings
