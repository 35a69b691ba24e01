"""One page of a request that is being made, ready to print."""

from collections.abc import Iterator, Sequence

import attrs
from flask_wtf.file import FileField
from wtforms import Field

from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.requests.answers import Answer, answers
from siegvo.entrypoints.web.requests.claims import ClaimForm
from siegvo.entrypoints.web.requests.leak_form import LeakForm
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.questions import CHOOSE_AGAIN
from siegvo.entrypoints.web.requests.request_form import RequestForm, Step


@attrs.frozen(kw_only=True)
class Question:
    """A field, and how to ask it: `line`, `index`, `radio` or `list`."""

    field: Field
    how: str
    is_optional: bool
    more: str = ""


@attrs.frozen(kw_only=True)
class Asked:
    """The questions of one page, as their macros want a form."""

    questions: tuple[Question, ...]
    form_errors: Sequence[str]

    def __iter__(self) -> Iterator[Field]:
        return (each.field for each in self.questions)

    @property
    def errors(self) -> tuple[str, ...]:
        """Return whatever is to be said, wherever."""
        return (*self.form_errors, *(said for field in self for said in field.errors))


@attrs.frozen(kw_only=True)
class Answered:
    """A page that is filled in: its name, its heading and what was answered there."""

    name: str
    title: str
    answers: tuple[Answer, ...]


@attrs.frozen(kw_only=True)
class StepPage:
    """What is printed.

    `what`: `Demande de résiliation`; `place`: `Étape 2 sur 4`, or empty on an only page;
    `name`: that of this page, empty on the last, which sends; `back`: the page before, or
    empty on the first.  `carried` is what the form takes along from page to page; `answered`
    is shown on the last page, to be looked over.  `topic` is what « Aide » leads to.
    """

    what: str
    title: str
    lead: str
    place: str
    name: str
    back: str
    asked: Asked
    carried: tuple[tuple[str, str], ...]
    answered: tuple[Answered, ...]
    is_leak: bool
    topic: str


def step_page(
    form: RequestForm, step: Step, *, pages: Sequence[Step], errors: Sequence[str]
) -> StepPage:
    """Write out `step`, one of `pages`."""
    rank, is_last = pages.index(step), step == pages[-1]
    return StepPage(
        what=form.title,
        title=step.title,
        lead=step.lead,
        place=f"Étape {rank + 1} sur {len(pages)}" if len(pages) > 1 else "",
        name="" if is_last else step.name,
        back=pages[rank - 1].name if rank else "",
        asked=Asked(
            questions=tuple(_question(field) for field in form.fields(step.asks)),
            form_errors=tuple(errors),
        ),
        carried=tuple(_carried(form, step, is_last=is_last)),
        answered=_answered(form, pages) if is_last else (),
        is_leak=rank == 0 and isinstance(form, LeakForm),
        topic="leak" if isinstance(form, ClaimForm) else "requests",
    )


def _question(field: Field) -> Question:
    if isinstance(field, Picked):
        how = "radio" if field.is_short else "list"
        return Question(field=field, how=how, is_optional=False)
    is_index = field.name == "index"
    return Question(
        field=field,
        how="index" if is_index else "line",
        is_optional=not (field.render_kw or {}).get("required"),
        more=CHOOSE_AGAIN if isinstance(field, FileField) and field.data else "",
    )


def _carried(form: RequestForm, step: Step, *, is_last: bool) -> Iterator[tuple[str, str]]:
    """Yield what is not asked here, as it was typed; what was looked over stays so."""
    own = {*step.asks, "step", "show", "reviewed", "submission"}
    for field in form:
        if isinstance(field, Parsed) and field.name not in own and field.raw_data:
            yield field.name, str(field.raw_data[0])
    yield "submission", str(form.submission.data)
    if form.steps() and (is_last or form.reviewed.data):
        yield "reviewed", "yes"


def _answered(form: RequestForm, pages: Sequence[Step]) -> tuple[Answered, ...]:
    return tuple(
        Answered(name=each.name, title=each.title, answers=answers(form.fields(each.asks)))
        for each in pages[:-1]
    )
