"""Staff take from an account what it sees of a payer."""

import attrs

from siegvo.application.paper_again import leave_e_invoices
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.contracts.events import PayerUnlinked
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class UnlinkPayer:
    """Undo a link; from the next page on, the account sees nothing of the payer."""

    begin: Begin
    clock: Clock

    def __call__(self, email: EmailAddress, payer: PayerCode, *, actor: Actor) -> None:
        """Undo it, and tell the account.

        Raises:
            AccountNotFound: nobody has this address.
            PayerNotLinked: the account is not linked to this payer.
        """
        now = self.clock.now()
        with self.begin() as work:
            account = work.accounts.with_email(email)
            if account is None:
                raise AccountNotFound
            work.links.hold(payer)
            leave_e_invoices(work, account.id, payer, at=now)
            link = work.links.remove(account.id, payer)
            work.record(
                PayerUnlinked(
                    at=now,
                    account=str(account.id),
                    payer=str(payer),
                    contract=str(link.proved_by),
                )
            )
            work.audit.add(
                Entry(
                    at=now,
                    actor=actor,
                    gesture=Gesture.CONTRACT_UNLINKED,
                    subject=f"{account.id} {payer}",
                )
            )
