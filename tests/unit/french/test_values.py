from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.french.values import number, say, telephone
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 7, 1), "01/07/2026"),
        (datetime(2026, 7, 1, 10, 5, tzinfo=UTC), "01/07/2026 à 12h05"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "01/01/2027 à 0h30"),
        (MeterIndex(1250), "1\u202f250\u00a0m³"),
        (
            PostalAddress(street="12 rue des Prés", postcode="57130", town="GRAVELOTTE"),
            "12 rue des Prés, 57130 GRAVELOTTE",
        ),
        ("a word", "a word"),
    ],
)
def test_values_are_written_as_the_french_write_them(value: object, text: str) -> None:
    assert say(value) == text


@pytest.mark.parametrize("source", ReadingSource)
def test_every_source_has_its_words(source: ReadingSource) -> None:
    assert say(source) != source.value


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_numbers_are_those_of_the_unicode_locale_data(count: int) -> None:
    assert number(count) == format_decimal(count, locale="fr")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_days_are_those_of_the_unicode_locale_data(day: date) -> None:
    assert say(day) == format_date(day, "dd/MM/yyyy", locale="fr")


def test_telephone_numbers_are_read_by_pairs() -> None:
    assert telephone("0387534043") == "03\u00a087\u00a053\u00a040\u00a043"
