"""A subscriber wants invoices by mail, or on paper again."""

from enum import StrEnum
from uuid import UUID

import attrs

from siegvo.application.billing.throttles import of_e_invoice
from siegvo.application.e_invoice_desk import EInvoiceDesk
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import Way
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.reference import RequestReference


class EInvoiceOutcome(StrEnum):
    """What became of a wish."""

    ASKED = "asked"
    ASKED_BEFORE = "asked_before"
    TAKEN_BACK = "taken_back"
    """The opposite, which had not left, was cancelled: nothing else was to be asked."""
    JOINED = "joined"
    """It is so or asked for already; from now on this account is told of invoices too."""
    SO_ALREADY = "so_already"


_OUTCOMES = {
    Way.ASK: EInvoiceOutcome.ASKED,
    Way.ASK_INSTEAD: EInvoiceOutcome.ASKED,
    Way.TAKE_BACK: EInvoiceOutcome.TAKEN_BACK,
    Way.ASKED_BEFORE: EInvoiceOutcome.ASKED_BEFORE,
    Way.SO_ALREADY: EInvoiceOutcome.SO_ALREADY,
}
_CHANGES_NOTHING = {EInvoiceOutcome.ASKED_BEFORE, EInvoiceOutcome.SO_ALREADY}


@attrs.frozen(kw_only=True)
class EInvoiceAnswer:
    """`reference` is the request it is about, if that is theirs."""

    outcome: EInvoiceOutcome
    reference: RequestReference | None = None


@attrs.frozen(kw_only=True)
class RequestEInvoice:
    """Ask the billing system to send a contract's invoices by mail, or on paper again."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        wanted: bool,
        submission: UUID | None = None,
        origin: str = "",
    ) -> EInvoiceAnswer:
        """Register what is `wanted`, have every account of the payer told, and say what was done.

        Who wants them by mail is told of each invoice as it comes.  Paper is for the contract:
        it comes back for everybody.  The same `submission` twice is one wish.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            ContractEnded: it no longer runs.
            EInvoiceBeingChanged: the opposite is on its way to the billing system.
            TooManyAttempts: twenty changes of mind in a day are enough.
            SubmissionReused: this `submission` came before with other content.
        """
        form = submission and Submission(
            author=str(holder),
            action="request e-invoice",
            id=submission,
            content=f"{contract} {wanted}",
        )
        with self.begin() as work:
            if form and (known := work.submissions.claim(form, at=self.clock.now())):
                return _answer_in(known)
            answer = self._carry_out(work, holder, contract, wanted=wanted, origin=origin)
            if form:
                work.submissions.settle(form, f"{answer.outcome} {answer.reference or ''}")
        return answer

    def _carry_out(
        self,
        work: Work,
        holder: AccountId,
        contract: ContractNumber,
        *,
        wanted: bool,
        origin: str,
    ) -> EInvoiceAnswer:
        now = self.clock.now()
        work.accounts.hold(holder)
        tenure = work.tenures.held_by(holder, contract)
        tenure.check_runs_on(self.clock.today())
        throttle = of_e_invoice(self.keyed_hash, holder)
        throttle.hold(work.attempts, now=now)
        work.links.hold(tenure.payer)
        answer = _turned(work, tenure, holder, wanted=wanted, desk=EInvoiceDesk(work=work, now=now))
        if answer.outcome not in _CHANGES_NOTHING:
            throttle.count(work.attempts, at=now)
            wish = "by mail" if wanted else "on paper"
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(holder),
                    gesture=Gesture.E_INVOICE_ASKED,
                    subject=f"{contract} {wish}: {answer.outcome}",
                    origin=origin,
                )
            )
        return answer


def _turned(
    work: Work, tenure: Tenure, holder: AccountId, *, wanted: bool, desk: EInvoiceDesk
) -> EInvoiceAnswer:
    choices = work.e_invoices.choices_of(tenure.contract, tenure.payer)
    way, reference = desk.turn(tenure, wanted=wanted, account=holder)
    outcome = _OUTCOMES[way]
    if wanted and not any(each.account == holder and each.is_reached for each in choices):
        desk.choose(tenure, holder)
        if outcome in _CHANGES_NOTHING:
            is_asked = outcome is EInvoiceOutcome.ASKED_BEFORE
            desk.tell_newcomer(tenure, holder, asked=is_asked)
            outcome = EInvoiceOutcome.JOINED
    if not wanted and outcome is EInvoiceOutcome.SO_ALREADY:
        work.e_invoices.drop(tenure.contract, tenure.payer)
    is_theirs = reference is not None and work.requests.of(reference).account == holder
    return EInvoiceAnswer(outcome=outcome, reference=reference if is_theirs else None)


def _answer_in(known: str) -> EInvoiceAnswer:
    outcome, _, reference = known.partition(" ")
    return EInvoiceAnswer(
        outcome=EInvoiceOutcome(outcome),
        reference=RequestReference.parse(reference) if reference else None,
    )
