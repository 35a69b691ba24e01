"""Where the treasury says that there is something to ask."""

from contextlib import suppress
from typing import Final

from flask import Blueprint, Response, request
from flask.sansio.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from siegvo.application.ports.unavailable import Unavailable
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.programs import excuse_from_tokens, for_programs

blueprint = Blueprint("payment_notices", __name__)

_FIELD: Final = "idop"
_LONGEST: Final = 64


@blueprint.post("/paiements/notification")
@for_programs
def notification() -> ResponseReturnValue:
    """Take the hint, and answer the same whatever it was: the treasury will be asked anyway."""
    idop = _idop()
    if idop:
        with suppress(Unavailable):
            current.portal().billing.hear_of_payment(idop)
    return Response(status=200, mimetype="text/plain")


@blueprint.record
def _without_token(state: BlueprintSetupState) -> None:
    excuse_from_tokens(state.app, notification)


def _idop() -> str:
    """Return the name of the operation; the service writes it `idop`, or `idOp`."""
    try:
        given = [text for name, text in request.form.items() if name.lower() == _FIELD]
    except HTTPException:  # too much was sent
        return ""
    text = given[0].strip() if given else ""
    return text if len(text) <= _LONGEST and text.isascii() and text.isprintable() else ""
