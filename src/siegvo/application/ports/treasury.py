"""The treasury's payment service (PayFiP), as the core wants to see it.

The portal opens an operation, sends the payer to its page, and asks what became of it.
Nothing else tells: neither the payer's return nor the notification.
"""

from typing import Protocol

import attrs

from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.billing.treasury_answer import Answer
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money


class TreasuryUnavailable(Unavailable):
    """The treasury's service cannot be reached, is slow, or does not answer as it should."""


@attrs.frozen
class TreasuryRefused(Refused):
    """The treasury's service answers that it will not; `code` is its own, such as `T1`."""

    code: str


@attrs.frozen(kw_only=True)
class PaymentOrder:
    """What is to be paid: a bill, its amount, whom to write to, where to come back.

    `reference` is what the treasury keeps of the bill: 1 to 30 ASCII letters and digits.
    The service takes 1.00 euro and more, but less than 100,000.
    """

    fiscal_year: int
    reference: str
    amount: Money
    subject: str
    email: EmailAddress = attrs.field(repr=False)
    return_url: str = attrs.field(repr=False)
    notification_url: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Opened:
    """An operation that waits for its payer, who pays at `page_url` within 15 minutes."""

    idop: str
    page_url: str


@attrs.frozen
class ClientDetails:
    """The names under which the treasury knows the utility."""

    names: tuple[str, ...]


class Treasury(Protocol):
    """The service, for one client of the treasury; never asked inside a transaction."""

    @property
    def client(self) -> str:
        """Return the six digits of our client number (`numcli`)."""

    @property
    def mode(self) -> str:
        """Return `T` (test), `X` (activation) or `W` (production)."""

    @property
    def page_origin(self) -> str:
        """Return the origin of the payment pages, such as `https://www.payfip.gouv.fr`."""

    def open(self, order: PaymentOrder) -> Opened:
        """Make an operation for `order`; asked twice, there are two.

        Raises:
            TreasuryRefused: `order` cannot be paid there.
            TreasuryUnavailable: no answer, or none that can be understood.
        """

    def look_up(self, idop: str) -> Answer:
        """Return what became of an operation.

        Raises:
            TreasuryRefused: it will not say.
            TreasuryUnavailable: no answer, or none that can be understood.
        """

    def describe(self) -> ClientDetails:
        """Return the names of our client number.

        Raises:
            TreasuryRefused: it knows no such client.
            TreasuryUnavailable: no answer, or none that can be understood.
        """
