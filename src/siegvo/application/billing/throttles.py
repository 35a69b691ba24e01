"""What is counted when somebody changes how invoices come."""

from typing import Final

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.throttle import Brakes, Limit
from siegvo.domain.policy import E_INVOICE_WISHES_OF_ACCOUNT

_WISHES: Final[Brakes] = (Limit(*E_INVOICE_WISHES_OF_ACCOUNT),)


def of_e_invoice(keyed_hash: KeyedHash, account: AccountId) -> Throttle:
    """Return what a wish is counted under: each is a letter to every account of the payer."""
    key = keyed_hash.of("attempt", "e-invoice", str(account))
    return Throttle((Counter(key=key, brakes=_WISHES),))
