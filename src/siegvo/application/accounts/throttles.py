"""What is counted when somebody tries an account, or has the portal write to a mailbox.

Known and unknown addresses are counted alike, under keyed hashes: a refusal tells nobody
whether there is an account, and no address is written down.
"""

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts import brakes
from siegvo.domain.accounts.registration import RegistrationId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.place import place_of


def of_sign_in(keyed_hash: KeyedHash, email: EmailAddress, *, origin: str) -> Throttle:
    """Return what a failed sign-in is counted under."""
    return Throttle(
        (
            Counter(
                key=keyed_hash.of("attempt", "sign in", email.key),
                brakes=brakes.SIGN_INS_OF_ACCOUNT,
                is_wiped=True,
            ),
            *_tries_from(keyed_hash, origin, "sign in", email.key),
        )
    )


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
