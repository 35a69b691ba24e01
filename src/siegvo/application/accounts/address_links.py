"""The links of the letters about another address."""

from uuid import UUID

from siegvo.application.ports.tokens import LinkUsed, NoSuchLink, Purpose, Tokens
from siegvo.application.repositories.address_changes import AddressChangeNotFound, AddressChanges
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId


def change_behind(
    token: str, *, purpose: Purpose, tokens: Tokens, changes: AddressChanges
) -> AddressChange:
    """Return the change that `token` names.

    Raises:
        NoSuchLink: not a link of ours.
        LinkExpired: it is too old.
        LinkUsed: the change was undone, or replaced by another.
    """
    subject = tokens.subject(purpose, token)
    try:
        return changes.of(AddressChangeId(UUID(subject)))
    except ValueError:
        raise NoSuchLink from None
    except AddressChangeNotFound:
        raise LinkUsed(purpose) from None
