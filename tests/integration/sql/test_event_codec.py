"""Events that lie in the outbox, perhaps since an earlier release."""

from datetime import date, datetime
from types import NoneType
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from siegvo.adapters.sql.event_codec import UnreadableEvent, decode, encode, kinds_of_events
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.events import Event
from siegvo.domain.metering.events import ReadingSubmitted
from tests.support.builders.accounts import NOON

_SAMPLES = {str: "text", int: 7, bool: True, date: date(2026, 11, 23), datetime: NOON}


def _filled(kind: type[Event], *, with_nothing: bool) -> Event:
    """Make an event with a fact of the right sort in each field, or nothing where it may be."""
    hints = get_type_hints(kind)
    facts: dict[str, Any] = {
        field.name: _sample(hints[field.name], with_nothing=with_nothing)
        for field in attrs.fields(kind)
    }
    return kind(**facts)


def _sample(hint: type, *, with_nothing: bool) -> object:
    sorts = get_args(hint) or (hint,)
    return None if with_nothing and NoneType in sorts else _SAMPLES[sorts[0]]


class TestEveryEvent:
    @pytest.mark.parametrize("with_nothing", [False, True])
    @pytest.mark.parametrize("name", sorted(kinds_of_events()))
    def test_comes_back_as_it_was(self, name: str, *, with_nothing: bool) -> None:
        event = _filled(kinds_of_events()[name], with_nothing=with_nothing)

        assert decode(name, encode(event), at=event.at) == event

    def test_is_found_in_its_room(self) -> None:
        assert {AccountActivated, ReadingSubmitted} <= set(kinds_of_events().values())


class TestAnOldEvent:
    def test_loses_the_facts_nobody_asks_for_any_more(self) -> None:
        facts = {"account": "alice", "email": "alice@exemple.fr", "nickname": "Al"}

        event = decode("AccountActivated", facts, at=NOON)

        assert event == AccountActivated(at=NOON, account="alice")

    def test_is_unreadable_without_a_fact_that_is_needed_today(self) -> None:
        with pytest.raises(UnreadableEvent):
            decode("AccountActivated", {"nickname": "Al"}, at=NOON)

    def test_is_unreadable_when_there_is_no_such_event_any_more(self) -> None:
        with pytest.raises(UnreadableEvent):
            decode("AccountFrozen", {"account": "alice"}, at=NOON)

    def test_is_unreadable_when_a_fact_is_not_what_it_was(self) -> None:
        facts = encode(_filled(ReadingSubmitted, with_nothing=False)) | {"taken_on": "in June"}

        with pytest.raises(UnreadableEvent):
            decode("ReadingSubmitted", facts, at=NOON)
