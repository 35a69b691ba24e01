"""What a refused link is counted under.

The three axes of the card.  A try that one of them refuses is counted on none: an account
that has used up its own tries no longer touches the counter of a contract.
"""

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts import brakes
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.place import place_of


def of_link(
    keyed_hash: KeyedHash, account: AccountId, number: ContractNumber, *, origin: str
) -> Throttle:
    """Return what a failed link is counted under; no success wipes any of it."""
    counters = [
        Counter(
            key=keyed_hash.of("attempt", "link by", str(account)), brakes=brakes.LINKS_OF_ACCOUNT
        ),
        Counter(
            key=keyed_hash.of("attempt", "link to", number.digits), brakes=brakes.LINKS_OF_CONTRACT
        ),
    ]
    if origin:
        key = keyed_hash.of("attempt", "link from", place_of(origin))
        counters.append(Counter(key=key, brakes=brakes.LINKS_FROM_PLACE))
    return Throttle(tuple(counters))
