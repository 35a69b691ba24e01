"""MON COMPTE: the devices on which one is signed in."""

from typing import Final
from uuid import UUID

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.domain.accounts.session import SessionFamily
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.form_shape import refuse_others
from siegvo.entrypoints.web.pages import page

ALL: Final = "all"

blueprint = Blueprint("sessions", __name__, url_prefix="/mon-compte/sessions")


@blueprint.get("")
@current.signed_in
def sessions() -> ResponseReturnValue:
    here = current.subscriber()
    return page(
        "accounts/sessions.html",
        sessions=current.portal().accounts.list_sessions(here.account),
        this=here.session.family,
        ended=request.args.get("deconnecte") == "oui",
    )


@blueprint.post("")
@current.signed_in
def end() -> ResponseReturnValue:
    """Sign out elsewhere, or everywhere when `session` is not one but all."""
    refuse_others(("session",))
    wanted = request.form.get("session", "")
    if wanted == ALL:
        return _end_all()
    try:
        session = SessionFamily(UUID(wanted))
    except ValueError:
        abort(422)
    here = current.subscriber()
    if session == here.session.family:  # here, the button of every page does it
        return redirect(url_for("sessions.sessions"), code=303)
    current.portal().accounts.end_session(here.account, session=session, origin=current.origin())
    return redirect(url_for("sessions.sessions", deconnecte="oui"), code=303)


def _end_all() -> ResponseReturnValue:
    current.portal().accounts.end_all_sessions(current.account(), origin=current.origin())
    current.leave()
    return redirect(url_for("sign_in.sign_in", deconnexion="partout"), code=303)
