"""What somebody drew, as a file of their own."""

from collections.abc import Iterator
from typing import Final

from siegvo.adapters.exchange_files.words import SOURCES
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.consumption import Consumption

_WORDS: Final = {source: word for word, source in SOURCES.items()}
_HEADER: Final = (
    "numero_contrat",
    "numero_compteur",
    "periode_debut",
    "periode_fin",
    "jours",
    "index_fin",
    "origine",
    "volume_m3",
    "litres_par_jour",
)


def consumption_rows(
    contract: ContractNumber, consumption: Consumption
) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each period of each place, the oldest first.

    The meter is the one in place at the end; `origine` says who read it then.
    """
    yield _HEADER
    for place in consumption.places:
        for period in place.periods:
            yield (
                contract.digits,
                period.closing_serial,
                period.first.isoformat(),
                period.last.isoformat(),
                str(period.days),
                str(period.closing_index),
                _WORDS[period.source],
                str(period.cubic_metres),
                str(period.litres_a_day),
            )
