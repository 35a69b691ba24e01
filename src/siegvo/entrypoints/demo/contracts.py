"""Contracts and meters of the demo, as its exchange files will tell them."""

from datetime import date
from enum import Enum, auto

import attrs

from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen(kw_only=True)
class DemoPayer:
    code: str
    name: str
    address: PostalAddress
    category: str = "particulier"
    siret: str = ""


@attrs.frozen(kw_only=True)
class DemoMeter:
    """How it was fitted, how much flows through it, and how the last reading was taken.

    `litres` is what is drawn in a day; without `removed_on` it still turns.
    `leaked` m3 ran out before the last reading.
    """

    serial: str
    litres: int
    fitted_on: date
    fitted_at: int = 0
    removed_on: date | None = None
    dials: int = 5
    is_remote_read: bool = False
    last_source: str = "agent"
    leaked: int = 0

    @property
    def capacity(self) -> int:
        """How many cubic metres bring the wheels back to zero."""
        return int(10**self.dials)


class Fate(Enum):
    """What became of an invoice."""

    USUAL = auto()
    """It was paid in time, or will be."""
    DUE = auto()
    DEBITED_SOON = auto()
    LATE = auto()
    PARTLY_PAID = auto()
    CREDITED = auto()
    CANCELLED = auto()


@attrs.frozen(kw_only=True)
class DemoContract:
    """`fates` are those of its last invoices, the newest first; the others are as usual."""

    number: str
    key: str
    payer: DemoPayer
    supply: PostalAddress
    started_on: date
    meters: tuple[DemoMeter, ...]
    ended_on: date | None = None
    is_suspended: bool = False
    payment_mode: str = "facture"
    has_e_invoice: bool = False
    occupant: str = ""
    fates: tuple[Fate, ...] = ()
