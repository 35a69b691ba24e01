"""Which fact about an account is told to whom, by which letter."""

from functools import singledispatch
from uuid import UUID

import attrs

from siegvo.application.notifications.drafts import (
    AboutMove,
    Draft,
    LetterKind,
    ToAccount,
    ToConfirm,
    ToMailbox,
    account_id,
)
from siegvo.domain.accounts.address_change import AddressChangeId
from siegvo.domain.accounts.events import (
    AccountDeleted,
    AddressChangeAsked,
    AddressChangeCancelled,
    AddressChanged,
    PasswordChanged,
    PasswordResetAsked,
    RegistrationAsked,
    RegistrationOfKnownAddress,
    SessionStolen,
    SignedInAfterFailures,
    SignedInOnNewDevice,
)
from siegvo.domain.accounts.registration import RegistrationId
from siegvo.domain.events import Event
from siegvo.domain.kernel.email_address import EmailAddress


@singledispatch
def about_account(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    del event
    return ()


@about_account.register
def _activation(event: RegistrationAsked) -> tuple[Draft, ...]:
    registration = RegistrationId(UUID(event.registration))
    return (ToConfirm(kind=LetterKind.ACTIVATION, registration=registration),)


@about_account.register
def _account_exists(event: RegistrationOfKnownAddress) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.ACCOUNT_EXISTS, account=account_id(event.account), facts={"at": event.at}
    )
    return (letter,)


@about_account.register
def _password_reset(event: PasswordResetAsked) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.PASSWORD_RESET,
        account=account_id(event.account),
        facts={"at": event.at},
        resets=True,
    )
    return (letter,)


@about_account.register
def _password_changed(event: PasswordChanged) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.PASSWORD_CHANGED,
        account=account_id(event.account),
        facts={"at": event.at, "by_link": event.by_link},
    )
    return (letter,)


@about_account.register
def _address_change_asked(event: AddressChangeAsked) -> tuple[Draft, ...]:
    change = AddressChangeId(UUID(event.change))
    return (
        AboutMove(kind=LetterKind.ADDRESS_CHANGE_ASKED, change=change),
        AboutMove(kind=LetterKind.ADDRESS_TO_CONFIRM, change=change),
    )


@about_account.register
def _address_changed(event: AddressChanged) -> tuple[Draft, ...]:
    change, by_staff = AddressChangeId(UUID(event.change)), LetterKind.ADDRESS_LEFT_BY_STAFF
    return (
        AboutMove(kind=by_staff if event.by_staff else LetterKind.ADDRESS_LEFT, change=change),
        AboutMove(kind=LetterKind.ADDRESS_CHANGED, change=change),
    )


@about_account.register
def _address_change_cancelled(event: AddressChangeCancelled) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.ADDRESS_CHANGE_CANCELLED,
        account=account_id(event.account),
        facts={"at": event.at},
        resets=True,
    )
    return (letter,)


@about_account.register
def _account_deleted(event: AccountDeleted) -> tuple[Draft, ...]:
    letter = ToMailbox(
        kind=LetterKind.ACCOUNT_DELETED, to=EmailAddress(event.email), facts={"at": event.at}
    )
    return (letter,)


@about_account.register
def _new_device(event: SignedInOnNewDevice) -> tuple[Draft, ...]:
    return (_about_device(LetterKind.NEW_DEVICE, event),)


@about_account.register
def _signed_in_after_failures(event: SignedInAfterFailures) -> tuple[Draft, ...]:
    letter = _about_device(LetterKind.SIGNED_IN_AFTER_FAILURES, event)
    return (attrs.evolve(letter, facts={**letter.facts, "failures": event.failures}),)


@about_account.register
def _session_stolen(event: SessionStolen) -> tuple[Draft, ...]:
    return (_about_device(LetterKind.SESSION_STOLEN, event),)


def _about_device(
    kind: LetterKind, event: SignedInOnNewDevice | SignedInAfterFailures | SessionStolen
) -> ToAccount:
    return ToAccount(
        kind=kind,
        account=account_id(event.account),
        facts={"at": event.at, "used": event.device, "place": event.place},
    )
