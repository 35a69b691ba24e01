"""Bank accounts, held against the register that schwifty brings."""

import attrs

from siegvo.application.ports.banks import CheckedIban
from siegvo.domain.payments.iban import CreditorsOwn, Iban


@attrs.frozen
class SchwiftyBanks:
    """`Banks` that schwifty knows of; `own` are accounts of the utility, debited by nobody."""

    own: frozenset[Iban] = frozenset()

    def check(self, text: str) -> CheckedIban:
        # The register is large: only those who type an IBAN pay for it.
        from siegvo.adapters.banking.register import checked  # noqa: PLC0415

        found = checked(text)
        if found.iban in self.own:
            raise CreditorsOwn
        return found
