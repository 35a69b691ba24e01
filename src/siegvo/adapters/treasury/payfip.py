"""PayFiP, the treasury's payment service, by its SOAP service (`idop`)."""

from collections.abc import Callable, Mapping
from typing import Final, Self
from urllib.parse import urlsplit

import attrs

from siegvo.adapters.treasury.breaker import Breaker
from siegvo.adapters.treasury.envelope import Breakdown, Refusal, Unreadable, returned, written
from siegvo.adapters.treasury.fields import fields_of, is_idop
from siegvo.adapters.treasury.transactions import transaction
from siegvo.adapters.treasury.wire import Wire
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.treasury import (
    ClientDetails,
    Opened,
    PaymentOrder,
    TreasuryRefused,
    TreasuryUnavailable,
)
from siegvo.domain.billing.treasury_answer import Answer, NotKnownYet, UnknownOperation

Post = Callable[[bytes], bytes]
"""Send an envelope to the service, and return the one that answers it.

Raises:
    TreasuryUnavailable: there is none.
"""

SERVICE_PATH: Final = "/tpa/services/securite"
PAGE_PATH: Final = "/tpa/paiementws.web"

_NOTHING_TO_TELL: Final[Mapping[str, Answer]] = {"P1": UnknownOperation(), "P5": NotKnownYet()}
_NAMES: Final = ("libellen1", "libellen2", "libellen3")


@attrs.frozen(kw_only=True)
class PayFip:
    """`Treasury`: PayFiP at `url`, for the client number and in the mode that the DGFiP gave.

    What it raises holds neither an address nor an amount, and none of the service's words.
    """

    url: str
    client: str
    mode: str
    post: Post
    breaker: Breaker

    @classmethod
    def at(cls, url: str, *, client: str, mode: str, clock: Clock) -> Self:
        """Speak to the service whose base address is `url`."""
        base = url.rstrip("/")
        return cls(
            url=base,
            client=client,
            mode=mode,
            post=Wire(url=f"{base}{SERVICE_PATH}").post,
            breaker=Breaker(clock=clock),
        )

    @property
    def page_origin(self) -> str:
        place = urlsplit(self.url)
        return f"{place.scheme}://{place.netloc}"

    def open(self, order: PaymentOrder) -> Opened:
        asked = fields_of(order, client=self.client, mode=self.mode)
        try:
            answer = self._ask("creerPaiementSecurise", asked)
        except Refusal as refusal:
            raise TreasuryRefused(refusal.code) from None
        idop = answer.get("idop", "")
        if not is_idop(idop):
            raise _misunderstood()
        return Opened(idop=idop, page_url=f"{self.url}{PAGE_PATH}?idop={idop}")

    def look_up(self, idop: str) -> Answer:
        # Whoever sends a notification may write anything.
        if not is_idop(idop):
            return UnknownOperation()
        try:
            answer = self._ask("recupererDetailPaiementSecurise", {"idOp": idop})
            return transaction(answer)
        except Refusal as refusal:
            if refusal.code in _NOTHING_TO_TELL:
                return _NOTHING_TO_TELL[refusal.code]
            raise TreasuryRefused(refusal.code) from None
        except Unreadable:
            raise _misunderstood() from None

    def describe(self) -> ClientDetails:
        try:
            answer = self._ask("recupererDetailClient", {"numCli": self.client})
        except Refusal as refusal:
            raise TreasuryRefused(refusal.code) from None
        return ClientDetails(tuple(answer[name] for name in _NAMES if answer.get(name)))

    def _ask(self, operation: str, fields: Mapping[str, str]) -> Mapping[str, str]:
        with self.breaker.watching():
            content = self.post(written(operation, fields))
            try:
                return returned(content, by=operation)
            except Breakdown:
                why = "out of order"
                raise TreasuryUnavailable(why) from None
            except Unreadable:
                raise _misunderstood() from None


def _misunderstood() -> TreasuryUnavailable:
    return TreasuryUnavailable("an answer that makes no sense")
