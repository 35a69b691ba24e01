"""What is counted when somebody tries an account, or has the portal write to a mailbox.

Known and unknown addresses are counted alike, under keyed hashes: a refusal tells nobody
whether there is an account, and no address is written down.
"""

import attrs

from siegvo.application.current_password import proofs_of
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle, failed_sign_ins
from siegvo.domain.accounts import brakes
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import RegistrationId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.place import place_of


def of_sign_in(
    keyed_hash: KeyedHash, email: EmailAddress, *, origin: str, known_device: str = ""
) -> Throttle:
    """Return what a failed sign-in is counted under.

    On a device the account is known to use, its owner is not slowed down by what strangers
    try elsewhere: only the failures of that device count.
    """
    told = (failures_of(keyed_hash, email), _failures_everywhere(keyed_hash))
    if known_device:
        return Throttle((_tries_on(keyed_hash, email, known_device), *told))
    return Throttle(
        (
            *told,
            Counter(
                key=keyed_hash.of("attempt", "sign in", email.key),
                brakes=brakes.SIGN_INS_OF_ACCOUNT,
                is_wiped=True,
            ),
            *_tries_from(keyed_hash, origin, "sign in", email.key),
        )
    )


def failures_of(keyed_hash: KeyedHash, email: EmailAddress) -> Counter:
    """Return what tells how many sign-ins failed since one went well; it slows nobody down."""
    return Counter(
        key=keyed_hash.of("attempt", "failed sign-ins", email.key), brakes=(), is_wiped=True
    )


def _failures_everywhere(keyed_hash: KeyedHash) -> Counter:
    """Return what tells staff that many accounts are tried; it slows nobody down either."""
    return Counter(key=failed_sign_ins(keyed_hash), brakes=())


def of_activation(keyed_hash: KeyedHash, registration: RegistrationId, *, origin: str) -> Throttle:
    """Return what a wrong password behind an activation link is counted under."""
    return Throttle(
        (
            Counter(
                key=keyed_hash.of("attempt", "activate", str(registration)),
                brakes=brakes.SIGN_INS_OF_ACCOUNT,
            ),
            *_tries_from(keyed_hash, origin, "activate", str(registration)),
        )
    )


def of_registration(keyed_hash: KeyedHash, email: EmailAddress, *, origin: str) -> Throttle:
    """Return what a registration is counted under."""
    mailbox = Counter(
        key=keyed_hash.of("attempt", "register", email.key),
        brakes=brakes.REGISTRATIONS_OF_MAILBOX,
    )
    return Throttle((mailbox, *_letters_from(keyed_hash, origin)))


def of_resend(keyed_hash: KeyedHash, email: EmailAddress, *, origin: str) -> Throttle:
    """Return what asking for the activation link again is counted under."""
    mailbox = Counter(
        key=keyed_hash.of("attempt", "resend", email.key), brakes=brakes.RESENDS_TO_MAILBOX
    )
    return Throttle((mailbox, *_letters_from(keyed_hash, origin)))


def of_reset(keyed_hash: KeyedHash, email: EmailAddress, *, origin: str) -> Throttle:
    """Return what asking for a link to choose another password is counted under."""
    mailbox = Counter(
        key=keyed_hash.of("attempt", "reset", email.key), brakes=brakes.RESETS_OF_MAILBOX
    )
    return Throttle((mailbox, *_letters_from(keyed_hash, origin)))


def of_address_change(
    keyed_hash: KeyedHash, account: AccountId, email: EmailAddress, *, origin: str
) -> Throttle:
    """Return what moving to another mailbox is counted under: the account, and that mailbox."""
    moved = Counter(
        key=keyed_hash.of("attempt", "move", str(account)),
        brakes=brakes.ADDRESS_CHANGES_OF_ACCOUNT,
    )
    mailbox = Counter(
        key=keyed_hash.of("attempt", "move to", email.key), brakes=brakes.RESETS_OF_MAILBOX
    )
    return Throttle((moved, mailbox, *_letters_from(keyed_hash, origin)))


def of_owner(keyed_hash: KeyedHash, account: Account, *, origin: str = "") -> Throttle:
    """Return what strangers may have counted against an account, for its owner to wipe."""
    tried = of_sign_in(keyed_hash, account.email, origin=origin).counters
    written_to = (
        *of_registration(keyed_hash, account.email, origin="").counters,
        *of_resend(keyed_hash, account.email, origin="").counters,
        *of_reset(keyed_hash, account.email, origin="").counters,
    )
    return Throttle(
        (
            *tried,
            *(attrs.evolve(counter, is_wiped=True) for counter in written_to),
            proofs_of(keyed_hash, account.id),
        )
    )


def _tries_on(keyed_hash: KeyedHash, email: EmailAddress, device: str) -> Counter:
    return Counter(
        key=keyed_hash.of("attempt", "sign in on", email.key, device),
        brakes=brakes.SIGN_INS_OF_DEVICE,
        is_wiped=True,
    )


def _tries_from(
    keyed_hash: KeyedHash, origin: str, gesture: str, tried: str
) -> tuple[Counter, ...]:
    """Count what one place tries: this very thing, then whatever it is."""
    if not origin:
        return ()
    place = place_of(origin)
    return (
        Counter(
            key=keyed_hash.of("attempt", gesture, tried, place),
            brakes=brakes.SIGN_INS_OF_PAIR,
            is_wiped=True,
        ),
        Counter(
            key=keyed_hash.of("attempt", "sign in from", place),
            brakes=brakes.SIGN_INS_FROM_PLACE,
        ),
    )


def _letters_from(keyed_hash: KeyedHash, origin: str) -> tuple[Counter, ...]:
    if not origin:
        return ()
    return (
        Counter(
            key=keyed_hash.of("attempt", "register from", place_of(origin)),
            brakes=brakes.REGISTRATIONS_FROM_PLACE,
        ),
    )
