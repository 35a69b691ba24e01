"""What may be asked about the payment of a contract, and what has to come with it."""

from typing import Self

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Invalid, Refused


@attrs.frozen
class SameMode(Refused):
    """The contract is paid so already."""

    mode: PaymentMode


@attrs.frozen
class NothingDebited(Refused):
    """The contract is paid on each invoice: there is no account to replace."""

    contract: ContractNumber


@attrs.frozen
class AccountMissing(Invalid):
    """Nothing can be debited without an account."""


@attrs.frozen
class DebitDayMissing(Invalid):
    """Whoever pays by the month chooses a day."""


@attrs.frozen
class ConsentMissing(Invalid):
    """Nobody is debited who did not say yes."""


@attrs.frozen(kw_only=True)
class Wish:
    """From one payment mode to another, or to the same one on another account.

    `is_of_account` when nothing but the account is to change: then one has to be given.
    """

    contract: ContractNumber
    before: PaymentMode
    after: PaymentMode
    has_account: bool
    debit_day: int | None = None
    is_agreed: bool = False
    is_of_account: bool = False

    @classmethod
    def of_account(
        cls,
        contract: ContractNumber,
        *,
        mode: PaymentMode,
        is_agreed: bool,
        has_account: bool = True,
    ) -> Self:
        """Wish for another account, in the mode there is.

        Raises:
            NothingDebited: in that mode there is none.
        """
        if mode is PaymentMode.ON_INVOICE:
            raise NothingDebited(contract)
        return cls(
            contract=contract,
            before=mode,
            after=mode,
            has_account=has_account,
            is_agreed=is_agreed,
            is_of_account=True,
        )

    def check(self) -> None:
        """Let pass what can be done.

        Whoever is debited already may go on with the same account; who is not any more needs
        to give none, and to agree to nothing.

        Raises:
            SameMode: nothing would change.
            AccountMissing: nobody knows what to debit.
            DebitDayMissing: by the month, on which day?
            ConsentMissing: they did not agree to be debited.
        """
        if self.before is self.after and not self.has_account:
            raise AccountMissing if self.is_of_account else SameMode(self.after)
        if self.after is PaymentMode.ON_INVOICE:
            return
        if self.before is PaymentMode.ON_INVOICE and not self.has_account:
            raise AccountMissing
        if self._begins_monthly and self.debit_day is None:
            raise DebitDayMissing
        if not self.is_agreed:
            raise ConsentMissing

    @property
    def _begins_monthly(self) -> bool:
        return self.after is PaymentMode.MONTHLY and self.before is not PaymentMode.MONTHLY
