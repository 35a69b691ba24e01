"""An account on its way from page to page: typed once, then carried under seal."""

from datetime import datetime
from typing import Final

import attrs

from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.ports.banks import Banks
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Place, SealBroken, Vault
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Invalid
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.wish import AccountMissing
from siegvo.domain.policy import TYPED_ACCOUNT_LASTS

_BETWEEN: Final = " "


@attrs.frozen(kw_only=True)
class TypedAccount:
    """An account that can be debited, as a page may show it, and what carries it to the next.

    `slip` is read by nobody but us, for the same person and contract, for a while.
    """

    iban: Iban
    bic: str | None
    bank_name: str | None
    slip: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class CarryAccount:
    """Check an account as it was typed, and put it under seal; nothing is kept here."""

    clock: Clock
    vault: Vault
    banks: Banks | None

    def __call__(self, iban: str, *, holder: AccountId, contract: ContractNumber) -> TypedAccount:
        """Return it with its bank, as far as its number tells.

        Raises:
            InvalidIban: one of its kinds says why.
            AccountsNotTaken: this portal takes no bank details.
        """
        if self.banks is None:
            raise AccountsNotTaken
        found = self.banks.check(iban)
        until = self.clock.now() + TYPED_ACCOUNT_LASTS
        return TypedAccount(
            iban=found.iban,
            bic=found.bic,
            bank_name=found.bank_name,
            slip=self.vault.seal(
                f"{until.isoformat()}{_BETWEEN}{found.iban.text}", place=_place(holder, contract)
            ),
        )


@attrs.frozen(kw_only=True)
class TakeUpAccount:
    """Read what `CarryAccount` put under seal a few pages before."""

    clock: Clock
    vault: Vault
    banks: Banks | None

    def __call__(self, slip: str, *, holder: AccountId, contract: ContractNumber) -> TypedAccount:
        """Return the account, to go on with.

        Raises:
            AccountMissing: it was typed too long ago, by somebody else, or not at all.
            AccountsNotTaken: this portal takes no bank details.
        """
        if self.banks is None:
            raise AccountsNotTaken
        try:
            told = self.vault.open(slip, place=_place(holder, contract))
            until, _, iban = told.partition(_BETWEEN)
            if self.clock.now() >= datetime.fromisoformat(until):
                raise AccountMissing
            found = self.banks.check(iban)
        except (SealBroken, Invalid, ValueError):
            raise AccountMissing from None
        return TypedAccount(iban=found.iban, bic=found.bic, bank_name=found.bank_name, slip=slip)


def _place(holder: AccountId, contract: ContractNumber) -> Place:
    return Place(table="forms", column="iban", row=f"{holder} {contract}")
