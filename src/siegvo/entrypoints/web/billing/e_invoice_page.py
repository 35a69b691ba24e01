"""How invoices come, ready to print."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import attrs

from siegvo.adapters.french.values import PARIS, say
from siegvo.application.billing.request_e_invoice import EInvoiceOutcome
from siegvo.application.billing.show_e_invoice import EInvoiceView
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceWish
from siegvo.domain.contracts.tenure import TenureState
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.requests.states import StateMark, mark_of

_TODAY: Final = {True: "Par courriel (e-facture)", False: "Sur papier, par la poste"}
_DONE: Final[Mapping[str, str]] = {
    EInvoiceOutcome.ASKED_BEFORE: (
        "C’était déjà demandé\u00a0: la demande suit son cours, il n’y a rien à refaire."
    ),
    EInvoiceOutcome.TAKEN_BACK: "La demande précédente est annulée\u00a0: rien ne change.",
    EInvoiceOutcome.JOINED: "C’est noté\u00a0: un courriel vous préviendra de chaque facture.",
    EInvoiceOutcome.SO_ALREADY: "C’est déjà le cas\u00a0: rien n’a changé.",
}


@attrs.frozen(kw_only=True)
class PendingWish:
    """A request on its way.  `reference` and `href` are empty when it is somebody else's."""

    what: str
    asked_on: str
    state: StateMark
    reference: str
    href: str


@attrs.frozen(kw_only=True)
class EInvoicePage:
    """What is printed.

    `today`: `Sur papier, par la poste`.  `done` says what the form just did; `ended_on` is
    the day the contract ended, and `others` says who else is told.  All three may be empty.
    """

    contract: str
    address: str
    today: str
    pending: PendingWish | None
    done: str
    ended_on: str
    others: str
    is_refused: bool
    is_left_out: bool
    email: str
    back_href: str


def e_invoice_page(
    view: EInvoiceView, *, holder: AccountId, today: date, done: str
) -> EInvoicePage:
    """Write out `view` for `holder`; `done` is the outcome that the address speaks of."""
    tenure = view.tenure
    is_ended = tenure.state_on(today) is TenureState.ENDED
    is_chosen = view.choice is not None and view.choice.is_reached
    return EInvoicePage(
        contract=str(tenure.contract),
        address=say(tenure.supply),
        today=_TODAY[tenure.has_e_invoice],
        pending=_pending(view.pending, holder=holder) if view.pending else None,
        done=_done(view, holder=holder, done=done),
        ended_on=say(tenure.days.last) if is_ended and tenure.days.last else "",
        others=_others(view.others),
        is_refused=view.choice is not None and not view.choice.is_reached,
        is_left_out=view.is_wanted and view.others > 0 and not is_chosen,
        email=str(view.email),
        back_href=f"/tableau-de-bord?contrat={tenure.contract}",
    )


def _pending(wish: EInvoiceWish, *, holder: AccountId) -> PendingWish:
    reference = str(wish.reference) if wish.account == holder else ""
    return PendingWish(
        what="e-facture" if wish.wanted else "retour au papier",
        asked_on=_day(wish.asked_at),
        state=mark_of(RequestKind.E_INVOICE, wish.state),
        reference=reference,
        href=f"/demarches/{reference}" if reference else "",
    )


def _done(view: EInvoiceView, *, holder: AccountId, done: str) -> str:
    wish = view.pending
    if done == EInvoiceOutcome.ASKED and wish and wish.account == holder:
        return (
            f"Votre demande est enregistrée sous le numéro {wish.reference}."
            " Un courriel vous le confirme."
        )
    return _DONE.get(done, "")


def _others(count: int) -> str:
    if not count:
        return ""
    many = f"{count} autres comptes reçoivent" if count > 1 else "1 autre compte reçoit"
    return f"{many} la e-facture de ce contrat."


def _day(at: datetime) -> str:
    return say(at.astimezone(PARIS).date())
