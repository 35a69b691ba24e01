"""Accounts for tests: unremarkable until a test says otherwise."""

from datetime import UTC, datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import Device
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.accounts.session import Session, SessionFamily
from siegvo.domain.kernel.email_address import EmailAddress

ALICE = AccountId(UUID("a11ce000-0000-4000-8000-000000000000"))
BOB = AccountId(UUID("b0b00000-0000-4000-8000-000000000000"))
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
"""Noon in Paris, on the day of the tests."""

_MAILBOXES = {ALICE: "Alice.Marchal@exemple.fr", BOB: "bob@exemple.fr"}


def an_account(
    account: AccountId = ALICE, *, email: str | None = None, hashed: str = "hash of a password"
) -> Account:
    return Account(
        id=account,
        email=EmailAddress(email or _MAILBOXES.get(account, f"{account.hex}@exemple.fr")),
        password_hash=hashed,
        activated_at=NOON,
    )


def a_registration(
    number: int = 1,
    *,
    email: str = "Alice.Marchal@exemple.fr",
    at: datetime = NOON,
) -> Registration:
    return Registration(
        id=RegistrationId(UUID(int=number)),
        email=EmailAddress(email),
        password_hash=f"hash of password {number}",
        registered_at=at,
    )


def a_session(
    fingerprint: str = "a fingerprint",
    *,
    account: AccountId = ALICE,
    opened: datetime = NOON,
    seen: datetime | None = None,
    remembered: bool = False,
    family: SessionFamily | None = None,
) -> Session:
    return Session(
        fingerprint=fingerprint,
        family=family or SessionFamily(uuid5(NAMESPACE_OID, fingerprint)),
        account=account,
        opened_at=opened,
        seen_at=seen or opened,
        proved_at=opened,
        is_remembered=remembered,
        device="Firefox",
    )


def a_device(
    fingerprint: str = "a device", *, account: AccountId = ALICE, seen: datetime = NOON
) -> Device:
    return Device(
        fingerprint=fingerprint,
        account=account,
        name="Firefox",
        first_seen_at=NOON,
        last_seen_at=seen,
    )
