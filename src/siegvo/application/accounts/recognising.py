"""The device a session opens on: known to its account, or new."""

from typing import Final
from uuid import UUID

from siegvo.application.ports.work import Readers, Work
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import Device
from siegvo.domain.accounts.events import SignedInOnNewDevice
from siegvo.domain.accounts.session import Session

_NOBODY: Final = AccountId(UUID(int=0))


def recognise(work: Work, session: Session) -> None:
    """Know the device of `session` from now on, and tell the owner of one that is new.

    The first of an account is the one it was made on: nobody needs to be told of that.
    """
    if session.device_key is None:
        return
    known = work.devices.of(session.account, session.device_key)
    if known is None and work.devices.are_known(session.account):
        work.record(
            SignedInOnNewDevice(
                at=session.opened_at,
                account=str(session.account),
                device=session.device,
                place=session.place,
            )
        )
    work.devices.keep(
        Device(
            fingerprint=session.device_key,
            account=session.account,
            name=session.device,
            first_seen_at=known.first_seen_at if known else session.opened_at,
            last_seen_at=session.opened_at,
        )
    )


def known_device(readers: Readers, account: Account | None, fingerprint: str | None) -> str:
    """Return what `account` knows the device by, nothing if it was never used.

    Where there is no account the device is looked for all the same: it takes as long.
    """
    if not fingerprint:
        return ""
    found = readers.devices.of(account.id if account else _NOBODY, fingerprint)
    return fingerprint if found else ""
