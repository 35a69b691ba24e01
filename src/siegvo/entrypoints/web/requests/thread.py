"""One request: followed, answered, taken back."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, redirect, url_for
from flask import request as sent
from flask.typing import ResponseReturnValue

from siegvo.application.ports.attachments import AttachmentsUnavailable
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.asked import AnswerMissing
from siegvo.domain.requests.attachment import (
    AttachmentKind,
    AttachmentRefused,
    AttachmentsFull,
    TooManyAttachments,
)
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import (
    RequestNotCancellable,
    RequestState,
    RequestTakesNoMessage,
)
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import JPEG, PDF, saved_file
from siegvo.entrypoints.web.form_shape import asks_nothing
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.requests.reply_form import ReplyForm
from siegvo.entrypoints.web.requests.request_form import sent_files
from siegvo.entrypoints.web.requests.request_page import request_page
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

blueprint = Blueprint("thread", __name__, url_prefix="/demarches/<reference:reference>")

_TYPES: Final[Mapping[AttachmentKind, str]] = {
    AttachmentKind.PDF: PDF,
    AttachmentKind.JPEG: JPEG,
}
_FOUND_WANTING: Final = 422
_NOT_NOW: Final = 503


@blueprint.get("")
@current.signed_in
def request(reference: RequestReference) -> ResponseReturnValue:
    return _shown(_view(reference), ReplyForm())


@blueprint.post("/messages")
@current.signed_in
def write(reference: RequestReference) -> ResponseReturnValue:
    """Add to the thread, or show what was typed again and say why not."""
    view, form, status = _view(reference), ReplyForm(), _FOUND_WANTING
    headers: dict[str, str] = {}
    if not view.request.takes_messages:
        form.validate()
        form.refuse(RequestTakesNoMessage(reference=reference))
    elif form.validate():
        try:
            _reply(form, reference)
        except AnswerMissing as refusal:
            form.message.refuse(refusal)
        except (AttachmentRefused, AttachmentsFull, TooManyAttachments) as refusal:
            form.refuse_file(refusal)
        except TooManyAttempts as refusal:
            form.refuse(refusal)
            status, headers = TOO_MANY, retry_after(refusal)
        except Refused as refusal:
            form.refuse(refusal)
        except AttachmentsUnavailable as trouble:
            form.refuse(trouble)
            status = _NOT_NOW
        else:
            return redirect(
                url_for("thread.request", reference=reference, fait="message"), code=303
            )
    return _shown(view, form), status, headers


@blueprint.get("/annulation")
@current.signed_in
def ask_to_cancel(reference: RequestReference) -> ResponseReturnValue:
    """Ask once more: what is cancelled stays so."""
    found = request_page(_view(reference), contracts=current.subscriber().contracts)
    return page("requests/cancel.html", page=found)


@blueprint.post("/annulation")
@current.signed_in
@asks_nothing
def cancel(reference: RequestReference) -> ResponseReturnValue:
    try:
        current.portal().requests.cancel_request(
            account=current.account(), reference=reference, origin=current.origin()
        )
    except RequestNotCancellable as refusal:
        form = ReplyForm(formdata=None)
        form.refuse(refusal)
        return _shown(_view(reference), form), _FOUND_WANTING
    return redirect(url_for("thread.request", reference=reference, fait="annulation"), code=303)


@blueprint.get("/pieces/<key>")
@current.signed_in
def attachment(reference: RequestReference, key: str) -> ResponseReturnValue:
    """Have a file of the thread saved."""
    opened = current.portal().requests.open_attachment(
        account=current.account(), reference=reference, key=key
    )
    kept = opened.attachment
    return saved_file(opened.content, name=str(kept.name), mimetype=_TYPES[kept.kind])


def _view(reference: RequestReference) -> RequestView:
    return current.portal().requests.show_request(account=current.account(), reference=reference)


def _reply(form: ReplyForm, reference: RequestReference) -> None:
    current.portal().requests.reply(
        account=current.account(),
        reference=reference,
        message=form.message.data,
        attachments=sent_files(form.attachment),
        submission=form.submission.data,
        origin=current.origin(),
    )


def _shown(view: RequestView, form: ReplyForm) -> str:
    form.begin(is_awaited=view.request.state is RequestState.AWAITING_SUBSCRIBER)
    return page(
        "requests/request.html",
        page=request_page(view, contracts=current.subscriber().contracts),
        form=form,
        done=sent.args.get("fait", ""),
        email=str(current.subscriber().email),
    )
