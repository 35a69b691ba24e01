"""What is counted when somebody writes to the service."""

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.place import place_of
from siegvo.domain.requests import brakes


def of_request(keyed_hash: KeyedHash, account: AccountId) -> Throttle:
    """Return what a new request is counted under."""
    key = keyed_hash.of("attempt", "ask the service", str(account))
    return Throttle((Counter(key=key, brakes=brakes.REQUESTS_OF_ACCOUNT),))


def of_reply(keyed_hash: KeyedHash, account: AccountId) -> Throttle:
    """Return what a message in a thread is counted under."""
    key = keyed_hash.of("attempt", "write to the service", str(account))
    return Throttle((Counter(key=key, brakes=brakes.REPLIES_OF_ACCOUNT),))


def of_contact(keyed_hash: KeyedHash, email: EmailAddress, *, origin: str) -> Throttle:
    """Return what a message of anybody is counted under: each is a letter to that mailbox."""
    mailbox = keyed_hash.of("attempt", "contact of", email.key)
    counters = [Counter(key=mailbox, brakes=brakes.CONTACTS_OF_MAILBOX)]
    if origin:
        place = keyed_hash.of("attempt", "contact from", place_of(origin))
        counters.append(Counter(key=place, brakes=brakes.CONTACTS_FROM_PLACE))
    return Throttle(tuple(counters))
