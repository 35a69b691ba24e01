"""Writing to the service, with or without an account."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.home.forms import ContactForm
from siegvo.entrypoints.web.pages import form_page, page
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

blueprint = Blueprint("contact", __name__, url_prefix="/contact")


@blueprint.route("", methods=["GET", "POST"])
def contact() -> ResponseReturnValue:
    visitor = current.visitor()
    form = ContactForm(data={"email": str(visitor.email) if visitor else None})
    if not (form.validate_on_submit() and form.is_left_empty()):
        return form_page("home/contact.html", form)
    try:
        reference = current.portal().requests.contact_service(
            name=form.name.data,
            email=form.email.data,
            subject=form.subject.data,
            message=form.message.data,
            contract=form.contract_number.data,
            submission=form.submission.data,
            origin=current.origin(),
        )
    except TooManyAttempts as refusal:
        form.form_errors.append(explain(refusal))
        return page("home/contact.html", form=form), TOO_MANY, retry_after(refusal)
    return redirect(url_for("contact.sent", numero=str(reference)), code=303)


@blueprint.get("/envoye")
def sent() -> ResponseReturnValue:
    """Say the number again; it is looked up nowhere, and opens nothing."""
    number = RequestReference.parse(request.args.get("numero", ""))
    return page("home/contacted.html", number=str(number))
