"""A subscriber who is debited wants it to be on another account."""

from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.payments.change_desk import ChangeDesk, Form
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.wish import Wish
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class ChangeBankDetails:
    """Ask to be debited on another account: under another mandate."""

    desk: ChangeDesk

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        iban: str,
        account_holder: str,
        consent: bool,
        password: Password | None = None,
        proved_at: datetime | None = None,
        submission: UUID | None = None,
        origin: str = "",
        device: str = "",
    ) -> RequestReference:
        """Register the change, have the mailbox of `holder` asked to confirm it, return its number.

        Raises:
            InvalidIban: one of its kinds says why.
            ConsentMissing, AnswerMissing, AnswerTooLong: what lacks.
            NothingDebited: the contract is paid on each invoice.
            ChangeUnderWay: another change is not over.
            ContractNotFound: `holder` is not linked to this contract.
            ContractEnded: it no longer runs.
            ProofMissing, WrongPassword: who are you?
            TooManyAttempts: too many wrong passwords, or too many changes.
            AccountsNotTaken: this portal takes no bank details.
            SubmissionReused: this `submission` came before with other content.
            AccountChangedMeanwhile: somebody changed the account at the same moment.
        """
        form = Form(
            contract=contract,
            iban=iban,
            account_holder=account_holder,
            password=password,
            proved_at=proved_at,
            submission=submission,
            origin=origin,
            device=device,
        )

        def wish(before: PaymentMode) -> Wish:
            return Wish.of_account(contract, mode=before, is_agreed=consent)

        return self.desk.take(form, wish, holder=holder)
