"""What each kind of request asks of the service."""

from datetime import date
from enum import StrEnum
from typing import Final

import attrs
from attrs.validators import and_, ge, instance_of, lt, max_len, min_len, optional

from siegvo.domain import policy
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.address import is_typed_address
from siegvo.domain.requests.asked import Asked, answers
from siegvo.domain.requests.cap_claim import CapClaim
from siegvo.domain.requests.days import check_birthday, check_move, check_past
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.telephone import Telephone

_MOST_INDEX: Final = 10**9
_index = optional(and_(instance_of(int), ge(0), lt(_MOST_INDEX)))


class Occupancy(StrEnum):
    """Whether they own the place or rent it."""

    OWNER = "owner"
    TENANT = "tenant"


class LeakPlace(StrEnum):
    """Where water runs out: before the meter it is the service's, after it the subscriber's."""

    STREET = "street"
    METER = "meter"
    AFTER_METER = "after_meter"
    UNKNOWN = "unknown"


class ContractMissing(Invalid):
    """A termination says which contract ends."""


class LeakNowhere(Invalid):
    """A leak is somewhere: at a contract's address, or at another."""


@attrs.frozen(kw_only=True)
class Subscription:
    """Water wanted at `supply` from `move_in_on` (a day in Paris).

    One or two `names`; letters go to `billing`, or to `supply`.  The index (whole m3) and the
    serial are what the meter shows the day they move in.
    """

    supply: PostalAddress = attrs.field(validator=is_typed_address)
    move_in_on: date
    names: tuple[str, ...] = attrs.field(
        validator=and_(min_len(1), max_len(2), attrs.validators.deep_iterable(answers(Asked.NAME)))
    )
    telephone: Telephone
    occupancy: Occupancy
    born_on: date | None = None
    index_m3: int | None = attrs.field(default=None, validator=_index)
    meter: str | None = attrs.field(default=None, validator=optional(answers(Asked.METER)))
    previous_occupant: str | None = attrs.field(
        default=None, validator=optional(answers(Asked.PREVIOUS_OCCUPANT))
    )
    billing: PostalAddress | None = attrs.field(default=None, validator=optional(is_typed_address))
    payment_mode: PaymentMode = PaymentMode.ON_INVOICE
    e_invoice: bool = False

    def check(self, *, contract: ContractNumber | None, today: date) -> None:
        """Let pass what may be asked today.

        Raises:
            DayTooFarAhead, DayTooLongAgo: about the day they move in.
            BirthdayUnlikely: nobody of that age subscribes.
        """
        del contract
        check_move(self.move_in_on, today=today)
        if self.born_on is not None:
            check_birthday(self.born_on, today=today)


@attrs.frozen(kw_only=True)
class Termination:
    """The contract ends on `leaving_on` (a day in Paris); the last invoice goes to `forwarding`."""

    leaving_on: date
    forwarding: PostalAddress = attrs.field(validator=is_typed_address)
    telephone: Telephone
    index_m3: int | None = attrs.field(default=None, validator=_index)
    new_occupant: str | None = attrs.field(
        default=None, validator=optional(answers(Asked.NEW_OCCUPANT))
    )

    def check(self, *, contract: ContractNumber | None, today: date) -> None:
        """Let pass what may be asked today.

        Raises:
            ContractMissing: which one ends?
            DayTooFarAhead, DayTooLongAgo: about the day they leave.
        """
        if contract is None:
            raise ContractMissing
        check_move(self.leaving_on, today=today)


@attrs.frozen(kw_only=True)
class Leak:
    """Water runs out since a day, and perhaps still; where no contract is named, at `address`."""

    where: LeakPlace
    since: date
    is_flowing: bool
    address: PostalAddress | None = attrs.field(default=None, validator=optional(is_typed_address))
    telephone: Telephone | None = None

    def check(self, *, contract: ContractNumber | None, today: date) -> None:
        """Let pass what may be told today.

        Raises:
            LeakNowhere: neither a contract nor an address.
            DayNotPassedYet, DayTooLongAgo: about the day it began.
        """
        if contract is None and self.address is None:
            raise LeakNowhere
        check_past(self.since, today=today, within=policy.LEAK_BACK)


@attrs.frozen(kw_only=True)
class OtherMatter:
    """Anything else, under a subject."""

    subject: str = attrs.field(validator=answers(Asked.SUBJECT))

    def check(self, *, contract: ContractNumber | None, today: date) -> None:
        """Let pass anything."""
        del contract, today


RequestContent = Subscription | Termination | Leak | CapClaim | OtherMatter

KINDS: Final = {
    Subscription: RequestKind.SUBSCRIPTION,
    Termination: RequestKind.TERMINATION,
    Leak: RequestKind.LEAK,
    CapClaim: RequestKind.LEAK,
    OtherMatter: RequestKind.OTHER,
}
"""The kind of request that each content makes."""

NEEDS_WORDS: Final = (Leak, OtherMatter)
"""What means nothing without a message."""


def kind_of(content: RequestContent) -> RequestKind:
    """Return the kind of request that asks this."""
    return KINDS[type(content)]
