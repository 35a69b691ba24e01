"""Staff look at the accounts."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.readers.accounts import AccountCard, AccountLine
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class ListAccounts:
    """Return every account, in the order of addresses."""

    look: Look

    def __call__(self) -> tuple[AccountLine, ...]:
        with self.look() as readers:
            return readers.account_lists.all()


@attrs.frozen
class ShowAccount:
    """Return one account from close by."""

    look: Look

    def __call__(self, email: EmailAddress) -> AccountCard:
        """Return the account of a mailbox.

        Raises:
            AccountNotFound: it has none.
        """
        with self.look() as readers:
            return readers.account_lists.of(email)
