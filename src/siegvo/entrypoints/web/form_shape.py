"""What a form may hold: what it asks for, each thing once, and nothing else."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Final, ParamSpec

from flask import Flask, abort, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import Field
from wtforms.meta import DefaultMeta
from wtforms.widgets import Input

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.csrf import csrf_token
from siegvo.entrypoints.web.methods import WRITES
from siegvo.entrypoints.web.programs import is_for_programs
from siegvo.entrypoints.web.templating import printed

Arguments = ParamSpec("Arguments")

_CSRF: Final = "csrf_token"


def init_app(app: Flask) -> None:
    app.before_request(_refuse_repetitions)


class StrictForm(FlaskForm):
    """A form that refuses what it does not ask for: nothing is filled in behind a page's back."""

    class Meta(DefaultMeta):
        def render_field(self, field: Field, render_kw: Any) -> Markup:
            if isinstance(field.widget, Input):
                field.widget.html_params = attributes  # type: ignore[method-assign]
            return super().render_field(field, render_kw)

    def __init__(self, *given: Any, **named: Any) -> None:
        csrf_token()  # made before Flask-WTF makes one of its own
        super().__init__(*given, **named)

    def validate(self, extra_validators: Any = None) -> bool:
        refuse_others(self._fields)
        valid: bool = super().validate(extra_validators)
        return valid


def attributes(**given: object) -> str:
    """Write the attributes of an input, as WTForms does: its own way takes ten times as long."""
    return " ".join(
        name if value is True else f'{name}="{printed(value)}"'
        for name, value in sorted(given.items())
        if value is not False
    )


class ButtonForm(StrictForm):
    """Nothing is asked but to press a button: mail scanners open links, they press none."""


def asks_nothing(
    view: Callable[Arguments, ResponseReturnValue],
) -> Callable[Arguments, ResponseReturnValue]:
    """Serve a button: its form holds the token, and nothing else."""

    @wraps(view)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        refuse_others(())
        return view(*args, **kwargs)

    return guarded


def refuse_others(asked: Iterable[str]) -> None:
    """Refuse a form that holds anything but what is `asked`, and note who sent it."""
    others = {*request.form, *request.files} - {*asked, _CSRF}
    if not others:
        return
    visitor = current.visitor()
    if visitor:
        current.portal().operations.note_strange_form(
            visitor.account,
            form=str(request.url_rule),
            field=min(others),
            origin=current.origin(),
        )
    abort(422)


def _refuse_repetitions() -> None:
    """Refuse an answer given twice: two readers would not take the same one."""
    is_form = request.method in WRITES
    if is_for_programs():
        return
    for given in (request.args, request.form, request.files) if is_form else (request.args,):
        if any(len(values) > 1 for _, values in given.lists()):
            abort(422)
    if is_form and set(request.form) & set(request.files):
        abort(422)
