"""Why a person should look at a change before it takes effect."""

from collections.abc import Collection

import attrs

from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.payments.change import Suspicion
from siegvo.domain.payments.same_person import may_be_same
from siegvo.domain.policy import PAYERS_PER_BANK_ACCOUNT


@attrs.frozen(kw_only=True)
class Circumstances:
    """What is known of whoever asks, and of the account they give, if they give one.

    `debited_payers` are those whose debits it serves already.
    """

    payer: PayerCode
    payer_name: str
    is_access_fresh: bool
    holder: str | None = attrs.field(default=None, repr=False)
    debited_payers: Collection[PayerCode] = ()

    def suspicions(self) -> frozenset[Suspicion]:
        """Return what does not look right."""
        found = set()
        if self.is_access_fresh:
            found.add(Suspicion.FRESH_ACCESS)
        if len({*self.debited_payers} - {self.payer}) >= PAYERS_PER_BANK_ACCOUNT:
            found.add(Suspicion.SHARED_ACCOUNT)
        if self.holder is not None and not may_be_same(self.holder, self.payer_name):
            found.add(Suspicion.OTHER_HOLDER)
        return frozenset(found)
