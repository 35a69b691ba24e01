"""The proof of address: taken away by the subscriber, checked by whoever is shown it."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.domain.contracts.attestation import AttestationExpired
from siegvo.domain.contracts.attestation_code import AttestationUnknown
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.contracts.checked_page import checked_page
from siegvo.entrypoints.web.contracts.forms import CheckForm
from siegvo.entrypoints.web.file_answer import shown_file
from siegvo.entrypoints.web.pages import form_page, page
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

blueprint = Blueprint("attestation", __name__)


@blueprint.get("/contrats/<contract:number>/attestation.pdf")
@current.signed_in
def attestation(number: ContractNumber) -> ResponseReturnValue:
    """Hand over an attestation of today."""
    paper = current.portal().contracts.issue_attestation(holder=current.account(), contract=number)
    return shown_file(paper, name=f"attestation-{number}.pdf")


@blueprint.route("/verification", methods=["GET", "POST"])
def check() -> ResponseReturnValue:
    """Say what an attestation says; nothing is made, so the answer is the page itself."""
    form = CheckForm()
    if not form.validate_on_submit():
        return form_page("contracts/check_attestation.html", form)
    try:
        checked = current.portal().contracts.check_attestation(
            form.code.data, origin=current.origin()
        )
    except (AttestationExpired, AttestationUnknown) as refusal:
        form.code.refuse(refusal)
        return form_page("contracts/check_attestation.html", form)
    except TooManyAttempts as refusal:
        form.form_errors.append(explain(refusal))
        return page("contracts/check_attestation.html", form=form), TOO_MANY, retry_after(refusal)
    return page("contracts/attestation_checked.html", page=checked_page(checked))
