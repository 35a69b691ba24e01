"""What the address of the consumption page asks for."""

from enum import StrEnum
from typing import Final, Self
from urllib.parse import urlencode

import attrs
from flask import abort, request

from siegvo.domain.contracts.contract_number import ContractNumber

PATH: Final = "/consommations"


class View(StrEnum):
    """What the bars stand for: the volume of each period, or of a day in it."""

    PERIOD = "periode"
    DAY = "jour"

    @property
    def other(self) -> "View":
        return View.DAY if self is View.PERIOD else View.PERIOD


@attrs.frozen(kw_only=True)
class ConsumptionQuery:
    """Without a `view`, the one that lets the periods be compared.  `persons` as typed."""

    contract: ContractNumber
    view: View | None = None
    persons: str | None = None

    @classmethod
    def asked(cls, *, contract: ContractNumber) -> Self:
        """Read the address of this request; what nobody could have meant is a page not found."""
        return cls(
            contract=contract,
            view=_view(request.args.get("vue", "")),
            persons=request.args.get("personnes"),
        )

    def href(self) -> str:
        """Return the address that asks for this."""
        words = {"contrat": str(self.contract), "vue": self.view, "personnes": self.persons}
        return f"{PATH}?{urlencode({name: word for name, word in words.items() if word})}"


def _view(text: str) -> View | None:
    if not text:
        return None
    try:
        return View(text)
    except ValueError:
        abort(404)
