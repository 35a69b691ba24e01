"""Contracts whose keys tests know."""

from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.policy import KEY_ENOUGH_BITS
from tests.support.outside import PlainKeyedHash
from tests.support.store import Store


def know_with_key(
    store: Store, tenure: Tenure, key: SecurityKey, *, bits: int = KEY_ENOUGH_BITS
) -> None:
    """Import a tenure that `key`, of so many `bits`, opens, as the exchange files do."""
    bound = (tenure.contract.digits, tenure.payer.text, key.text)
    store.know(tenure, key_hash=PlainKeyedHash().of("security-key", *bound), key_bits=bits)
