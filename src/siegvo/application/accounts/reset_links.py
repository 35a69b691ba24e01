"""The link of the letter that lets somebody choose another password."""

from uuid import UUID

import attrs

from siegvo.application.ports.tokens import LinkUsed, NoSuchLink, Purpose, Tokens
from siegvo.application.ports.work import Look
from siegvo.application.repositories.accounts import AccountNotFound, Accounts
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId


@attrs.frozen
class CheckReset:
    """Tell somebody at once that their link serves no more, before they think of a password."""

    look: Look
    tokens: Tokens

    def __call__(self, token: str) -> None:
        """Return if the link would serve now; nothing is changed.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for another one.
            LinkUsed: it has been used, or the account has changed since it was sent, or is gone.
        """
        with self.look() as readers:
            account_behind(token, tokens=self.tokens, accounts=readers.accounts)


def account_behind(token: str, *, tokens: Tokens, accounts: Accounts) -> Account:
    """Return the account that `token` names, if it is still as the link knew it.

    Raises:
        NoSuchLink, LinkExpired, LinkUsed: as above.
    """
    subject = tokens.subject(Purpose.PASSWORD_RESET, token)
    try:
        account = accounts.of(AccountId(UUID(subject)))
    except ValueError:
        raise NoSuchLink from None
    except AccountNotFound:
        raise LinkUsed(Purpose.PASSWORD_RESET) from None
    tokens.check(Purpose.PASSWORD_RESET, token, state=account.reset_state)
    return account
