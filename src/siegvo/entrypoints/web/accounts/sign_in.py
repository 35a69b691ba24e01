"""Signing in and out."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.domain.accounts.credentials import NotActivatedYet, WrongCredentials
from siegvo.domain.policy import REMEMBERED_FOR
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.forms import ResendForm, SignInForm
from siegvo.entrypoints.web.device_cookie import device_key, keep_device
from siegvo.entrypoints.web.form_shape import asks_nothing
from siegvo.entrypoints.web.next_page import safe_next
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("sign_in", __name__)


@blueprint.route("/connexion", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Ask who is there; who is signed in already is asked nothing, but may say to be another."""
    form = SignInForm()
    if current.visitor() is not None and not form.is_submitted():
        return redirect(safe_next(form.next.data), code=303)
    if form.validate_on_submit():
        try:
            key = current.portal().accounts.sign_in(
                email=form.email.data,
                password=form.password.data,
                remember=form.remember.data,
                device=current.device(),
                device_key=device_key(),
                origin=current.origin(),
            )
        except NotActivatedYet:
            return page("accounts/not_active_yet.html", form=_to_send_again(form)), 422
        except WrongCredentials as refusal:
            form.form_errors.append(explain(refusal))
        else:
            lasts = REMEMBERED_FOR if form.remember.data else None
            current.enter(key, lasts=lasts)
            return keep_device(redirect(safe_next(form.next.data), code=303))
    signed_out = request.args.get("deconnexion", "")
    return form_page("accounts/sign_in.html", form, signed_out=signed_out)


def _to_send_again(form: SignInForm) -> ResendForm:
    """Offer the link once more, to the address just typed."""
    return ResendForm(formdata=None, email=form.email.data)


@blueprint.post("/deconnexion")
@asks_nothing
def sign_out() -> ResponseReturnValue:
    current.leave()
    answer = redirect(url_for("sign_in.sign_in", deconnexion="oui"), code=303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
