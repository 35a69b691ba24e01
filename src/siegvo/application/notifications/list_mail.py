"""Which letters have not left."""

from uuid import UUID

import attrs

from siegvo.application.ports.work import Look, Readers
from siegvo.application.readers.staff import UntoldEvent
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class ListMail:
    """Show staff what waits in the outbox, and what was given up."""

    look: Look

    def __call__(self, *, most: int) -> tuple[UntoldEvent, ...]:
        """Return the events still to be told, the oldest first, `most` at the most.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self.look() as readers:
            untold = readers.untold_events.oldest(most=most)
            mailboxes = {
                account: _mailbox(account, readers)
                for account in {event.account for event in untold if event.account}
            }
        return tuple(
            attrs.evolve(event, email=mailboxes.get(event.account or "")) for event in untold
        )


def _mailbox(account: str, readers: Readers) -> EmailAddress | None:
    try:
        return readers.accounts.of(AccountId(UUID(account))).email
    except (AccountNotFound, ValueError):
        return None
