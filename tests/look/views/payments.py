"""How one pays, and changing it."""

from typing import Final

from tests.look.view import Step, View, anyone, refused, subscriber
from tests.support.builders.banking import french_iban

NEXT: Final = "Continuer"
ACCOUNT: Final = {
    "iban": french_iban().text,
    "account_holder": "Gaëlle Weber",
    "debit_day": "10",
}
_TO_MONTHLY: Final = subscriber("/contrats/100200433/mode-de-reglement").after(
    Step(NEXT, {"payment_mode": "monthly"}), status=200, called="compte"
)
_SCHEDULE: Final = _TO_MONTHLY.after(Step(NEXT, ACCOUNT), status=200, called="echeancier")
_MANDATE: Final = _SCHEDULE.after(Step(NEXT), status=200, called="mandat")
_CONSENT: Final = _MANDATE.after(Step(NEXT), status=200, called="accord")
_FROM_MONTHLY: Final = subscriber("/contrats/100200423/mode-de-reglement")

PAYMENTS: Final[tuple[View, ...]] = (
    subscriber("/contrats/100300002/mode-de-reglement"),
    refused(subscriber("/contrats/100300002/mode-de-reglement")),
    subscriber("/contrats/100200423/mode-de-reglement"),
    subscriber("/contrats/100200331/mode-de-reglement"),
    subscriber("/contrats/100200317/mode-de-reglement"),
    subscriber("/contrats/100200423/coordonnees-bancaires"),
    refused(subscriber("/contrats/100200423/coordonnees-bancaires")),
    subscriber("/contrats/100200433/coordonnees-bancaires"),
    _TO_MONTHLY,
    _TO_MONTHLY.after(Step(NEXT, {"iban": "FR76 3000"}), called="compte-refuse"),
    _SCHEDULE,
    _MANDATE,
    _CONSENT,
    _CONSENT.after(Step("Demander ce changement"), called="accord-refuse"),
    _FROM_MONTHLY.after(Step(NEXT, {"payment_mode": "on_invoice"}), status=200, called="verifier"),
    _FROM_MONTHLY.after(
        Step(NEXT, {"payment_mode": "direct_debit"}), status=200, called="compte-garde"
    ),
    subscriber("/contrats/100200433/reglement"),
    subscriber("/contrats/100200331/reglement?fait={payment_change}"),
    subscriber("/contrats/100200423/reglement"),
    subscriber("/contrats/100200423/mandat/revocation"),
    refused(subscriber("/contrats/100200423/mandat/revocation")),
    subscriber("/contrats/100300002/mandat/revocation"),
    anyone("/contrats/changement/confirmation", status=404),
    anyone("/contrats/changement/confirmation/{change}"),
    anyone("/contrats/changement/confirmation/{used_change}", status=422),
    anyone("/contrats/changement/confirme"),
    anyone("/contrats/changement/annulation", status=404),
    anyone("/contrats/changement/annulation/{change_undone}"),
    anyone("/contrats/changement/annule"),
)
