"""What every page owes its reader, whoever is signed in."""

import re
from itertools import pairwise
from typing import Final
from urllib.parse import urljoin

from tests.support.html_tree import Element
from tests.support.page import Page

_TITLE: Final = re.compile(r"(Erreur : |À confirmer : )?\S.+ – SIEGVO, mon espace abonné")
_SILENT: Final = frozenset({"hidden", "submit"})
_REFERRING: Final = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
_REACHED: Final = ("a", "button", "input", "select", "summary", "textarea")
_PURPOSES: Final = {"email": {"email", "username"}, "tel": {"tel"}} | {
    "password": {"current-password", "new-password"}
}
"""What the type of a field says of its owner, and how browsers are told to fill it in."""
_OF_ONESELF: Final = {"name": "name", "account_holder": "name", "born_on": "bday"}
_TABS: Final = ("Tableau de bord", "Factures", "Consommations", "Démarches", "Mon compte")
_PLAIN_BLANK: Final = re.compile(r" [:;!?»]|« ")


def check_page(page: Page) -> Page:
    """Return the page once it has passed the checks every page must pass."""
    for check in _CHECKS:
        check(page)
    return page


def _frame(page: Page) -> None:
    assert page.source.startswith("<!doctype html>"), "standards mode"
    assert page.only("html")["lang"] == "fr", "a page says its language"
    assert page.heading, "a page has one heading"
    assert "Urgences dépannage 24h/24" in page, "the emergency number is on each page"
    levels = [int(each.tag[1]) for each in page.tree.all("h1", "h2", "h3", "h4", "h5", "h6")]
    jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert not jumps, "no level of heading is left out"
    tabs = [each for each in page.tree.all("nav") if each["aria-label"] == "Rubriques"]
    assert all(tuple(link.text for link in each.all("a")) == _TABS for each in tabs), "five tabs"


def _landmarks(page: Page) -> None:
    first = next(each for each in page.tree.all(*_REACHED) if each["type"] != "hidden")
    assert first["href"] == "#contenu", "what is reached first skips to the content"
    assert page.main["id"] == "contenu", "the content can be skipped to"
    assert page.main["tabindex"] == "-1", "and takes the keyboard along"
    body = page.only("body")
    parts = [each.tag for each in body.children if not isinstance(each, str)]
    assert parts == ["a", "header", "main", "footer"], "a page is made of its landmarks"
    menus = [each["aria-label"] for each in page.tree.all("nav")]
    assert all(menus), "a menu has a name"
    assert len(menus) == len(set(menus)), "of its own"


def _title(page: Page) -> None:
    assert _TITLE.fullmatch(page.title), f"the title says where one is: {page.title}"
    alerts = [each for each in page.tree.all() if each["role"] == "alert"]
    said = page.title.startswith(("Erreur : ", "À confirmer : "))
    assert said == bool(alerts), "a refusal is said in the title, and nothing else is"
    if page.status == 422 and page.main.all("input"):
        refused = [each for each in page.main.all("input") if each["aria-invalid"] == "true"]
        assert not refused or alerts, "what is to correct is summed up"


def _ids(page: Page) -> None:
    elements = page.tree.all()
    ids = [each["id"] for each in elements if each.has("id")]
    assert len(ids) == len(set(ids)), "an id names one thing"
    named = {name for each in elements for to in _REFERRING for name in each[to].split()}
    named |= {each["href"][1:] for each in page.tree.all("a") if each["href"].startswith("#")}
    assert named <= set(ids), f"refer to what is there: {named - set(ids)}"


def _labels(page: Page) -> None:
    labels = page.tree.all("label")
    named = {each["for"] for each in labels if each.text}
    for control in page.tree.all("input", "select", "textarea"):
        if control.has("hidden") or (control["type"] in _SILENT and control.tag == "input"):
            continue
        assert control["id"] in named, f"label {control['name']}"
        if control["aria-invalid"] == "true" and control["type"] != "radio":
            assert f"{control['id']}-error" in control["aria-describedby"].split(), "say it beside"
    for group in page.tree.all("fieldset"):
        assert group.all("legend"), "say what is to be chosen"


def _purposes(page: Page) -> None:
    for control in page.tree.all("input"):
        if control["type"] == "hidden":
            continue
        told = control["autocomplete"].split()[-1:]
        if expected := _PURPOSES.get(control["type"]):
            assert set(told) & expected, f"say whose it is: {control['name']}"
        if word := _OF_ONESELF.get(control["name"]):
            assert told == [word], f"say what it is: {control['name']}"


def _forms(page: Page) -> None:
    for form in page.tree.all("form"):
        tokens = [each for each in form.all("input") if each["name"] == "csrf_token"]
        assert form["method"] in {"get", "post"}, "a form says how it is sent"
        assert len(tokens) == (form["method"] == "post"), "sign the forms that write, and no other"
        assert form["action"].startswith("/") or not form.has("action"), "send it to ourselves"
        assert form.all("button"), "a form has a button"


def _names(page: Page) -> None:
    for each in page.tree.all("a", "button"):
        assert each.text or each["aria-label"], f"name it: {each}"
        assert not each.has("target"), f"no window opens by itself: {each}"
        assert each["tabindex"] in {"", "-1"}, f"the keyboard follows the page: {each}"
    for picture in page.tree.all("img"):
        assert picture.has("alt"), f"describe it: {picture}"
    for drawing in page.tree.all("svg"):
        hidden = drawing["aria-hidden"] == "true" or drawing.within("svg")
        assert hidden or drawing["role"] == "img", "a drawing is described, or hidden"


def _tables(page: Page) -> None:
    for table in page.tree.all("table"):
        assert table.all("caption"), "a table has a caption"
        named = {head for cell in table.all("td") for head in cell["headers"].split()}
        assert named <= {each["id"] for each in table.all("th")}, "a cell names its headers"
        assert not named or table.all("caption")[0].all("small"), "a complex table is summed up"
        for head in table.all("th"):
            assert head["scope"] in {"row", "col"} or head["id"] in named, f"of what: {head}"


def _notices(page: Page) -> None:
    for each in page.tree.all():
        if "notice" in each["class"].split():
            bare = [child for child in each.children if isinstance(child, str) and child.strip()]
            assert not bare, f"bare words are columns of its grid: {bare}"


def _links(page: Page) -> None:
    pages: dict[str, str] = {}
    for link in page.tree.all("a"):
        name = link["aria-label"] or link.text
        path = urljoin(page.path, link["href"]).partition("?")[0]
        assert pages.setdefault(name, path) == path, f"two pages have one name: {name}"


def _nothing_inline(page: Page) -> None:
    for each in page.tree.all():
        assert not each.has("style"), f"style= is blocked: {each}"
        assert not any(name.startswith("on") for name in each.attributes), f"blocked: {each}"
        assert each.tag not in {"style", "base", "iframe", "object", "embed"}, f"blocked: {each}"
        assert each.tag != "script" or (each["src"] and not each.text), "scripts are files"
        foreign = each["src"].startswith(("http", "//")) or _is_foreign(each)
        assert not foreign, f"nothing comes from elsewhere: {each}"


def _is_foreign(element: Element) -> bool:
    return element.tag == "link" and element["href"].startswith(("http", "//"))


def _typography(page: Page) -> None:
    found = [piece for piece in page.tree.pieces() if _PLAIN_BLANK.search(piece)]
    assert not found, f"an unbreakable blank goes there: {found}"


_CHECKS: Final = (
    _frame,
    _landmarks,
    _title,
    _ids,
    _labels,
    _purposes,
    _forms,
    _names,
    _tables,
    _notices,
    _links,
    _nothing_inline,
    _typography,
)
