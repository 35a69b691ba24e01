"""Who opens a page and the sheet it shows, asked in one statement instead of two."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps

from flask import g, request
from flask.typing import ResponseReturnValue

from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.contracts.contract_number import ContractNumber, InvalidContractNumber
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.current import Arguments


def arriving(
    view: Callable[Arguments, ResponseReturnValue],
) -> Callable[Arguments, ResponseReturnValue]:
    """Ask for the sheet of `sheet_of` together with who comes; `signed_in` goes within."""

    @wraps(view)
    def met(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if sent := current.cookie().sent:
            arrival = current.portal().accounts.arrive(
                sent, contract=_named(), origin=current.origin()
            )
            current.meet(arrival.visitor if arrival else None)
            g.sheet = arrival.sheet if arrival else None
        return view(*args, **kwargs)

    return met


def sheet_of(number: ContractNumber) -> ContractSheet:
    """Return the sheet of a contract: what came along, if it is that one."""
    came: ContractSheet | None = g.get("sheet")
    if came and came.tenure.contract == number:
        return came
    return current.portal().contracts.show_dashboard(holder=current.account(), contract=number)


def _named() -> ContractNumber | None:
    """Return what the query names; of what it garbles, `chosen_contract` complains."""
    with suppress(InvalidContractNumber):
        return ContractNumber.parse(request.args["contrat"]) if "contrat" in request.args else None
    return None
