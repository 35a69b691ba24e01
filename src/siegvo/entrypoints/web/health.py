"""Whether the portal is well."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from siegvo.application.ports.unavailable import Unavailable
from siegvo.entrypoints.web import current

blueprint = Blueprint("health", __name__)


@blueprint.get("/sante")
def health() -> ResponseReturnValue:
    try:
        current.portal().operations.check_database()
    except Unavailable:
        return jsonify(database="unavailable"), 503, {"Retry-After": "30"}
    return jsonify(database="ok")
