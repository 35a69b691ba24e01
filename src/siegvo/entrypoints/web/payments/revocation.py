"""Taking a mandate back."""

from typing import Final

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.widgets import PasswordInput

from siegvo.adapters.french.explain import explain
from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.payments.wish import NothingDebited
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.payments.arrangement import shown
from siegvo.entrypoints.web.payments.arrangement_page import arrangement_words
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

blueprint = Blueprint("revocation", __name__, url_prefix="/contrats/<contract:number>/mandat")

_FOUND_WANTING: Final = 422


class RevocationForm(StrictForm):
    submission = Once()
    password = Parsed(
        "Votre mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description="Pour vérifier que c’est bien vous.",
        render_kw={"autocomplete": "current-password", "required": True},
    )


@blueprint.route("/revocation", methods=["GET", "POST"])
@current.signed_in
def revoke(number: ContractNumber) -> ResponseReturnValue:
    form, now = RevocationForm(), shown(number)
    status = _FOUND_WANTING if form.is_submitted() else 200
    headers: dict[str, str] = {}
    if form.validate_on_submit():
        try:
            reference = current.portal().payments.revoke_mandate(
                holder=current.account(),
                contract=number,
                password=form.password.data,
                submission=form.submission.data,
                origin=current.origin(),
                device=current.device(),
            )
        except WrongPassword as refusal:
            form.password.refuse(refusal)
        except TooManyAttempts as refusal:
            form.form_errors.append(explain(refusal))
            status, headers = TOO_MANY, retry_after(refusal)
        except (NothingDebited, ChangeUnderWay) as refusal:
            form.form_errors.append(explain(refusal))
        else:
            return redirect(
                url_for("arrangement.arrangement", number=number, fait=str(reference)), code=303
            )
    words = arrangement_words(now, today=current.today())
    if request.method == "GET" and not now.may_revoke:
        return page("payments/nothing_to_change.html", page=words, is_ended=False)
    email = str(current.subscriber().email)
    return page("payments/revoke.html", page=words, form=form, email=email), status, headers
