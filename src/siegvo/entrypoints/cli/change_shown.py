"""A change of payment, as staff look at it before they let it leave."""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from siegvo.adapters.french.payment_words import CHANGE_STEPS, PAYMENT_MODES, SUSPICIONS
from siegvo.adapters.french.values import say
from siegvo.application.change_view import ChangeView
from siegvo.application.payments.look_at_changes import ChangeForStaff
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.reference import RequestReference

_NOT_TOLD: Final = ("holder", "masked_iban", "may_be_cancelled")


def change_text(found: ChangeForStaff) -> Iterator[str]:
    """Yield what changes, how far it has come, and what is to be looked into."""
    change = found.change
    yield f"Changement\u00a0: {_what(change)}"
    if change.masked_iban and not change.is_revocation:
        bank = ", ".join(filter(None, (change.bank_name, change.bic)))
        yield f"Compte\u00a0: {change.masked_iban}{f' ({bank})' if bank else ''}"
        yield f"Titulaire\u00a0: {change.holder}"
    if change.mandate:
        yield f"Mandat (RUM)\u00a0: {change.mandate}"
    yield f"Étape\u00a0: {CHANGE_STEPS[change.step]}{_note(change)}"
    for suspicion in found.suspicions if change.is_with_staff else ():
        yield f"À vérifier\u00a0: {SUSPICIONS[suspicion]}"


def change_facts(found: ChangeForStaff) -> Mapping[str, object]:
    """Return the same as a program reads it; an account is masked."""
    facts = attrs.asdict(found.change, recurse=False)
    return {
        **{name: facts[name] for name in facts if name not in _NOT_TOLD},
        "account": found.change.masked_iban,
        "account_holder": found.change.holder,
        "suspicions": list(found.suspicions),
    }


def change_gestures(found: ChangeForStaff, reference: RequestReference) -> Iterator[str]:
    """Yield the commands that decide about it, as far as it has come."""
    change = found.change
    if change.is_with_staff:
        yield f"siegvo requests start {reference}"
    if change.step is ChangeStep.READY:
        yield "siegvo export payment-modes --output FICHIER"
        if not change.is_revocation:
            yield "siegvo export mandates --output FICHIER"
    if change.step is ChangeStep.EXPORTED:
        yield f"siegvo requests close {reference}"
    yield f"siegvo requests refuse {reference} --reason TEXTE"


def _what(change: ChangeView) -> str:
    if change.is_revocation:
        return "mandat révoqué, règlement à réception de la facture"
    if change.is_of_account_only:
        return f"un autre compte, règlement {PAYMENT_MODES[change.after]} comme avant"
    day = f", le {change.debit_day} du mois" if change.debit_day else ""
    return (
        f"règlement {PAYMENT_MODES[change.after]}{day}, au lieu d’un règlement"
        f" {PAYMENT_MODES[change.before]}"
    )


def _note(change: ChangeView) -> str:
    """Say what it waits for."""
    match change.step:
        case ChangeStep.ASKED:
            return f" par l’abonné avant le {say(change.confirm_by)}"
        case ChangeStep.CONFIRMED if change.due_at:
            return f", peut encore être annulé jusqu’au {say(change.due_at)}"
        case ChangeStep.READY:
            return ", part avec le prochain export"
        case _:
            return ""
