"""What leaves for the billing system, in the words in which it comes back."""

from collections.abc import Iterable, Iterator
from typing import Final

from siegvo.adapters.exchange_files.words import SOURCES
from siegvo.domain.metering.sent_reading import SentReading

_WORDS: Final = {source: word for word, source in SOURCES.items()}
_HEADER: Final = (
    "numero_compteur",
    "releve_le",
    "index",
    "origine",
    "numero_contrat",
    "reference",
)


def reading_rows(readings: Iterable[SentReading]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each reading."""
    yield _HEADER
    for sent in readings:
        yield (
            sent.serial,
            sent.reading.taken_on.isoformat(),
            str(sent.reading.index),
            _WORDS[sent.reading.source],
            str(sent.contract),
            str(sent.reference),
        )
