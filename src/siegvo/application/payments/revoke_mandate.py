"""A subscriber takes back the right to debit their account."""

from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.proof import Proof
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.mandate import MandateReference, MandateState, state_of
from siegvo.domain.payments.wish import NothingDebited
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step


@attrs.frozen(kw_only=True)
class RevokeMandate:
    """End a mandate at once: the debtor may at any time, and owes nobody a reason.

    It takes no money from anybody, so nothing waits: no link, no delay, nobody of the staff.
    """

    begin: Begin
    look: Look
    clock: Clock
    vault: Vault
    proof: Proof

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        password: Password | None = None,
        proved_at: datetime | None = None,
        submission: UUID | None = None,
        origin: str = "",
        device: str = "",
    ) -> RequestReference:
        """Pay a contract on invoice from now on, tell everybody who sees it, return the number.

        No later file of debits uses the mandate; those that left before go on.  Whatever was
        asked about the payment, by whomever, gives way, unless the billing system has it.  A
        mandate that was given on paper is revoked alike, and a contract may have ended.

        Raises:
            NothingDebited: the contract is paid on each invoice.
            ChangeUnderWay: the billing system has a change, or the mandate is revoked already.
            ContractNotFound: `holder` is not linked to this contract.
            ProofMissing, WrongPassword: who are you?
            TooManyAttempts: too many wrong passwords.
            SubmissionReused: this `submission` came before with other content.
            AccountChangedMeanwhile: somebody changed the account at the same moment.
        """
        del device
        with self.look() as readers:
            readers.tenures.held_by(holder, contract)
        proved = self.proof.check(holder, password=password, proved_at=proved_at, origin=origin)
        sent = _sent(submission, holder, contract)
        with self.begin() as work:
            if work.accounts.hold(holder).reset_state != proved.reset_state:
                raise AccountChangedMeanwhile
            if sent and (outcome := work.submissions.claim(sent, at=self.clock.now())):
                return RequestReference.parse(outcome)
            reference = self._revoke(work, holder, contract, origin)
            if sent:
                work.submissions.settle(sent, str(reference))
        return reference

    def _revoke(
        self, work: Work, holder: AccountId, contract: ContractNumber, origin: str
    ) -> RequestReference:
        now, today = self.clock.now(), self.clock.today()
        steps = PaymentSteps(work=work, vault=self.vault, now=now, today=today)
        tenure = work.tenures.held_by(holder, contract)
        if tenure.payment_mode is PaymentMode.ON_INVOICE:
            raise NothingDebited(contract)
        _make_room(steps, contract)
        change = PaymentChange.revocation(
            reference=self._register(work, holder, contract),
            contract=contract,
            payer=tenure.payer,
            account=holder,
            before=tenure.payment_mode,
            at=now,
            mandate=self._in_force(work, tenure),
        )
        if not work.payment_changes.add(change):
            raise ChangeUnderWay(contract)
        steps.revoke(change)
        steps.note(change, Gesture.MANDATE_REVOKED, actor=Actor.subscriber(holder), origin=origin)
        return change.reference

    def _in_force(self, work: Work, tenure: Tenure) -> MandateReference | None:
        """Return the mandate that serves, if the portal holds it."""
        today = self.clock.today()
        given = work.mandates.of_contract(tenure.contract, tenure.payer)
        serving = [each for each in given if state_of(each, today) is MandateState.ACTIVE]
        return serving[-1].reference if serving else None

    def _register(
        self, work: Work, holder: AccountId, contract: ContractNumber
    ) -> RequestReference:
        now = self.clock.now()
        registered = ServiceRequest(
            reference=work.requests.new_reference(self.clock.today().year),
            kind=RequestKind.PAYMENT_MODE,
            account=holder,
            contract=contract,
            steps=(Step(state=RequestState.REGISTERED, at=now),),
        )
        work.requests.add(registered)
        held = work.requests.hold(registered.reference)
        work.requests.save(held.become(RequestState.IN_PROGRESS, at=now))
        return registered.reference


def _make_room(steps: PaymentSteps, contract: ContractNumber) -> None:
    """Take back what was asked before; its people learn that it does not come about."""
    before = steps.work.payment_changes.open_of(contract)
    if before is None:
        return
    before = steps.held(before.reference)
    if not before.may_be_cancelled:
        raise ChangeUnderWay(contract)
    steps.drop(before)


def _sent(
    submission: UUID | None, holder: AccountId, contract: ContractNumber
) -> Submission | None:
    if submission is None:
        return None
    return Submission(
        author=str(holder), action="revoke mandate", id=submission, content=str(contract)
    )
