"""What every implementation of `Submissions` promises."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier
from time import sleep
from uuid import UUID

import pytest

from siegvo.application.repositories.submissions import Submission, SubmissionReused
from tests.support.builders.accounts import NOON
from tests.support.store import Store

FORM = Submission(author="alice", action="submit reading", id=UUID(int=7), content="100214873 1247")


def _settle(store: Store, form: Submission = FORM, outcome: str = "D-2026-000001") -> None:
    with store.begin() as work:
        assert work.submissions.claim(form, at=NOON) is None
        work.submissions.settle(form, outcome)


def test_a_form_that_comes_back_gets_the_first_outcome(store: Store) -> None:
    _settle(store)

    with store.begin() as work:
        assert work.submissions.claim(FORM, at=NOON) == "D-2026-000001"


def test_a_form_that_comes_back_with_other_answers_is_refused(store: Store) -> None:
    _settle(store)
    other = Submission(author=FORM.author, action=FORM.action, id=FORM.id, content="else")

    with store.begin() as work, pytest.raises(SubmissionReused):
        work.submissions.claim(other, at=NOON)


@pytest.mark.parametrize(
    "other",
    [
        Submission(author="bob", action=FORM.action, id=FORM.id, content=FORM.content),
        Submission(author=FORM.author, action="link", id=FORM.id, content=FORM.content),
        Submission(author=FORM.author, action=FORM.action, id=UUID(int=8), content=FORM.content),
    ],
    ids=["author", "action", "id"],
)
def test_another_form_is_another_form(store: Store, other: Submission) -> None:
    _settle(store)

    with store.begin() as work:
        assert work.submissions.claim(other, at=NOON) is None


def test_a_form_whose_block_raised_may_come_again(store: Store) -> None:
    with suppress(ZeroDivisionError), store.begin() as work:
        work.submissions.claim(FORM, at=NOON)
        raise ZeroDivisionError

    _settle(store)


def test_forgetting_the_old_keeps_those_of_that_very_moment(store: Store) -> None:
    _settle(store)

    with store.begin() as work:
        assert work.submissions.forget_older_than(NOON) == 0
        assert work.submissions.forget_older_than(NOON + timedelta(seconds=1)) == 1
        assert work.submissions.claim(FORM, at=NOON) is None


def test_whoever_comes_second_waits_for_the_first_to_end(store: Store) -> None:
    both_are_there = Barrier(2)

    def send(outcome: str) -> str:
        both_are_there.wait()
        with store.begin() as work:
            first = work.submissions.claim(FORM, at=NOON)
            if first is not None:
                return first
            sleep(0.3)
            work.submissions.settle(FORM, outcome)
        return outcome

    with ThreadPoolExecutor(2) as threads:
        outcomes = set(threads.map(send, ("D-2026-000001", "D-2026-000002")))

    assert len(outcomes) == 1
