"""Linking a contract to one's account."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.domain.contracts.doubt import KeyTooWeak
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.chooser import choices
from siegvo.entrypoints.web.contracts.forms import LinkForm
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("linking", __name__, url_prefix="/contrats")


@blueprint.route("/lier", methods=["GET", "POST"])
@current.signed_in
def link() -> ResponseReturnValue:
    form = LinkForm()
    if form.validate_on_submit():
        try:
            linked = current.portal().contracts.link_contract(
                account=current.account(),
                number=form.contract_number.data,
                key=form.security_key.data,
                origin=current.origin(),
                submission=form.submission.data,
            )
        except (KeyTooWeak, LinkRefused) as refusal:
            form.form_errors.append(explain(refusal))
        else:
            if linked.awaits:
                return redirect(url_for("linking.waiting"), code=303)
            already = "oui" if linked.was_linked else None
            return redirect(url_for("linking.linked", deja=already), code=303)
    back = "/mon-compte" if current.subscriber().contracts else "/bienvenue"
    return form_page("contracts/link.html", form, back_href=back)


@blueprint.get("/lies")
@current.signed_in
def linked() -> ResponseReturnValue:
    """Say what one sees from now on."""
    visitor = current.subscriber()
    if not visitor.contracts:
        return redirect(url_for("welcome.welcome"), code=303)
    return page(
        "contracts/linked.html",
        choices=choices(visitor.contracts, path="/tableau-de-bord"),
        email=str(visitor.email),
        is_new=request.args.get("deja") != "oui",
    )


@blueprint.get("/en-attente")
@current.signed_in
def waiting() -> ResponseReturnValue:
    """Say which links wait for staff."""
    requests = current.portal().requests.list_requests(current.account())
    waiting = [
        request
        for request in requests
        if request.kind is RequestKind.LINK and not request.state.is_final
    ]
    if not waiting:
        return redirect(url_for("requests.requests"), code=303)
    return page(
        "contracts/link_waiting.html", waiting=waiting, email=str(current.subscriber().email)
    )
