"""A clerk deletes an account, at the request of its holder."""

import attrs

from siegvo.application.accounts.erasure import erase
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class DeleteByStaff:
    """Erase an account as its holder would have; what is erased does not come back."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self, email: EmailAddress, *, actor: Actor) -> None:
        """Erase the account of a mailbox, which is told goodbye.

        Raises:
            AccountNotFound: there is none.
        """
        with self.begin() as work:
            account = work.accounts.with_email(email)
            if account is None:
                raise AccountNotFound
            erase(
                work,
                work.accounts.hold(account.id),
                at=self.clock.now(),
                actor=actor,
                keyed_hash=self.keyed_hash,
            )
