"""Questions about how a contract is paid."""

from typing import Final

from wtforms import BooleanField
from wtforms.widgets import HiddenInput, PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Invalid
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.wish import Wish
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.questions import if_any

MODES: Final = {
    PaymentMode.ON_INVOICE.value: "À réception de la facture",
    PaymentMode.DIRECT_DEBIT.value: "Par prélèvement à l’échéance de chaque facture",
    PaymentMode.MONTHLY.value: "Par mensualités, un prélèvement chaque mois",
}


class AccountNumber(Parsed[str]):
    """An IBAN: written back to be corrected, and never once it is one."""

    def _value(self) -> str:
        typed = super()._value()
        try:
            Iban.parse(typed)
        except Invalid:
            return typed
        return ""


class ChangeForm(StrictForm):
    """What every change of payment asks, and how far its author has come.

    Whatever was answered is carried from page to page by the form itself, the account under
    seal as `sealed_iban`.  `step` is the page that was just answered, `show` one to go back to;
    without either the whole is sent, `reviewed` if it comes from the last page.
    """

    submission = Once()
    step = Parsed("", str)
    show = Parsed("", str)
    reviewed = Parsed("", str)
    sealed_iban = Parsed("", str, widget=HiddenInput())
    iban = AccountNumber(
        "IBAN",
        str.strip,
        description="Sur votre relevé d’identité bancaire, par exemple FR76 3000 6000 0112…",
        render_kw={"class": "code", "autocomplete": "off", "spellcheck": "false"},
    )
    account_holder = Parsed(
        "Titulaire du compte",
        str.strip,
        description="Le nom tel qu’il figure sur le relevé d’identité bancaire.",
        render_kw={"autocomplete": "name", "maxlength": 100},
    )
    consent = BooleanField("J’ai lu le mandat et j’autorise ces prélèvements.")

    def mode_after(self, before: PaymentMode) -> PaymentMode | None:
        """Return the mode that is asked for; none yet, or none that could be read."""
        return before

    def wish(self, contract: ContractNumber, before: PaymentMode, *, has_account: bool) -> Wish:
        """Return what is asked so far, as if it were agreed to; here, another account."""
        return Wish.of_account(contract, mode=before, has_account=has_account, is_agreed=True)

    @property
    def day(self) -> int | None:
        """Return the day of the month that was chosen, where one is."""
        return None

    @property
    def goes_on(self) -> bool:
        """Say whether it comes from one of the pages, not from a program that fills in all."""
        where = self.step.data or self.show.data or self.reviewed.data
        return bool(self.is_submitted() and where)


class ModeForm(ChangeForm):
    """The password is asked if it was given too long ago."""

    payment_mode = Picked("Mode de règlement", PaymentMode, choices=MODES)
    debit_day = Picked("Jour du prélèvement", str, none_is_usual=True)
    password = Parsed(
        "Votre mot de passe",
        if_any(Password.parse),
        widget=PasswordInput(),
        description="Pour vérifier que c’est bien vous.",
        render_kw={"autocomplete": "current-password", "required": True},
    )

    def mode_after(self, before: PaymentMode) -> PaymentMode | None:
        del before
        return self.payment_mode.data

    def wish(self, contract: ContractNumber, before: PaymentMode, *, has_account: bool) -> Wish:
        """Return what is asked so far, as if it were agreed to."""
        return Wish(
            contract=contract,
            before=before,
            after=self.payment_mode.data or before,
            has_account=has_account,
            debit_day=self.day,
            is_agreed=True,
        )

    @property
    def day(self) -> int | None:
        chosen = self.debit_day.data
        return int(chosen) if chosen and chosen.isdecimal() else None


class AccountForm(ChangeForm):
    password = Parsed(
        "Votre mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description="Pour vérifier que c’est bien vous.",
        render_kw={"autocomplete": "current-password", "required": True},
    )
