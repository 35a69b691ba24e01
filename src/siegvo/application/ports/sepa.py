"""Direct debits, as banks want to be asked for them."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

import attrs

from siegvo.domain.payments.creditor import Creditor
from siegvo.domain.payments.direct_debit import DirectDebit


class SepaVersion(StrEnum):
    """The messages of ISO 20022 that ask for direct debits; the bank says which it takes."""

    OF_2009 = "pain.008.001.02"
    """The one of the French guides of 2010 to 2013 (CFONB, DGFiP)."""
    OF_2019 = "pain.008.001.08"


@attrs.frozen(kw_only=True)
class DebitMessage:
    """One file for the bank: who asks, for what, and how the file is named.

    `reference` is 1 to 30 letters, digits and dashes, and never another file's; `made_at` is UTC.
    """

    reference: str = attrs.field(validator=attrs.validators.matches_re(r"[A-Za-z0-9-]{1,30}"))
    made_at: datetime
    version: SepaVersion
    creditor: Creditor
    debits: tuple[DirectDebit, ...] = attrs.field(validator=attrs.validators.min_len(1))


class SepaFiles(Protocol):
    """Writes messages that hold against their schema; the same message, to the byte the same."""

    def write(self, message: DebitMessage) -> bytes:
        """Return the file; one block in it for each day and each sequence."""
