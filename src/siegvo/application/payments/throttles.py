"""What is counted when somebody asks for another payment mode."""

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.payments import brakes


def of_payment_change(keyed_hash: KeyedHash, account: AccountId) -> Throttle:
    """Return what a change is counted under: each writes to every mailbox of a payer."""
    key = keyed_hash.of("attempt", "change payment", str(account))
    return Throttle((Counter(key=key, brakes=brakes.CHANGES_OF_ACCOUNT),))
