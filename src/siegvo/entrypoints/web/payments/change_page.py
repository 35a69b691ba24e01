"""One page of a change of payment that is being made, ready to print."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import attrs
from wtforms import BooleanField

from siegvo.adapters.french.payment_words import PAYMENT_MODES
from siegvo.adapters.french.values import PARIS, say
from siegvo.application.payments.foresee_change import Foreseen
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.application.payments.typed_account import TypedAccount
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.payments.arrangement_page import (
    ArrangementWords,
    PlanWords,
    arrangement_words,
    masked,
    plan_words,
)
from siegvo.entrypoints.web.payments.examining import Wanted
from siegvo.entrypoints.web.payments.forms import ChangeForm
from siegvo.entrypoints.web.payments.steps import MODE, Step
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.step_page import Asked, Question

_CARRIED: Final = ("payment_mode", "account_holder", "debit_day")


@attrs.frozen(kw_only=True)
class AccountWords:
    """An account that was typed: masked, and whose it is; empty is what is not known."""

    iban: str
    bic: str
    bank: str
    holder: str


@attrs.frozen(kw_only=True)
class ChangePage:
    """What is printed.

    `what`: `Mode de règlement`; `place`: `Étape 2 sur 4`; `back`: the page before, or empty on
    the first.  `name` is that of the page, `sends` on the last.  `kept` names the account that
    is debited if no other one is given, or is empty.  `change` says what is asked, empty until
    it is known; `waits_until` and `follows_from` are days.
    """

    what: str
    title: str
    place: str
    name: str
    sends: bool
    back: str
    now: ArrangementWords
    asked: Asked
    carried: tuple[tuple[str, str], ...]
    account: AccountWords | None
    kept: str
    plan: PlanWords | None
    change: str
    is_debited: bool
    waits_until: str
    follows_from: str


def change_page(
    form: ChangeForm,
    step: Step,
    *,
    steps: Sequence[Step],
    wanted: Wanted,
    now: Arrangement,
    foreseen: Foreseen,
    today: date,
    asks_password: bool,
    errors: Sequence[str],
) -> ChangePage:
    """Write out `step`, one of `steps`."""
    rank, asks_mode = steps.index(step), steps[0] == MODE
    held, sends = wanted.account, len(steps) > 1 and step == steps[-1]
    return ChangePage(
        what="Mode de règlement" if asks_mode else "Coordonnées bancaires",
        title=step.title,
        place=_place(step, steps, wanted),
        name=step.name,
        sends=sends,
        back=steps[rank - 1].name if rank else "",
        now=arrangement_words(now, today=today),
        asked=Asked(
            questions=tuple(_questions(form, step, wanted, asks_password=asks_password)),
            form_errors=tuple(errors),
        ),
        carried=tuple(_carried(form, step, held, sends=sends)),
        account=_account(form, held) if held else None,
        kept=_kept(now, wanted),
        plan=plan_words(wanted.plan) if wanted.plan else None,
        change=_change(form, wanted),
        is_debited=wanted.is_debited,
        waits_until=say(foreseen.due_at.astimezone(PARIS).date()),
        follows_from=say(foreseen.debits_follow_from),
    )


def _place(step: Step, steps: Sequence[Step], wanted: Wanted) -> str:
    """Say how many pages there are, once no answer on this one changes it."""
    place = f"Étape {steps.index(step) + 1}"
    may_be_kept = not (wanted.account or wanted.needs_account)
    if step == MODE or (may_be_kept and "iban" in step.asks):
        return place
    return f"{place} sur {len(steps)}"


def _questions(
    form: ChangeForm, step: Step, wanted: Wanted, *, asks_password: bool
) -> Iterator[Question]:
    form.consent.label.text = _consent(wanted)
    optional = _optional(wanted)
    for name in step.asks:
        field = form[name]
        if name == "password" and not (asks_password or field.errors):
            continue
        if isinstance(field, Picked):
            field.choices = {
                sent: words for sent, words in field.choices.items() if sent != wanted.before
            }
            yield Question(field=field, how="radio", is_optional=False)
        elif isinstance(field, BooleanField):
            yield Question(field=field, how="check", is_optional=False)
        else:
            yield Question(field=field, how="line", is_optional=name in optional)


def _optional(wanted: Wanted) -> frozenset[str]:
    """Name what may be left out: an account that is known already."""
    if wanted.account:
        return frozenset({"iban"})
    return frozenset() if wanted.needs_account else frozenset({"iban", "account_holder"})


def _consent(wanted: Wanted) -> str:
    if wanted.account and wanted.begins_monthly:
        return "J’ai lu le mandat et l’échéancier, et j’autorise ces prélèvements."
    if wanted.account:
        return "J’ai lu le mandat et j’autorise les prélèvements sur ce compte."
    if wanted.begins_monthly:
        return "J’ai lu l’échéancier et j’autorise ces prélèvements."
    return "J’autorise ces prélèvements."


def _carried(
    form: ChangeForm, step: Step, held: TypedAccount | None, *, sends: bool
) -> Iterator[tuple[str, str]]:
    """Yield what is not asked here, as it was typed; the account under seal alone."""
    for name in _CARRIED:
        field = form._fields.get(name)
        if isinstance(field, Parsed) and name not in step.asks and field.raw_data:
            yield name, str(field.raw_data[0])
    if held:
        yield "sealed_iban", held.slip
    yield "submission", str(form.submission.data)
    if sends:
        yield "reviewed", "yes"


def _account(form: ChangeForm, held: TypedAccount) -> AccountWords:
    return AccountWords(
        iban=held.iban.masked,
        bic=held.bic or "",
        bank=held.bank_name or "",
        holder=form.account_holder.data or "",
    )


def _kept(now: Arrangement, wanted: Wanted) -> str:
    """Name the account that goes on being debited if no other one is given."""
    if wanted.needs_account or not wanted.is_debited:
        return ""
    iban = masked(now.masked_iban)
    return f"le compte {iban}" if iban else "le compte prélevé aujourd’hui"


def _change(form: ChangeForm, wanted: Wanted) -> str:
    if wanted.after is None:
        return ""
    if wanted.after is wanted.before:
        return "Un autre compte bancaire"
    day = f", le {form.day} du mois" if form.day and wanted.begins_monthly else ""
    return f"Règlement {PAYMENT_MODES[wanted.after]}{day}"
