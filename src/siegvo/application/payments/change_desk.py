"""What every change of payment mode goes through, from the form to the desk."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.payments.asking import Asker, AskingDesk
from siegvo.application.payments.proof import Proof
from siegvo.application.ports.banks import Banks
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.payments import KeptMandate
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import device_name
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Refused
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.mandate import MandateState, state_of
from siegvo.domain.payments.wish import AccountMissing, Wish
from siegvo.domain.requests.asked import Asked, answer_to
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class AccountsNotTaken(Refused):
    """The register of banks is not installed: nobody can give an account on line."""


@attrs.frozen(kw_only=True)
class Form:
    """What was filled in about a contract, and what proves who did."""

    contract: ContractNumber
    iban: str | None = attrs.field(repr=False)
    account_holder: str = attrs.field(repr=False)
    password: Password | None = attrs.field(repr=False)
    proved_at: datetime | None
    submission: UUID | None
    origin: str
    device: str


@attrs.frozen(kw_only=True)
class ChangeDesk:
    """Check a form, then who sent it, then keep what it asks."""

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
    keyed_hash: KeyedHash
    vault: Vault
    banks: Banks | None
    proof: Proof

    def take(
        self, form: Form, wish_from: Callable[[PaymentMode], Wish], *, holder: AccountId
    ) -> RequestReference:
        """Keep what `wish_from` makes of the payment mode there is, and return its number."""
        with self.look() as readers:
            sheet = readers.contract_sheets.held_by(holder, form.contract)
            given = readers.mandates.of_contract(form.contract, sheet.tenure.payer)
        sheet.tenure.check_runs_on(self.clock.today())
        wish = wish_from(sheet.tenure.payment_mode)
        wish.check()
        details = self._details(form)
        if details is None and wish.after.is_debited:
            self._check_serves(given)
        proved = self.proof.check(
            holder, password=form.password, proved_at=form.proved_at, origin=form.origin
        )
        sent = self._submission(form, wish, details, holder)
        with self.begin() as work:
            now = self.clock.now()
            if work.accounts.hold(holder).reset_state != proved.reset_state:
                raise AccountChangedMeanwhile
            if sent and (outcome := work.submissions.claim(sent, at=now)):
                return RequestReference.parse(outcome)
            tenure = work.tenures.held_by(holder, form.contract)
            if tenure != sheet.tenure:
                wish = wish_from(tenure.payment_mode)
                wish.check()
            asker = Asker(
                account=holder,
                payer_name=sheet.payer_name,
                origin=form.origin,
                device=device_name(form.device),
            )
            reference = self._desk(work, now).ask(tenure, wish, details, asker=asker)
            if sent:
                work.submissions.settle(sent, str(reference))
        return reference

    def _desk(self, work: Work, now: datetime) -> AskingDesk:
        return AskingDesk(
            work=work,
            vault=self.vault,
            keyed_hash=self.keyed_hash,
            now=now,
            today=self.clock.today(),
            salt=self.new_id().hex[-8:],
        )

    def _check_serves(self, given: Sequence[KeptMandate]) -> None:
        """Let pass who goes on with the account there is, unless its mandate has lapsed."""
        states = {state_of(each, self.clock.today()) for each in given}
        if MandateState.LAPSED in states and MandateState.ACTIVE not in states:
            raise AccountMissing

    def _details(self, form: Form) -> BankDetails | None:
        if form.iban is None:
            return None
        if self.banks is None:
            raise AccountsNotTaken
        found = self.banks.check(form.iban)
        return BankDetails(
            iban=found.iban,
            holder=answer_to(Asked.NAME, form.account_holder),
            bic=found.bic,
            bank_name=found.bank_name,
        )

    def _submission(
        self, form: Form, wish: Wish, details: BankDetails | None, holder: AccountId
    ) -> Submission | None:
        """Tell forms apart without keeping what they say of an account."""
        if form.submission is None:
            return None
        account = (
            self.keyed_hash.of("submission", details.iban.text, details.holder) if details else ""
        )
        return Submission(
            author=str(holder),
            action="change payment",
            id=form.submission,
            content=f"{form.contract} {wish.after.value} {wish.debit_day} {account}",
        )
