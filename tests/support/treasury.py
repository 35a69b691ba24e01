"""A treasury that is only imagined: tests decide what becomes of each operation."""

from datetime import datetime
from itertools import count
from typing import Final

import attrs

from siegvo.adapters.treasury.fields import fields_of, is_idop
from siegvo.application.ports.treasury import (
    ClientDetails,
    Opened,
    PaymentOrder,
    TreasuryUnavailable,
)
from siegvo.domain.billing.treasury_answer import (
    Answer,
    NotKnownYet,
    Transaction,
    TreasuryResult,
    UnknownOperation,
)
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import NOON

CLIENT: Final = "090909"
ORIGIN: Final = "https://payfip.exemple.fr"


@attrs.define(kw_only=True)
class FakeTreasury:
    """`Treasury`: operations wait for `decide`, are cleared away by `forget`.

    While there is `trouble`, it raises that, and does nothing; `asked` are the operations it
    was asked about, in order.
    """

    client: str = CLIENT
    mode: str = "T"
    page_origin: str = ORIGIN
    names: tuple[str, ...] = ("SIEGVO", "Eau potable")
    trouble: Exception | None = None
    orders: dict[str, PaymentOrder] = attrs.Factory(dict)
    answers: dict[str, Answer] = attrs.Factory(dict)
    asked: list[str] = attrs.Factory(list)
    _numbers: count = attrs.field(factory=lambda: count(1), init=False)  # type: ignore[type-arg]

    def open(self, order: PaymentOrder) -> Opened:
        fields_of(order, client=self.client, mode=self.mode)
        self._work()
        idop = f"00000000-0000-1000-8000-{next(self._numbers):012}"
        self.orders[idop] = order
        self.answers[idop] = NotKnownYet()
        return Opened(idop=idop, page_url=f"{self.page_origin}/tpa/paiementws.web?idop={idop}")

    def look_up(self, idop: str) -> Answer:
        self.asked.append(idop)
        if not is_idop(idop):
            return UnknownOperation()
        self._work()
        return self.answers.get(idop, UnknownOperation())

    def describe(self) -> ClientDetails:
        self._work()
        return ClientDetails(self.names)

    def decide(  # what the service will tell, true or not
        self,
        idop: str,
        result: TreasuryResult = TreasuryResult.PAID_BY_CARD,
        *,
        at: datetime = NOON,
        amount: Money | None = None,
        reference: str | None = None,
        named: str | None = None,
    ) -> None:
        """Have the payer end the operation; with what is given, the service then tells wrong."""
        order = self.orders[idop]
        self.answers[idop] = Transaction(
            idop=named or idop,
            reference=reference or order.reference,
            fiscal_year=order.fiscal_year,
            amount=amount or order.amount,
            client=self.client,
            result=result,
            at=at,
            mode=self.mode,
        )

    def forget(self, idop: str) -> None:
        """Clear the operation away, as the service does every night."""
        self.answers[idop] = UnknownOperation()

    def fall_silent(self) -> None:
        """Answer no more, until `trouble` is taken back."""
        self.trouble = TreasuryUnavailable("TimeoutError")

    @property
    def last(self) -> str:
        """Return the operation that was opened last."""
        return next(reversed(self.orders))

    def _work(self) -> None:
        if self.trouble:
            raise self.trouble
