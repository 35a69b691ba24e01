"""Commands about contracts and their security keys."""

import attrs
import click

from siegvo.adapters.french.values import say
from siegvo.application.contracts.staff_contracts import ContractRecord, TenureRecord
from siegvo.application.portal import Portal
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_number = click.argument(
    "number", metavar="NUMÉRO", type=Parsed("numéro de contrat", ContractNumber.parse)
)


@click.group(
    cls=Room,
    help="Contrats et clés de sécurité.",
    examples={
        "siegvo contracts show 100214873": "à qui il est, qui le voit",
        "siegvo contracts new-key 100214873": "quand quelqu’un d’autre connaît la clé",
    },
)
def contracts() -> None: ...


@contracts.command(
    short_help="Montrer un contrat, ses redevables et les comptes liés.",
    examples={
        "siegvo contracts show 100214873": "",
        "siegvo contracts show 100214873 --json": "pour un programme",
    },
)
@_number
@json_option
@pass_portal
def show(portal: Portal, *, number: ContractNumber, as_json: bool) -> None:
    """Montrer un contrat, ses redevables, et les comptes qui leur sont liés.

    La clé de sécurité n’y est pas\u00a0: le portail n’en garde qu’une empreinte.
    """
    record = portal.contracts.show_contract(number)
    if as_json:
        print_json(_facts(record))
        return
    click.echo(f"Contrat {record.number}, {say(record.supply)}")
    print_table(
        Table(
            headings=("Redevable", "Nom", "Du", "Au", "Clé", "Comptes liés"),
            rows=[_row(tenure) for tenure in record.tenures],
            elastic={1: 12, 5: 30},
        )
    )


@contracts.command(examples={"siegvo contracts new-key 100214873": ""})
@_number
@pass_portal
def new_key(portal: Portal, *, number: ContractNumber) -> None:
    """Remplacer la clé de sécurité d’un contrat.

    La nouvelle clé s’affiche une seule fois\u00a0: transmettez-la au redevable, et à la
    facturation. L’ancienne n’ouvre plus rien, même si un fichier la ramène. Les comptes
    déjà liés le restent.
    """
    key = portal.contracts.renew_key(number, actor=clerk())
    click.echo(f"Nouvelle clé du contrat {number}\u00a0: {key.text}")
    say_next(
        "Elle ne s’affiche qu’une fois\u00a0: transmettez-la au redevable et à la facturation."
    )


def _facts(record: ContractRecord) -> dict[str, object]:
    tenures = [attrs.asdict(tenure, recurse=False) for tenure in record.tenures]
    return {"number": record.number, "supply": say(record.supply), "tenures": tenures}


def _row(tenure: TenureRecord) -> tuple[str, ...]:
    renewed = ", remplacée" if tenure.was_renewed else ""
    return (
        str(tenure.payer),
        tenure.name,
        say(tenure.since),
        say(tenure.until) if tenure.until else "–",
        f"{tenure.key_bits}\u00a0bits{renewed}",
        say(tenure.accounts) or "–",
    )
