from datetime import timedelta

import pytest

from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.mediation import mediation_of
from siegvo.domain.requests.message import Author
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import NOON
from tests.support.builders.requests import a_request
from tests.support.builders.threads import a_message

A_DAY, MONTH = timedelta(days=1), timedelta(days=30)
ASKED = a_request(kind=RequestKind.OTHER)
OPENING = a_message()


class TestTheMediator:
    @pytest.mark.parametrize(
        ("later", "is_open"),
        [(timedelta(0), False), (MONTH - timedelta(seconds=1), False), (MONTH, True)],
    )
    def test_may_be_turned_to_from_the_thirtieth_day(
        self,
        later: timedelta,
        is_open: bool,  # noqa: FBT001
    ) -> None:
        mediation = mediation_of(ASKED, [OPENING], now=NOON + later)

        assert mediation
        assert (mediation.opens_at, mediation.is_open) == (NOON + MONTH, is_open)

    def test_is_not_needed_once_staff_answered(self) -> None:
        answer = a_message(author=Author.STAFF, at=NOON + A_DAY)

        assert mediation_of(ASKED, [OPENING, answer], now=NOON + MONTH) is None

    def test_is_named_again_when_a_reply_stays_without_answer(self) -> None:
        answer = a_message(author=Author.STAFF, at=NOON + A_DAY)
        replies = [a_message(at=NOON + 2 * A_DAY), a_message(at=NOON + 5 * A_DAY)]

        mediation = mediation_of(ASKED, [OPENING, answer, *replies], now=NOON + MONTH)

        assert mediation
        assert (mediation.waiting_since, mediation.is_open) == (NOON + 2 * A_DAY, False)

    def test_has_nothing_to_do_with_what_is_closed(self) -> None:
        closed = ASKED.become(RequestState.DONE, at=NOON)

        assert mediation_of(closed, [OPENING], now=NOON + 2 * MONTH) is None

    def test_has_nothing_to_do_with_readings(self) -> None:
        assert mediation_of(a_request(), [], now=NOON + 2 * MONTH) is None
