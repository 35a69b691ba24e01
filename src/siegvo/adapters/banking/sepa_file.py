"""Direct debits as files for the bank."""

import attrs

from siegvo.application.ports.sepa import DebitMessage


@attrs.frozen
class SepaXmlFiles:
    """`SepaFiles`, by sepaxml and the schemas it ships."""

    def write(self, message: DebitMessage) -> bytes:
        # XML and its schemas are slow to import: only those who collect pay for it.
        from siegvo.adapters.banking.pain008 import written  # noqa: PLC0415

        return written(message)
