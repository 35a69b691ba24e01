"""What banks know about the number of an account, without being asked."""

from typing import Protocol

import attrs

from siegvo.domain.payments.iban import Iban


@attrs.frozen(kw_only=True)
class CheckedIban:
    """An account that can be debited; its bank's code (BIC) and name when they are known."""

    iban: Iban
    bic: str | None = None
    bank_name: str | None = None


class Banks(Protocol):
    """The banks of the Single Euro Payments Area, from a register that came with the portal."""

    def check(self, text: str) -> CheckedIban:
        """Read what a person typed as a bank would; the first thing wrong is told.

        Raises:
            NotAnIban: it does not look like an IBAN, or like one of that country.
            UnknownCountry: no IBAN begins so.
            OutsideSepa: direct debits do not reach that country.
            TooShort: some of it is missing.
            TooLong: there is too much of it.
            WrongChecksum: the check digits do not fit.
            WrongRibKey: the key of the country's own number does not fit.
            CreditorsOwn: it is the utility's.
        """
