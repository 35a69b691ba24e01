"""From one page of a request to the next, until it is sent."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.ports.attachments import AttachmentsUnavailable
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.attachment import (
    AttachmentRefused,
    AttachmentsFull,
    TooManyAttachments,
)
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.requests.request_form import RequestForm, Step, sent_files
from siegvo.entrypoints.web.requests.step_page import StepPage, step_page
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

_FOUND_WANTING: Final = 422
_NOTHING_MORE: Final[Mapping[str, str]] = {}
_NOT_NOW: Final = 503


def walk(form: RequestForm) -> ResponseReturnValue:
    """Answer what was sent: with another page of `form`, or by sending the request."""
    form.offer(current.subscriber().contracts)
    if not form.is_submitted():
        return _shown(form, _pages(form)[0])
    form.check(today=current.today())
    form.check_contract(current.subscriber().contracts)
    if form.show.data:
        return _shown(form, _named(form, form.show.data))
    if form.step.data:
        return _onwards(form, _named(form, form.step.data))
    return _sent(form)


def _onwards(form: RequestForm, answered: Step) -> ResponseReturnValue:
    """Go on when the answers of this page are good; straight to the last, once it was seen."""
    if _wrong(form, answered):
        return _refused(form, answered)
    pages = _pages(form)
    following = pages[pages.index(answered) + 1 :][:1] or pages[-1:]
    if form.reviewed.data or following == pages[-1:]:
        return _shown(form, next(_wanting(form), pages[-1]))
    return _shown(form, following[0])


def _sent(form: RequestForm) -> ResponseReturnValue:
    """Send all of it, whatever page it comes from; or show the first that is found wanting."""
    status, headers = _FOUND_WANTING, _NOTHING_MORE
    if form.errors:
        form.tell_what_is_not_shown(_pages(form))
        return _refused(form, next(_wanting(form), form.last()), status=status)
    try:
        reference = _send(form)
    except TooManyAttempts as refusal:
        form.refuse(refusal)
        status, headers = TOO_MANY, retry_after(refusal)
    except AttachmentsUnavailable as trouble:
        form.refuse(trouble)
        status = _NOT_NOW
    except (AttachmentRefused, AttachmentsFull, TooManyAttachments) as refusal:
        form.refuse_file(refusal)
    except ContractEnded as refusal:
        form.contract_number.refuse(refusal)
    except Refused as refusal:
        form.refuse(refusal)
    else:
        return redirect(url_for("thread.request", reference=reference), code=303)
    return _refused(form, next(_wanting(form), form.last()), status=status, headers=headers)


def _send(form: RequestForm) -> RequestReference:
    return current.portal().requests.send_request(
        account=current.account(),
        content=form.content(),
        contract=form.contract_number.data,
        message=form.words,
        attachments=sent_files(form.attachment),
        submission=form.submission.data,
        origin=current.origin(),
    )


def _pages(form: RequestForm) -> tuple[Step, ...]:
    return (*form.steps(), form.last())


def _named(form: RequestForm, name: str) -> Step:
    pages = _pages(form)
    return next((each for each in pages if each.name == name), pages[0])


def _wanting(form: RequestForm) -> Iterator[Step]:
    """Yield the pages whose answers are not all good."""
    return (each for each in _pages(form) if _wrong(form, each))


def _wrong(form: RequestForm, step: Step) -> bool:
    return any(field.errors for field in form.fields(step.asks))


def _refused(
    form: RequestForm,
    step: Step,
    *,
    status: int = _FOUND_WANTING,
    headers: Mapping[str, str] = _NOTHING_MORE,
) -> ResponseReturnValue:
    return _printed(_page(form, step, errors=form.form_errors)), status, {**headers}


def _shown(form: RequestForm, step: Step) -> ResponseReturnValue:
    """Show a page as if for the first time: nothing was refused yet."""
    for field in form.fields(step.asks):
        field.errors = ()
    return _printed(_page(form, step, errors=()))


def _page(form: RequestForm, step: Step, *, errors: Sequence[str]) -> StepPage:
    return step_page(form, step, pages=_pages(form), errors=errors)


def _printed(found: StepPage) -> str:
    return page("requests/step.html", page=found, form=found.asked)
