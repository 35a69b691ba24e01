"""Every refusal, and every absence, has its sentence."""

import string
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import walk_packages

import attrs
import pytest

import siegvo
from siegvo.adapters.french.errors import exchange, outside
from siegvo.adapters.french.explain import SENTENCES, explain
from siegvo.application.ports.unavailable import HasherBusy, Unavailable
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.meter_index import InvalidMeterIndex, MeterIndex


def _named(kind: type[Exception]) -> set[type[Exception]]:
    """Return every class of `kind` that a module names, the general ones aside."""
    names = (each.name for each in walk_packages(siegvo.__path__, "siegvo."))
    modules = [import_module(name) for name in names if ".migrations." not in name]
    named = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, kind)
    }
    return named - {parent for error in named for parent in error.__mro__[1:]}


def test_every_refusal_has_its_sentence() -> None:
    assert _named(DomainError) == set(SENTENCES)


def test_every_absence_has_its_sentence() -> None:
    assert _named(Unavailable) <= set(outside.ABSENCES)


@pytest.mark.parametrize("error", SENTENCES, ids=lambda error: error.__name__)
def test_a_sentence_asks_for_facts_the_refusal_carries(error: type[DomainError]) -> None:
    asked = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[error]) if name}

    assert asked <= set(attrs.fields_dict(error))


@pytest.mark.parametrize("sentence", [*SENTENCES.values(), *outside.ABSENCES.values()])
def test_a_sentence_is_set_as_the_french_set_it(sentence: str) -> None:
    assert "'" not in sentence
    assert not any(f" {mark}" in sentence for mark in ":;!?»")
    assert "« " not in sentence


_REASONS = set(exchange.SENTENCES.values())
"""What stands in a reject file, behind the number of a line, is no sentence."""


@pytest.mark.parametrize("sentence", sorted({*SENTENCES.values()} - _REASONS))
def test_a_sentence_begins_and_ends_as_one(sentence: str) -> None:
    assert sentence[0].isupper() or sentence.startswith("{")
    assert sentence.endswith((".", "?", "!"))


def test_a_volume_is_written_as_the_french_write_it() -> None:
    refusal = ReadingToConfirm(index=MeterIndex(17900), drawn=1182, days=41, usual=None)

    assert "1\u202f182\u00a0m³" in explain(refusal)


@pytest.mark.parametrize(("second", "said"), [(0, "12h05"), (1, "12h06")])
def test_nobody_is_sent_back_a_second_too_soon(second: int, said: str) -> None:
    until = datetime(2026, 11, 23, 11, 5, second, tzinfo=UTC)

    assert said in explain(TooManyAttempts(until))


def test_facts_stand_in_their_places() -> None:
    assert explain(InvalidMeterIndex("12m")).startswith("Saisissez les chiffres noirs")
    assert "quelques secondes" in explain(HasherBusy())
