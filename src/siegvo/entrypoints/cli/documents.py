"""Commands about the documents for everybody."""

from collections.abc import Iterable
from pathlib import Path

import attrs
import click

from siegvo.adapters.french.values import PARIS, file_size, say
from siegvo.application.portal import Portal
from siegvo.domain.documents.document import Document, Title
from siegvo.domain.documents.slug import Slug
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.output import json_option, print_json, print_table
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_SLUG = Parsed("nom", Slug.parse)


@click.group(
    cls=Room,
    help="Documents à télécharger par tous.",
    examples={
        "siegvo documents list": "",
        'siegvo documents publish reglement.pdf --title "Règlement du service de l’eau"': "",
    },
)
def documents() -> None: ...


@documents.command(
    name="list",
    examples={"siegvo documents list": "", "siegvo documents list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les documents publiés, et ceux qui ont été retirés."""
    found = portal.documents.list_documents(withdrawn_too=True)
    if as_json:
        print_json([_facts(document) for document in found])
    elif found:
        print_table(_table(found))
    else:
        click.echo("Aucun document n’est publié.")


@documents.command(
    short_help="Publier un document PDF, ou une autre version.",
    examples={
        'siegvo documents publish reglement.pdf --title "Règlement du service de l’eau"': "",
        'siegvo documents publish tarifs.pdf --title "Tarifs 2027" --slug tarifs': (
            "une autre version, à la même adresse"
        ),
    },
)
@click.argument(
    "file",
    metavar="FICHIER",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
)
@click.option(
    "--title",
    required=True,
    type=Parsed("titre", Title.parse),
    metavar="TITRE",
    help="Ce que lit l’abonné, par exemple «\u00a0Règlement du service\u00a0».",
)
@click.option(
    "--slug",
    type=_SLUG,
    metavar="NOM",
    help="Nom dans l’adresse\u00a0; par défaut, tiré du titre.",
)
@pass_portal
def publish(portal: Portal, *, file: Path, title: Title, slug: Slug | None) -> None:
    """Publier un document PDF, ou en publier une autre version sous le même nom."""
    try:
        content = file.read_bytes()
    except OSError as trouble:
        message = (
            f"{file} ne peut pas être lu\u00a0: {reason(trouble)}. Corrigez cela, puis recommencez."
        )
        raise click.ClickException(message) from trouble
    document = portal.documents.publish_document(content, title=title, slug=slug, actor=clerk())
    click.echo(
        f"«\u00a0{document.title}\u00a0» est publié, version\u00a0{len(document.editions)}\u00a0:"
        f" /documents/{document.slug}"
    )


@documents.command(examples={"siegvo documents withdraw reglement-eau-potable": ""})
@click.argument("slug", metavar="NOM", type=_SLUG)
@pass_portal
def withdraw(portal: Portal, *, slug: Slug) -> None:
    """Retirer un document\u00a0; le publier à nouveau le remet en ligne."""
    portal.documents.withdraw_document(slug, actor=clerk())
    click.echo(f"Le document {slug} est retiré.")


def _facts(document: Document) -> dict[str, object]:
    return {
        "slug": document.slug,
        "title": document.title,
        "editions": [attrs.asdict(edition) for edition in document.editions],
        "withdrawn_at": document.withdrawn_at,
    }


def _table(found: Iterable[Document]) -> Table:
    return Table(
        headings=("Nom", "Titre", "Version", "Taille", "Publié le", "Retiré le"),
        rows=[
            (
                str(document.slug),
                str(document.title),
                str(len(document.editions)),
                file_size(document.current.size),
                say(document.current.published_at.astimezone(PARIS).date()),
                say(document.withdrawn_at) if document.withdrawn_at else "",
            )
            for document in found
        ],
        figures=frozenset({2, 3}),
        elastic={1: 12},
        details={5: " à "},
    )
