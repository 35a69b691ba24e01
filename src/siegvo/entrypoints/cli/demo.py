"""The command that opens a demo."""

import click

from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.listening import PortTaken

_HIGHEST_PORT = 65535


@click.command(
    cls=Explained,
    examples={"siegvo demo": "", "siegvo demo --port 8080": "si le port 8000 est pris"},
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, _HIGHEST_PORT),
    metavar="PORT",
    help="Port où écouter.",
)
def demo(*, port: int) -> None:
    """Ouvrir un portail de démonstration.

    Il a sa base de données, un syndicat imaginaire, un compte prêt. Les courriels sont
    montrés au lieu d’être envoyés. Tout disparaît à la fin\u00a0: Ctrl-C.
    """
    # The whole portal, which the help of this command does without.
    from siegvo.entrypoints.cli.demo_welcome import welcome  # noqa: PLC0415
    from siegvo.entrypoints.demo.start import start  # noqa: PLC0415

    click.echo("Le portail de démonstration se prépare, en quelques secondes…")
    try:
        start(port=port, welcome=lambda invitation: welcome(invitation, port=port))
    except PortTaken as taken:
        message = f"Le port {taken.port} est déjà pris. Essayez --port {port + 1}."
        raise click.ClickException(message) from taken
    click.echo("La démonstration est terminée, rien n’en reste.")
