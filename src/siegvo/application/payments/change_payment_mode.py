"""A subscriber wants to pay in another way."""

from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.payments.change_desk import ChangeDesk, Form
from siegvo.application.payments.plan_months import PlanMonths
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.wish import Wish
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class ChangePaymentMode:
    """Ask to pay on each invoice, by debit when one falls due, or by the month."""

    desk: ChangeDesk
    plan_months: PlanMonths

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        mode: PaymentMode,
        iban: str | None = None,
        account_holder: str | None = None,
        debit_day: int | None = None,
        consent: bool = False,
        password: Password | None = None,
        proved_at: datetime | None = None,
        submission: UUID | None = None,
        origin: str = "",
        device: str = "",
    ) -> RequestReference:
        """Register the change, have the mailbox of `holder` asked to confirm it, return its number.

        An account (`iban`, in the name of `account_holder`) is needed where none is debited yet,
        a `debit_day` of the month to pay by the month.  `consent` is to the mandate, or to the
        plan.  Either the `password` is given, or `proved_at`, the moment it last was.
        The change takes the place of one that the same account asked for before.

        Raises:
            InvalidIban: one of its kinds says why.
            AccountMissing, DebitDayMissing, ConsentMissing: something lacks.
            AnswerMissing, AnswerTooLong: about the name of the holder.
            SameMode: it is paid so already.
            DayNotOffered, NothingToSpread: no monthly plan can be made so.
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
            iban=(iban or None) if mode.is_debited else None,
            account_holder=account_holder or "",
            password=password,
            proved_at=proved_at,
            submission=submission,
            origin=origin,
            device=device,
        )
        day = debit_day if mode is PaymentMode.MONTHLY else None

        def wish(before: PaymentMode) -> Wish:
            return Wish(
                contract=contract,
                before=before,
                after=mode,
                has_account=form.iban is not None,
                debit_day=day,
                is_agreed=consent,
            )

        if day is not None:
            self.plan_months(holder=holder, contract=contract, debit_day=day)
        return self.desk.take(form, wish, holder=holder)
