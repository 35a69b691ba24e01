"""Commands about abnormal consumptions."""

from collections.abc import Iterable, Mapping, Sequence

import click

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.application.metering.list_leaks import FoundLeak
from siegvo.application.portal import Portal
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table


@click.group(
    cls=Room,
    help="Consommations anormales (loi Warsmann).",
    examples={
        "siegvo leaks list": "ce qui a été constaté, et où en est chacun",
        "siegvo leaks notify --dry-run": "chercher, sans informer personne",
    },
)
def leaks() -> None: ...


@leaks.command(
    name="list",
    short_help="Montrer ce qui a été constaté depuis un an.",
    examples={"siegvo leaks list": "", "siegvo leaks list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les consommations anormales constatées depuis un an.

    Délai\u00a0: dernier jour pour demander le plafonnement. Sans compte lié, l’abonné est à
    informer par courrier, et le délai part de ce courrier.
    """
    found = portal.metering.list_leaks()
    if as_json:
        print_json([_line_facts(each) for each in found])
    elif found:
        print_table(_table(found))
    else:
        click.echo("Aucune consommation anormale n’a été constatée depuis un an.")


@leaks.command(
    short_help="Chercher, et informer les abonnés.",
    examples={
        "siegvo leaks notify --dry-run": "sans informer personne",
        "siegvo leaks notify": "après l’import des relevés",
        "siegvo leaks notify --json": "pour un programme",
    },
)
@click.option("--dry-run", is_flag=True, help="Chercher seulement\u00a0: personne n’est informé.")
@json_option
@pass_portal
def notify(portal: Portal, *, dry_run: bool, as_json: bool) -> None:
    """Chercher les consommations anormales et en informer les abonnés, une fois chacune.

    «\u00a0siegvo worker\u00a0» le fait aussi, toutes les heures.
    """
    told = portal.metering.watch_leaks(dry_run=dry_run, actor=clerk())
    if as_json:
        print_json({"dry_run": dry_run, "notices": [_facts(notice) for notice in told]})
        return
    by_mail = sum(notice.by_mail for notice in told)
    click.echo(f"Nouvelles consommations anormales\u00a0: {len(told)}.")
    click.echo(f"{'À informer' if dry_run else 'Informés'} par courriel\u00a0: {by_mail}.")
    click.echo(f"À informer par courrier, sans compte lié\u00a0: {len(told) - by_mail}.")
    if told and not dry_run:
        say_next("Pour voir lesquelles\u00a0:", "siegvo leaks list")


def _facts(notice: LeakNotice) -> Mapping[str, object]:
    """Return it as a program reads it: volumes are numbers, in m3."""
    found = notice.found
    return {
        "contract": found.contract,
        "payer": notice.payer,
        "serial": found.serial,
        "first": found.first,
        "last": found.last,
        "drawn_m3": found.cubic_metres,
        "basis": found.basis,
        "mean_m3": found.mean_m3,
        "water_cap_m3": found.water_cap_m3,
        "sanitation_cap_m3": found.sanitation_cap_m3,
        "told_on": notice.told_on,
        "by_mail": notice.by_mail,
        "claim_by": notice.claim_by,
    }


def _line_facts(found: FoundLeak) -> Mapping[str, object]:
    claim = found.line.notice.claim
    return {
        **_facts(found.line.notice),
        "name": found.line.payer_name,
        "address": say(found.line.address),
        "state": found.state,
        "request": claim and claim.reference,
    }


def _table(found: Sequence[FoundLeak]) -> Table:
    return Table(
        headings=("Contrat", "Redevable", "Relevé le", "Volume", "Moyenne", "Délai", "État"),
        rows=[_row(each) for each in found],
        figures=frozenset({3, 4}),
        elastic={1: 14, 6: 16},
        details=dict.fromkeys((3, 4), "\u00a0m³"),
    )


def _row(each: FoundLeak) -> Sequence[str]:
    notice, found = each.line.notice, each.line.notice.found
    return (
        str(found.contract),
        f"{notice.payer} {each.line.payer_name}",
        say(found.last),
        cubic_metres(found.cubic_metres),
        cubic_metres(found.mean_m3),
        say(each.claim_by) if each.claim_by else "–",
        " ".join(_state(each)),
    )


def _state(each: FoundLeak) -> Iterable[str]:
    yield say(each.state)
    if each.line.notice.claim:
        yield f"({each.line.notice.claim.reference})"
