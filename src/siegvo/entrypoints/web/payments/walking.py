"""From one page of a change of payment to the next, until it is asked."""

from collections.abc import Callable, Mapping
from typing import Final

import attrs
from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.payments.proof import ProofMissing
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import Invalid, Refused
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread
from siegvo.domain.payments.wish import NothingDebited, SameMode
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.payments.change_page import change_page
from siegvo.entrypoints.web.payments.examining import Wanted, examine, refuse
from siegvo.entrypoints.web.payments.forms import ChangeForm
from siegvo.entrypoints.web.payments.steps import Step, steps_of
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

_FOUND_WANTING: Final = 422
_NOTHING_MORE: Final[Mapping[str, str]] = {}
_REFUSALS: Final[tuple[type[Invalid | Refused], ...]] = (
    Invalid,
    AccountsNotTaken,
    ChangeUnderWay,
    ContractEnded,
    DayNotOffered,
    NothingDebited,
    NothingToSpread,
    ProofMissing,
    SameMode,
    WrongPassword,
)

Send = Callable[[Wanted], RequestReference]


@attrs.frozen(kw_only=True)
class Walk:
    """A form, the contract as it is paid now, and what to do with the whole of it.

    `asks_password` on the last page: it was not given lately.
    """

    form: ChangeForm
    now: Arrangement
    asks_mode: bool
    asks_password: bool
    send: Send

    def answer(self) -> ResponseReturnValue:
        """Answer what was sent: with another page, or by asking for the change."""
        form = self.form
        if not form.is_submitted():
            after = None if self.asks_mode else self.now.mode
            wanted = Wanted.beginning(self.now, after=after)
            return self._shown(self._steps(wanted)[0], wanted)
        form.validate()
        wanted = examine(form, self.now)
        if form.show.data:
            return self._back(self._named(form.show.data, wanted), wanted)
        if form.step.data:
            return self._onwards(self._named(form.step.data, wanted), wanted)
        return self._sent(wanted)

    def _back(self, to: Step, wanted: Wanted) -> ResponseReturnValue:
        """Show a page once more, or one before it whose answers it cannot do without."""
        steps = self._steps(wanted)
        before = steps[: steps.index(to)]
        return self._shown(next(filter(self._is_wrong, before), to), wanted)

    def _onwards(self, answered: Step, wanted: Wanted) -> ResponseReturnValue:
        """Go on when the answers of this page, and of those before, are good."""
        steps = self._steps(wanted)
        until = steps[: steps.index(answered) + 1]
        wrong = next(filter(self._is_wrong, until), None)
        if wrong or self.form.form_errors:
            return self._refused(wrong or answered, wanted)
        return self._shown((*steps, answered)[len(until)], wanted)

    def _sent(self, wanted: Wanted) -> ResponseReturnValue:
        """Ask for it, whatever page it comes from; or show the first that is found wanting."""
        form, status, headers = self.form, _FOUND_WANTING, _NOTHING_MORE
        if not form.errors:
            try:
                reference = self.send(wanted)
            except TooManyAttempts as refusal:
                refuse(form, refusal)
                status, headers = TOO_MANY, retry_after(refusal)
            except _REFUSALS as refusal:
                refuse(form, refusal)
            else:
                number = self.now.tenure.contract
                return redirect(
                    url_for("arrangement.arrangement", number=number, fait=str(reference)), code=303
                )
        steps = self._steps(wanted)
        wrong = next(filter(self._is_wrong, steps), steps[-1])
        self._tell_what_is_not_asked(steps)
        return self._refused(wrong, wanted, status=status, headers=headers)

    def _tell_what_is_not_asked(self, steps: tuple[Step, ...]) -> None:
        """Say of the whole what is wrong with an answer that none of these pages asks for."""
        asked = {name for step in steps for name in step.asks}
        for field in self.form:
            if field.name not in asked:
                self.form.form_errors += field.errors

    def _steps(self, wanted: Wanted) -> tuple[Step, ...]:
        return steps_of(wanted, asks_mode=self.asks_mode)

    def _named(self, name: str, wanted: Wanted) -> Step:
        steps = self._steps(wanted)
        return next((each for each in steps if each.name == name), steps[0])

    def _is_wrong(self, step: Step) -> bool:
        return any(self.form[name].errors for name in step.asks)

    def _refused(
        self,
        step: Step,
        wanted: Wanted,
        *,
        status: int = _FOUND_WANTING,
        headers: Mapping[str, str] = _NOTHING_MORE,
    ) -> ResponseReturnValue:
        return self._printed(step, wanted, is_refused=True), status, {**headers}

    def _shown(self, step: Step, wanted: Wanted) -> ResponseReturnValue:
        """Show a page as if for the first time: nothing was refused yet."""
        for name in step.asks:
            self.form[name].errors = ()
        return self._printed(step, wanted, is_refused=False)

    def _printed(self, step: Step, wanted: Wanted, *, is_refused: bool) -> str:
        found = change_page(
            self.form,
            step,
            steps=self._steps(wanted),
            wanted=wanted,
            now=self.now,
            today=current.today(),
            foreseen=current.portal().payments.foresee_change(),
            asks_password=self.asks_password,
            errors=tuple(self.form.form_errors) if is_refused else (),
        )
        return page(
            "payments/step.html",
            page=found,
            form=found.asked,
            email=str(current.subscriber().email),
        )
