"""The invoices of a network: one for each pair of readings, the older ones paid."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from benchmarks.network import Supply

_CENTS_A_M3 = 512
_STANDING_CHARGE = 4_150
_DUE_WITHIN = timedelta(days=30)


def invoices_of(supply: Supply) -> Iterator[dict[str, object]]:
    """Yield rows of the table `invoices`, the oldest first."""
    rank = 0
    newest = max(reading.taken_on for meter in supply.meters for reading in meter.readings)
    for meter in supply.meters:
        for opening, closing in pairwise(meter.readings):
            rank += 1
            volume = closing.index_m3 - opening.index_m3
            total = _STANDING_CHARGE + volume * _CENTS_A_M3
            issued_on = closing.taken_on + timedelta(days=12)
            yield {
                "number": f"{issued_on.year}-EA-{supply.number}-{rank:02}",
                "contract": supply.number,
                "kind": "invoice",
                "issued_on": issued_on,
                "due_on": issued_on + _DUE_WITHIN,
                "period_first": opening.taken_on,
                "period_last": closing.taken_on,
                "belongs_on": closing.taken_on - timedelta(days=1),
                "total_cents": total,
                "outstanding_cents": total if closing.taken_on == newest else 0,
                "as_of": newest + _DUE_WITHIN,
                "net_cents": round(total / 1.055),
                "volume_m3": volume,
                "is_cancelled": False,
            }
