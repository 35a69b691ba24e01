"""Events in the life of an account, for tests: unremarkable until a test says otherwise."""

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange
from siegvo.domain.accounts.events import (
    AccountDeleted,
    AddressChangeAsked,
    AddressChangeCancelled,
    AddressChanged,
    PasswordChanged,
    PasswordResetAsked,
)
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.address_changes import an_address_change


def reset_asked(account: AccountId = ALICE) -> PasswordResetAsked:
    return PasswordResetAsked(at=NOON, account=str(account))


def password_changed(account: AccountId = ALICE, *, by_link: bool = False) -> PasswordChanged:
    return PasswordChanged(at=NOON, account=str(account), by_link=by_link)


def move_asked(change: AddressChange | None = None) -> AddressChangeAsked:
    wish = change or an_address_change()
    return AddressChangeAsked(at=NOON, account=str(wish.account), change=str(wish.id))


def moved(change: AddressChange | None = None, *, by_staff: bool = False) -> AddressChanged:
    done = change or an_address_change()
    return AddressChanged(
        at=NOON, account=str(done.account), change=str(done.id), by_staff=by_staff
    )


def move_cancelled(account: AccountId = ALICE) -> AddressChangeCancelled:
    return AddressChangeCancelled(at=NOON, account=str(account))


def deleted(email: str = "alice.marchal@exemple.fr") -> AccountDeleted:
    return AccountDeleted(at=NOON, email=email)
