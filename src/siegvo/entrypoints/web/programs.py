"""Addresses that programs write to: they have no page open, and no token of ours."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import current_app, request
from flask.sansio.app import App

View = TypeVar("View", bound=Callable[..., Any])

_MARK: Final = "is_for_programs"


def for_programs(view: View) -> View:
    """Let anybody send anything there; the view takes nobody's word for it."""
    setattr(view, _MARK, True)
    return view


def is_for_programs() -> bool:
    """Say whether this request is for such an address."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, _MARK, False)


def excuse_from_tokens(app: App, view: Callable[..., Any]) -> None:
    """Have `view` served without the token that our own forms hold."""
    app.extensions["csrf"].exempt(view)
