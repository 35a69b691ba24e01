"""The pages of a change, one thing on each, and which of them there are."""

from collections.abc import Iterator
from typing import Final

import attrs

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.entrypoints.web.payments.examining import Wanted


@attrs.frozen(kw_only=True)
class Step:
    """A page: its name in the form, its heading, what it asks."""

    name: str
    title: str
    asks: tuple[str, ...] = ()


MODE: Final = Step(
    name="mode", title="Comment voulez-vous payer vos factures\u00a0?", asks=("payment_mode",)
)
ACCOUNT: Final = Step(name="compte", title="Le compte à prélever", asks=("iban", "account_holder"))
ACCOUNT_AND_DAY: Final = Step(
    name="compte",
    title="Le compte et le jour du prélèvement",
    asks=("iban", "account_holder", "debit_day"),
)
SCHEDULE: Final = Step(name="echeancier", title="Votre échéancier")
MANDATE: Final = Step(name="mandat", title="Le mandat que vous signez")
CONSENT: Final = Step(name="accord", title="Votre accord", asks=("consent", "password"))
GOING_BACK: Final = Step(name="accord", title="Vérifiez votre demande", asks=("password",))


def steps_of(wanted: Wanted, *, asks_mode: bool) -> tuple[Step, ...]:
    """Return the pages of what is wanted; the last one sends it."""
    return tuple(_steps(wanted, asks_mode=asks_mode))


def _steps(wanted: Wanted, *, asks_mode: bool) -> Iterator[Step]:
    if asks_mode:
        yield MODE
    if wanted.after is None:
        return
    if wanted.after is PaymentMode.ON_INVOICE:
        yield GOING_BACK
        return
    yield ACCOUNT_AND_DAY if wanted.begins_monthly else ACCOUNT
    if wanted.begins_monthly:
        yield SCHEDULE
    if wanted.account or wanted.needs_account:
        yield MANDATE
    yield CONSENT
