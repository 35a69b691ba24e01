"""The account that debits are taken from."""

import attrs

from siegvo.domain.payments.iban import Iban
from siegvo.domain.requests.asked import Asked, answers


@attrs.frozen(kw_only=True)
class BankDetails:
    """An account, whose it is, and the bank that keeps it, as far as its number tells."""

    iban: Iban
    holder: str = attrs.field(repr=False, validator=answers(Asked.NAME))
    bic: str | None = None
    bank_name: str | None = None
