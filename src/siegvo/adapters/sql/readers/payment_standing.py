"""Whether the portal has a word to say of how a tenure is paid, as a column beside the tenure."""

from typing import Final

from sqlalchemy import exists

from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.payments import payment_changes
from siegvo.domain.payments.change import ChangeStep

_COME_TO_NOTHING: Final = (ChangeStep.CANCELLED, ChangeStep.REFUSED, ChangeStep.LAPSED)

WAS_CHANGED_HERE: Final = (
    exists()
    .where(
        payment_changes.c.contract == tenures.c.contract,
        payment_changes.c.payer == tenures.c.payer,
        payment_changes.c.step.not_in([each.value for each in _COME_TO_NOTHING]),
    )
    .correlate(tenures)
)
