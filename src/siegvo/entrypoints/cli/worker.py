"""The command that works in the background."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import click

from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.application.notifications.delivery import Outcome
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.mail_words import event_name, trouble
from siegvo.entrypoints.cli.payment_words import silence
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.worker import Round, run, run_once


@click.command()
@click.option("--once", is_flag=True, help="Faire ce qui est dû, puis s’arrêter.")
@click.pass_context
@pass_portal
def worker(portal: Portal, ctx: click.Context, *, once: bool) -> None:
    """Envoyer les courriels, suivre les paiements, sceller le journal, oublier le superflu.

    Lancez-en autant que vous voulez, sur autant de machines que vous voulez. Au signal
    d’arrêt, le courriel commencé est terminé.
    """
    with _set_by_signals() as stop:
        if not portal.notifications.deliver_mail.has_mailer:
            click.echo(
                "Sans serveur de courrier, les courriels attendent."
                " Donnez-en un par SIEGVO_SMTP_URL.",
                err=True,
            )
        elif not once:
            click.echo("Le portail envoie les courriels dès qu’ils sont dus.")
        if once:
            done = run_once(portal, stop)
            _tell(done, ctx, waiting=portal.operations.show_counts().letters_waiting)
            return
        run(portal, stop)


def _tell(done: Round, ctx: click.Context, *, waiting: int) -> None:
    click.echo(f"Paiements vérifiés\u00a0: {sum(map(_is_answered, done.checks))}.")
    click.echo(f"Courriels envoyés\u00a0: {sum(each.letters for each in done.deliveries)}.")
    click.echo(f"Courriels en attente\u00a0: {waiting}.")
    failed = [each for each in done.deliveries if each.outcome is not Outcome.TOLD]
    for delivery in failed:
        click.echo(f"{event_name(delivery.event)}\u00a0: {trouble(delivery.why)}", err=True)
    untold = [check for check in done.checks if not _is_answered(check)]
    for check in untold:
        click.echo(f"Paiement {check.reference}\u00a0: {silence(check)}.", err=True)
    if failed or untold:
        ctx.exit(1)


def _is_answered(check: Check) -> bool:
    return check.outcome is CheckOutcome.ANSWERED


@contextmanager
def _set_by_signals() -> Iterator[Event]:
    """Give an event that is set when the service is told to stop."""
    stop = Event()
    usual = {
        number: signal.signal(number, lambda *_: stop.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stop
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)
