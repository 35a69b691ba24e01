"""The payment page of the simulator."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, current_app, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

from siegvo.domain.kernel.money import Money
from siegvo.entrypoints.simulator.notifying import Notifier
from siegvo.entrypoints.simulator.operation import Incident, Operation, Outcome
from siegvo.entrypoints.simulator.operations import NoSuchOperation, Operations, TooLate

PATH: Final = "/tpa/paiementws.web"

_INCIDENTS: Final[Mapping[Incident, tuple[str, str]]] = {
    Incident.NONE: ("Rien d’anormal", "Le portail est prévenu aussitôt."),
    Incident.NO_NOTIFICATION: (
        "Pas de notification",
        "Le portail n’est pas prévenu\u00a0; il doit demander de lui-même.",
    ),
    Incident.LATE_NOTIFICATION: (
        "Notification tardive",
        "Le portail est prévenu une demi-minute plus tard.",
    ),
    Incident.TWO_NOTIFICATIONS: ("Notification en double", "Le portail est prévenu deux fois."),
    Incident.SILENCE: (
        "Service en panne",
        "Pendant deux minutes, le portail demande et n’obtient pas de réponse.",
    ),
    Incident.WRONG_AMOUNT: ("Montant faux", "Le service annonce un euro de plus."),
    Incident.WRONG_REFERENCE: ("Référence fausse", "Le service nomme une autre facture."),
    Incident.EXPIRY: ("Expiration", "L’opération disparaît sans avoir été payée."),
}

blueprint = Blueprint("payment", __name__, template_folder="templates")


@blueprint.get(PATH)
def pay() -> ResponseReturnValue:
    """Show what is to be paid, and every way to end it."""
    try:
        operation = _operations().find(request.args.get("idop", ""))
    except NoSuchOperation:
        return _over(None, status=404)
    if not operation.may_be_paid(at=_operations().clock.now()):
        return _over(operation, status=410)
    g.leads_to = _origin(operation)
    return render_template(
        "simulator/pay.html",
        operation=operation,
        amount=Money(int(operation.fields["montant"])),
        payee=current_app.extensions["simulator-clients"][operation.fields["numcli"]],
        incidents=_INCIDENTS,
        outcomes=Outcome,
        path=PATH,
    )


@blueprint.post(PATH)
def end() -> ResponseReturnValue:
    """End the operation as its payer wants, and send the payer back."""
    idop = request.form.get("idop", "")
    try:
        outcome = Outcome(request.form.get("resultat", ""))
        incident = Incident(request.form.get("incident", Incident.NONE))
        operation = _operations().end(idop, outcome, incident)
    except (ValueError, NoSuchOperation):
        return _over(None, status=404)
    except TooLate:
        return _over(_operations().find(idop), status=410)
    g.leads_to = _origin(operation)
    notifier: Notifier = current_app.extensions["simulator-notifier"]
    notifier.notify(operation)
    return redirect(operation.fields["urlredirect"], code=303)


def _over(operation: Operation | None, *, status: int) -> ResponseReturnValue:
    return render_template("simulator/over.html", operation=operation), status


def _operations() -> Operations:
    operations: Operations = current_app.extensions["simulator-operations"]
    return operations


def _origin(operation: Operation) -> str:
    place = urlsplit(operation.fields["urlredirect"])
    return f"{place.scheme}://{place.netloc}"
