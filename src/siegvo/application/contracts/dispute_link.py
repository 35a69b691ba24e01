"""Somebody linked to a payer does not know who else is."""

from uuid import UUID

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.links import SharedPayer
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step


@attrs.frozen
class ListSharedPayers:
    """Show an account the payers it is linked to, and how many others are; never who."""

    look: Look

    def __call__(self, account: AccountId) -> tuple[SharedPayer, ...]:
        """Return them, by name."""
        with self.look() as readers:
            return readers.link_lists.shared(account)


@attrs.frozen(kw_only=True)
class DisputeLink:
    """Ask staff to look at the other accounts linked to a payer.

    Until they have, nothing changes hands: what another account asked about the payment of
    these contracts is taken back, as whoever is linked may do one by one.
    """

    begin: Begin
    clock: Clock
    vault: Vault

    def __call__(
        self,
        *,
        account: AccountId,
        payer: PayerCode,
        origin: str = "",
        submission: UUID | None = None,
    ) -> RequestReference:
        """Ask once: while staff have not decided, asking again is the same request.

        The same `submission` twice is one request, decided or not.

        Raises:
            PayerNotLinked: this account is not linked to the payer itself.
            SubmissionReused: this `submission` came before for another payer.
        """
        with self.begin() as work:
            mine = [link for link in work.links.of(account) if link.payer == payer]
            if not mine:
                raise PayerNotLinked(payer)
            if submission is None:
                return self._dispute(work, mine[0], origin)
            form = Submission(
                author=str(account), action="dispute link", id=submission, content=str(payer)
            )
            outcome = work.submissions.claim(form, at=self.clock.now())
            if outcome is None:
                outcome = str(self._dispute(work, mine[0], origin))
                work.submissions.settle(form, outcome)
            return RequestReference.parse(outcome)

    def _dispute(self, work: Work, mine: Link, origin: str) -> RequestReference:
        work.links.hold(mine.payer)
        kind = RequestKind.LINK_DISPUTE
        awaited = work.link_requests.awaited(mine.account, mine.payer, kind=kind)
        return awaited or self._ask(work, mine, origin)

    def _ask(self, work: Work, mine: Link, origin: str) -> RequestReference:
        now = self.clock.now()
        reference = work.requests.new_reference(self.clock.today().year)
        work.requests.add(
            ServiceRequest(
                reference=reference,
                kind=RequestKind.LINK_DISPUTE,
                account=mine.account,
                contract=mine.proved_by,
                steps=(Step(state=RequestState.REGISTERED, at=now),),
            )
        )
        work.link_requests.add(
            LinkRequest(reference=reference, payer=mine.payer, doubt=Doubt.DISPUTED)
        )
        work.audit.add(
            Entry(
                at=now,
                actor=Actor.subscriber(mine.account),
                gesture=Gesture.LINK_DISPUTED,
                subject=f"{reference} {mine.payer}",
                origin=origin,
            )
        )
        self._take_back(work, mine, origin)
        return reference

    def _take_back(self, work: Work, mine: Link, origin: str) -> None:
        steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
        for tenure in work.tenures.of_payer(mine.payer):
            asked = work.payment_changes.open_of(tenure.contract)
            if asked is None or asked.payer != mine.payer or asked.account == mine.account:
                continue
            change = steps.held(asked.reference)
            if change.may_be_cancelled:
                steps.drop(change)
                steps.note(
                    change,
                    Gesture.PAYMENT_CHANGE_CANCELLED,
                    actor=Actor.subscriber(mine.account),
                    origin=origin,
                )
