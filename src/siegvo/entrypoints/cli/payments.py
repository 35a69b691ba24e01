"""Commands about on-line payments."""

from typing import Final

import click

from siegvo.application.portal import Portal
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.one_of import OneOf
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.payment_words import CHOSEN, all_payment_facts, payment_table
from siegvo.entrypoints.cli.portal import pass_portal

_MOST: Final = 1000
_NOT_INSTALLED: Final = (
    "Le paiement en ligne n’est pas installé. Donnez SIEGVO_PAYFIP_URL et SIEGVO_PAYFIP_CLIENT."
)


@click.group(
    cls=Room,
    help="Paiements en ligne.",
    examples={
        "siegvo payments list --state paye": "ceux qui sont payés",
        "siegvo payments check": "PayFiP répond-il\u00a0?",
    },
)
def payments() -> None: ...


@payments.command(
    name="list",
    examples={
        "siegvo payments list": "",
        "siegvo payments list --state en-attente --state paye": "en attente, ou payés",
        "siegvo payments list --json": "pour un programme",
    },
)
@click.option(
    "--state",
    "states",
    type=OneOf(CHOSEN),
    multiple=True,
    metavar="ÉTAT",
    help=(
        f"Seulement ceux qui en sont là\u00a0; peut être répété. États\u00a0: {', '.join(CHOSEN)}."
    ),
)
@json_option
@pass_portal
def list_(portal: Portal, *, states: tuple[PaymentState, ...], as_json: bool) -> None:
    """Montrer les paiements en ligne, les derniers d’abord.

    Écarts\u00a0: ce qui, dans la réponse de la trésorerie, diffère de ce qui lui avait été
    demandé. Un tel paiement n’est pas retenu\u00a0: comparez avec elle. «\u00a0Payée deux
    fois\u00a0»\u00a0: deux paiements de la même facture se sont croisés\u00a0; vérifiez avec la
    trésorerie, et faites rembourser ce qui est de trop.
    """
    wanted = states or tuple(PaymentState)
    found = portal.billing.list_payments(states=wanted, most=_MOST)
    if as_json:
        print_json(all_payment_facts(found))
    elif found:
        print_table(payment_table(found))
        if any(attempt.mismatches for attempt in found):
            say_next("Comparez avec la trésorerie ceux qui ont des écarts.")
    else:
        click.echo("Aucun paiement en ligne.")


@payments.command(examples={"siegvo payments check": ""})
@json_option
@pass_portal
def check(portal: Portal, *, as_json: bool) -> None:
    """Demander à PayFiP sous quels noms il connaît le numéro de client."""
    try:
        details = portal.operations.check_treasury()
    except TreasuryUnavailable as absence:
        message = (
            f"PayFiP ne répond pas comme il faut ({absence}). Vérifiez SIEGVO_PAYFIP_URL,"
            " et que cette machine peut sortir vers cette adresse."
        )
        raise click.ClickException(message) from absence
    except TreasuryRefused as refusal:
        message = (
            f"PayFiP refuse le numéro de client, avec le code {refusal.code}."
            " Vérifiez SIEGVO_PAYFIP_CLIENT auprès de la DGFiP."
        )
        raise click.ClickException(message) from refusal
    if details is None:
        raise click.ClickException(_NOT_INSTALLED)
    if as_json:
        print_json({"names": details.names})
        return
    click.echo("PayFiP répond et connaît le numéro de client, sous ces noms\u00a0:")
    for name in details.names:
        click.echo(f"  {name}")
