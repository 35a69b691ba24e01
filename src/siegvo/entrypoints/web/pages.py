"""Rendering."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from siegvo.entrypoints.web import current


def page(template: str, **context: object) -> str:
    """Render a page; the frame wants to know whether somebody is signed in."""
    return render_template(template, signed_in=current.visitor() is not None, **context)


def form_page(template: str, form: FlaskForm, **context: object) -> ResponseReturnValue:
    """Render a page around one form: 422 when an answer was refused."""
    status = 422 if form.errors else 200
    return page(template, form=form, **context), status
