"""A form of a page, filled in and sent as a browser would."""

from collections.abc import Mapping

import attrs

from tests.support.html_tree import Element
from tests.support.page import Page

Typed = str | bool | bytes
"""What a person gives: words or a choice, a box ticked or not, the content of a file."""

PARTS = "multipart/form-data; boundary=limit"
_CHOSEN = frozenset({"checkbox", "radio"})


@attrs.frozen(kw_only=True)
class Sending:
    """What a browser would send, and how."""

    method: str
    action: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...]
    is_multipart: bool


def form_asking(page: Page, names: frozenset[str]) -> Element:
    """Return the one form, of those in the page itself, that asks for all of `names`."""
    return _only(
        [
            form
            for form in page.main.all("form")
            if names <= {each["name"] for each in _asked(form)}
        ],
        what=f"forms asking for {sorted(names)} at {page.path}",
    )


def form_of_button(page: Page, label: str) -> Element:
    """Return the one form that the button reading `label` sends."""
    buttons = [each for each in page.tree.all("button") if each.text == label]
    forms = {id(form): form for each in buttons if (form := each.within("form"))}
    return _only(list(forms.values()), what=f"forms with a button {label!r} at {page.path}")


def fill_in(form: Element, typed: Mapping[str, Typed], *, at: str) -> Sending:
    """Give back what the form holds, but for what is `typed`."""
    fields: list[tuple[str, str]] = []
    files: list[tuple[str, bytes]] = []
    rest = dict(typed)
    for control in _asked(form):
        name, given = control["name"], rest.pop(control["name"], typed.get(control["name"]))
        if control["type"] == "file":
            assert given is None or isinstance(given, bytes), f"{name} is a file"
            files.append((name, given or b""))
        elif control["type"] in _CHOSEN:
            if _is_chosen(control, given):
                fields.append((name, control["value"] if control.has("value") else "on"))
        else:
            assert given is None or isinstance(given, str), f"{name} is typed"
            fields.append((name, _written(control, given)))
    assert not rest, f"not asked at {at}: {sorted(rest)}"
    return Sending(
        method=form["method"].upper() or "GET",
        action=form["action"] or at,
        fields=tuple(fields),
        files=tuple(files),
        is_multipart=form["enctype"] == "multipart/form-data",
    )


def pressing(sending: Sending, form: Element, label: str) -> Sending:
    """Add what the button reading `label` tells of itself, as it does when it is pressed."""
    told = {
        (each["name"], each["value"])
        for each in form.all("button")
        if each.text == label and each["name"]
    }
    return attrs.evolve(sending, fields=sending.fields + tuple(told))


def in_parts(sending: Sending, **files: bytes) -> bytes:
    """Write what was filled in with heavy files, as it goes over the wire."""
    told = [(name, "", words.encode()) for name, words in sending.fields]
    told += [(name, '; filename="lourd.pdf"', content) for name, content in files.items()]
    parts = (
        f'--limit\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + content
        for name, file, content in told
    )
    return b"\r\n".join((*parts, b"--limit--\r\n"))


def _asked(form: Element) -> list[Element]:
    return [each for each in form.all("input", "select", "textarea") if each["name"]]


def _is_chosen(control: Element, given: Typed | None) -> bool:
    if given is None:
        return control.has("checked")
    if control["type"] == "checkbox":
        assert isinstance(given, bool), f"{control['name']} is ticked or not"
        return given
    return control["value"] == given


def _written(control: Element, given: str | None) -> str:
    if control.tag == "select":
        options = control.all("option")
        first = next((each for each in options if each.has("selected")), options[0])
        assert given is None or given in {each["value"] for each in options}, "pick from the list"
        return first["value"] if given is None else given
    if control.tag == "textarea":
        return control.text if given is None else given
    return control["value"] if given is None else given


def _only(forms: list[Element], *, what: str) -> Element:
    assert len(forms) == 1, f"{len(forms)} {what}"
    return forms[0]
