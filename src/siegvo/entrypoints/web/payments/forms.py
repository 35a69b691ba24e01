"""Questions about how a contract is paid."""

from typing import Final

from wtforms import BooleanField
from wtforms.widgets import PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.requests.picked import Picked

MODES: Final = {
    PaymentMode.ON_INVOICE.value: "À réception de chaque facture",
    PaymentMode.DIRECT_DEBIT.value: "Par prélèvement, à l’échéance de chaque facture",
    PaymentMode.MONTHLY.value: "Par prélèvement mensuel (mensualisation)",
}


class Hidden(Parsed[str]):
    """An answer that is never written back on a page."""

    def _value(self) -> str:
        return ""


def _iban() -> Hidden:
    return Hidden(
        "IBAN",
        str.strip,
        description="Sur votre relevé d’identité bancaire, par exemple FR76 3000 6000 0112…",
        render_kw={"class": "code", "autocomplete": "off", "spellcheck": "false"},
    )


def _holder() -> Parsed[str]:
    return Parsed(
        "Titulaire du compte",
        str.strip,
        description="Le nom tel qu’il figure sur le relevé d’identité bancaire.",
        render_kw={"autocomplete": "name", "maxlength": 100},
    )


class ModeForm(StrictForm):
    submission = Once()
    payment_mode = Picked(
        "Comment voulez-vous payer vos factures\u00a0?", PaymentMode, choices=MODES
    )
    iban = _iban()
    account_holder = _holder()
    debit_day = Picked(
        "Jour du prélèvement mensuel",
        str,
        description="Seulement pour la mensualisation.",
        none_is_usual=True,
    )
    consent = BooleanField("J’ai lu le mandat et j’autorise ces prélèvements.")


class AccountForm(StrictForm):
    submission = Once()
    iban = _iban()
    account_holder = _holder()
    consent = BooleanField("J’ai lu le mandat et j’autorise les prélèvements sur ce compte.")
    password = Parsed(
        "Votre mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description="Pour vérifier que c’est bien vous.",
        render_kw={"autocomplete": "current-password", "required": True},
    )
