"""Changes of address for tests: unremarkable until a test says otherwise."""

from datetime import datetime
from uuid import UUID

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.builders.accounts import ALICE, NOON


def an_address_change(
    number: int = 1,
    *,
    account: AccountId = ALICE,
    old: str = "alice.marchal@exemple.fr",
    new: str = "alice@exemple.org",
    at: datetime = NOON,
    confirmed: datetime | None = None,
) -> AddressChange:
    return AddressChange(
        id=AddressChangeId(UUID(int=number)),
        account=account,
        old=EmailAddress(old),
        new=EmailAddress(new),
        asked_at=at,
        confirmed_at=confirmed,
    )
