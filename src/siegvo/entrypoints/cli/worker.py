"""The command that works in the background."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import click

from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.application.notifications.delivery import Delivery, Outcome
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.mail_words import event_name, trouble
from siegvo.entrypoints.cli.output import json_option, print_json, say_next
from siegvo.entrypoints.cli.payment_words import silence
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.worker import Round, run, run_once


@click.command(
    cls=Explained,
    examples={
        "siegvo worker": "un service qui ne s’arrête pas",
        "siegvo worker --once": "chaque minute, par cron",
        "siegvo worker --once --json": "pour un programme",
    },
)
@click.option("--once", is_flag=True, help="Faire ce qui est dû, puis s’arrêter.")
@json_option
@click.pass_context
@pass_portal
def worker(portal: Portal, ctx: click.Context, *, once: bool, as_json: bool) -> None:
    """Envoyer les courriels, suivre les paiements, sceller le journal, oublier le superflu.

    Lancez-en autant que vous voulez, sur autant de machines que vous voulez. Au signal
    d’arrêt, le courriel commencé est terminé.
    """
    if as_json and not once:
        message = "--json va avec --once\u00a0: sans lui, le travail ne finit pas."
        raise click.UsageError(message)
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
            _tell(done, waiting=portal.operations.show_counts().letters_waiting, as_json=as_json)
            if not _went_well(done):
                ctx.exit(1)
            return
        say_next("Ctrl-C pour arrêter.")
        run(portal, stop)


def _tell(done: Round, *, waiting: int, as_json: bool) -> None:
    if as_json:
        print_json(_facts(done, waiting=waiting))
        return
    click.echo(f"Paiements vérifiés\u00a0: {sum(map(_is_answered, done.checks))}.")
    click.echo(f"Courriels envoyés\u00a0: {sum(each.letters for each in done.deliveries)}.")
    click.echo(f"Courriels en attente\u00a0: {waiting}.")
    for delivery in _failed(done):
        click.echo(f"{event_name(delivery.event)}\u00a0: {trouble(delivery.why)}", err=True)
    for check in _unanswered(done):
        click.echo(f"Paiement {check.reference}\u00a0: {silence(check)}.", err=True)
    if not _went_well(done):
        say_next("Pour savoir pourquoi\u00a0:", "siegvo doctor")


def _facts(done: Round, *, waiting: int) -> dict[str, object]:
    return {
        "payments_checked": sum(map(_is_answered, done.checks)),
        "payment_changes": done.changes,
        "mandates": done.mandates,
        "abnormal_consumptions": done.leaks,
        "audit_lines_sealed": done.sealed,
        "forgotten": done.forgotten,
        "payments_unanswered": [
            {"reference": each.reference, "trouble": silence(each)} for each in _unanswered(done)
        ],
        "letters_sent": sum(each.letters for each in done.deliveries),
        "letters_waiting": waiting,
        "letters_failed": [
            {"event": each.event, "trouble": trouble(each.why)} for each in _failed(done)
        ],
    }


def _went_well(done: Round) -> bool:
    return not _failed(done) and not _unanswered(done)


def _failed(done: Round) -> list[Delivery]:
    return [each for each in done.deliveries if each.outcome is not Outcome.TOLD]


def _unanswered(done: Round) -> list[Check]:
    return [check for check in done.checks if not _is_answered(check)]


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
