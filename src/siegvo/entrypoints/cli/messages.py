"""Commands about what the service tells its subscribers on the portal."""

from collections.abc import Iterable
from datetime import date

import click

from siegvo.adapters.french.days import parse_day
from siegvo.adapters.french.values import PARIS, say
from siegvo.application.portal import Portal
from siegvo.domain.announcements.announcement import Announcement
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_DAY = Parsed("date", parse_day)


@click.group(
    cls=Room,
    help="Messages affichés aux abonnés.",
    examples={
        "siegvo messages list": "",
        'siegvo messages publish --title "Coupure d’eau" --text "De 8 h à 12 h."': "",
    },
)
def messages() -> None: ...


@messages.command(
    name="list",
    examples={"siegvo messages list": "", "siegvo messages list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les messages publiés, les plus récents en tête."""
    found = portal.announcements.list_announcements()
    if as_json:
        print_json([_facts(announcement) for announcement in found])
    elif found:
        print_table(_table(found))
    else:
        click.echo("Aucun message n’a été publié.")


@messages.command(
    short_help="Afficher un message aux abonnés.",
    examples={
        'siegvo messages publish --title "Coupure d’eau" --text "De 8 h à 12 h."': "pour tous",
        'siegvo messages publish --title Coupure --text "Demain." --commune Rombas': (
            "pour une commune"
        ),
        'siegvo messages publish --title Horaires --text "Dès 8 h." --from 01/01/2027': "plus tard",
    },
)
@click.option(
    "--title",
    required=True,
    type=Parsed("titre", Headline.parse),
    metavar="TITRE",
    help="De quoi il s’agit, en une ligne.",
)
@click.option(
    "--text",
    required=True,
    type=Parsed("texte", AnnouncementText.parse),
    metavar="TEXTE",
    help="Ce qu’il faut savoir, et faire.",
)
@click.option(
    "--commune",
    "communes",
    multiple=True,
    type=Parsed("commune", Commune.parse),
    metavar="NOM",
    help="Commune concernée, autant de fois que nécessaire\u00a0; par défaut, toutes.",
)
@click.option(
    "--from",
    "first_day",
    type=_DAY,
    metavar="DATE",
    help="Premier jour\u00a0; par défaut, aujourd’hui.",
)
@click.option(
    "--until",
    "last_day",
    type=_DAY,
    metavar="DATE",
    help="Dernier jour\u00a0; par défaut, jusqu’à ce qu’on le retire.",
)
@pass_portal
def publish(
    portal: Portal,
    *,
    title: Headline,
    text: AnnouncementText,
    communes: tuple[Commune, ...],
    first_day: date | None,
    last_day: date | None,
) -> None:
    """Afficher un message sur le tableau de bord des abonnés."""
    published = portal.announcements.publish_announcement(
        headline=title,
        text=text,
        communes=communes,
        first_day=first_day,
        last_day=last_day,
        actor=clerk(),
    )
    click.echo(
        f"Le message {published.number} est publié, {_when(published)},"
        f" pour {_where(published) or 'toutes les communes'}."
    )
    say_next("Pour le retirer\u00a0:", f"siegvo messages withdraw {published.number}")


@messages.command(examples={"siegvo messages withdraw 3": ""})
@click.argument("number", metavar="NUMÉRO", type=click.IntRange(min=1))
@pass_portal
def withdraw(portal: Portal, *, number: int) -> None:
    """Retirer un message\u00a0: plus personne ne le lit."""
    portal.announcements.withdraw_announcement(number, actor=clerk())
    click.echo(f"Le message {number} est retiré.")


def _facts(announcement: Announcement) -> dict[str, object]:
    notice = announcement.notice
    return {
        "id": announcement.number,
        "title": notice.headline,
        "text": notice.text,
        "communes": notice.communes,
        "from": notice.first_day,
        "until": notice.last_day,
        "published_at": announcement.published_at,
        "withdrawn_at": announcement.withdrawn_at,
    }


def _table(found: Iterable[Announcement]) -> Table:
    return Table(
        headings=("Numéro", "Titre", "Communes", "Du", "Au", "Retiré le"),
        rows=[
            (
                str(each.number),
                str(each.notice.headline),
                _where(each) or "toutes",
                say(each.notice.first_day),
                say(each.notice.last_day) if each.notice.last_day else "",
                say(each.withdrawn_at.astimezone(PARIS).date()) if each.withdrawn_at else "",
            )
            for each in found
        ],
        figures=frozenset({0}),
        elastic={1: 12, 2: 10},
    )


def _when(announcement: Announcement) -> str:
    notice = announcement.notice
    if notice.last_day is None:
        return f"à partir du {say(notice.first_day)}"
    return f"du {say(notice.first_day)} au {say(notice.last_day)}"


def _where(announcement: Announcement) -> str:
    return ", ".join(map(str, announcement.notice.communes))
