"""What every implementation of `Threads` and of `RequestSheets` promises."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from siegvo.application.portal import assemble
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.content import RequestContent, kind_of
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestCannotBecome, RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.requests import a_request
from tests.support.builders.threads import (
    CONTENTS,
    OTHER,
    SUBSCRIPTION,
    a_message,
    an_attachment,
)
from tests.support.outside import Surroundings
from tests.support.store import Store

FIRST, SECOND, THIRD = (RequestReference(2026, rank) for rank in (1, 2, 3))
LATER = NOON + timedelta(days=1)
CLERK = Actor.staff("c.weber")


@pytest.fixture(autouse=True)
def _accounts(store: Store) -> None:
    store.know(a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


class TestAThread:
    @pytest.mark.parametrize("content", CONTENTS, ids=lambda content: kind_of(content).value)
    def test_begins_with_what_was_asked(self, store: Store, content: RequestContent) -> None:
        request = a_request(kind=kind_of(content))
        with store.begin() as work:
            work.requests.add(request)
            work.threads.open(FIRST, content)

        with store.look() as readers:
            sheet = readers.request_sheets.mine(ALICE, FIRST)

        assert (sheet.request, sheet.content, sheet.messages) == (request, content, ())
        assert sheet.email == an_account(ALICE).email

    def test_keeps_messages_and_files_in_order(self, store: Store) -> None:
        messages = (
            a_message("Bonjour,\nvoici.", attachments=(an_attachment(2), an_attachment(1))),
            a_message("Merci. \U0001f44d", author=Author.STAFF, at=LATER),
            a_message(None, at=LATER, attachments=(an_attachment(3),)),
        )
        with store.begin() as work:
            work.requests.add(a_request(kind=RequestKind.OTHER))
            for message in messages:
                work.threads.add(FIRST, message)

        with store.look() as readers:
            assert readers.request_sheets.of(FIRST).messages == messages

    def test_is_of_one_request(self, store: Store) -> None:
        with store.begin() as work:
            for rank in (1, 2):
                work.requests.add(a_request(rank, kind=RequestKind.OTHER))
            work.threads.add(FIRST, a_message("Le premier"))
            work.threads.add(SECOND, a_message("Le second"))

        with store.look() as readers:
            assert readers.request_sheets.of(SECOND).messages == (a_message("Le second"),)

    def test_may_be_empty(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request())

        with store.look() as readers:
            sheet = readers.request_sheets.of(FIRST)

        assert (sheet.content, sheet.messages) == (None, ())

    def test_is_not_found_by_others(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request())

        with store.look() as readers:
            with pytest.raises(RequestNotFound):
                readers.request_sheets.mine(BOB, FIRST)
            with pytest.raises(RequestNotFound):
                readers.request_sheets.of(SECOND)

    def test_outlives_its_author(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request(kind=RequestKind.OTHER))
            work.threads.add(FIRST, a_message())
            work.requests.disown(ALICE)

        with store.look() as readers:
            sheet = readers.request_sheets.of(FIRST)
            with pytest.raises(RequestNotFound):
                readers.request_sheets.mine(ALICE, FIRST)

        assert (sheet.email, len(sheet.messages)) == (None, 1)


def test_an_account_is_charged_with_what_it_attached(store: Store) -> None:
    with store.begin() as work:
        for rank, account in ((1, ALICE), (2, ALICE), (3, BOB)):
            work.requests.add(a_request(rank, account=account, kind=RequestKind.OTHER))
        files = (an_attachment(1, size=100), an_attachment(2, size=20))
        work.threads.add(FIRST, a_message(attachments=files))
        work.threads.add(SECOND, a_message(attachments=(an_attachment(3, size=3),)))
        work.threads.add(THIRD, a_message(attachments=(an_attachment(4, size=4000),)))
        by_staff = a_message(author=Author.STAFF, attachments=(an_attachment(5, size=50000),))
        work.threads.add(FIRST, by_staff)

        assert work.threads.weight_of(ALICE) == 123
        assert work.threads.weight_of(BOB) == 4000


class TestWhatLeaves:
    def test_is_registered_and_of_the_kinds_that_leave(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request(1, kind=RequestKind.SUBSCRIPTION, contract=None, at=LATER))
            work.threads.open(FIRST, SUBSCRIPTION)
            work.threads.add(FIRST, a_message("Bonjour", author=Author.STAFF))
            work.requests.add(a_request(2, kind=RequestKind.OTHER))
            work.threads.open(SECOND, OTHER)
            asked = a_message("Bonjour", at=LATER, attachments=(an_attachment(),))
            work.threads.add(SECOND, asked)
            work.threads.add(SECOND, a_message("Encore", at=LATER))
            work.requests.add(a_request(3))
            started = a_request(4, kind=RequestKind.OTHER)
            work.requests.add(started.become(RequestState.IN_PROGRESS, at=LATER))
            work.threads.open(started.reference, OTHER)

        with store.look() as readers:
            second, first = readers.request_sheets.to_export(None)

        assert (second.reference, second.contract, second.content) == (SECOND, CONTRACT, OTHER)
        assert (second.message, second.attachments, second.is_fresh) == ("Bonjour", 1, True)
        assert second.email == an_account(ALICE).email
        assert (first.reference, first.content, first.message) == (FIRST, SUBSCRIPTION, None)

    def test_leaves_again_since_the_day_it_left(self, store: Store) -> None:
        left = a_request(kind=RequestKind.OTHER).become(RequestState.EXPORTED, at=LATER)
        with store.begin() as work:
            work.requests.add(left.become(RequestState.DONE, at=LATER))
            work.threads.open(FIRST, OTHER)
            work.requests.disown(ALICE)

        with store.look() as readers:
            assert readers.request_sheets.to_export(None) == ()
            assert readers.request_sheets.to_export(date(2026, 11, 25)) == ()
            (again,) = readers.request_sheets.to_export(date(2026, 11, 24))

        assert (again.reference, again.is_fresh, again.email) == (FIRST, False, None)


class TestWhatIsGranted:
    def test_is_the_end_of_a_contract_that_has_ended_for_who_asked(self, store: Store) -> None:
        with store.begin() as work:
            work.links.add(a_link(ALICE))
            work.requests.add(a_request(1, kind=RequestKind.TERMINATION))
            work.requests.add(a_request(2, kind=RequestKind.OTHER))
            work.requests.add(a_request(3, account=BOB, kind=RequestKind.TERMINATION))
            done = a_request(4, kind=RequestKind.TERMINATION).become(RequestState.DONE, at=LATER)
            work.requests.add(done)
        with store.look() as readers:
            assert readers.request_sheets.granted() == ()

        store.know(a_tenure(until="2026-11-30"))

        with store.look() as readers:
            assert readers.request_sheets.granted() == (FIRST,)


class TestTwoAtOnce:
    def test_clerks_who_answer_are_both_heard(
        self, store: Store, surroundings: Surroundings
    ) -> None:
        portal = assemble(surroundings.around(store))
        reference = portal.requests.send_request(account=ALICE, content=SUBSCRIPTION)
        both = Barrier(2)

        def answer(words: str) -> None:
            both.wait()
            portal.requests.answer_request(reference, message=MessageText(words), actor=CLERK)

        with ThreadPoolExecutor(2) as clerks:
            list(clerks.map(answer, ("Bonjour.", "Bonsoir.")))

        view = portal.requests.show_any_request(reference)
        assert {str(message.text) for message in view.messages} == {"Bonjour.", "Bonsoir."}
        assert view.request.state is RequestState.AWAITING_SUBSCRIBER
        assert view.request.version == 2

    def test_clerks_who_decide_do_not_both(self, store: Store, surroundings: Surroundings) -> None:
        portal = assemble(surroundings.around(store))
        reference = portal.requests.send_request(account=ALICE, content=SUBSCRIPTION)
        both = Barrier(2)

        def close(_: int) -> bool:
            both.wait()
            try:
                portal.requests.close_request(reference, actor=CLERK)
            except RequestCannotBecome:
                return False
            return True

        with ThreadPoolExecutor(2) as clerks:
            assert sorted(clerks.map(close, range(2))) == [False, True]

    def test_forms_are_one_request(self, store: Store, surroundings: Surroundings) -> None:
        portal = assemble(surroundings.around(store))
        form = surroundings.new_id()

        def send(_: int) -> RequestReference:
            return portal.requests.send_request(
                account=ALICE, content=SUBSCRIPTION, submission=form
            )

        with ThreadPoolExecutor(4) as threads:
            assert set(threads.map(send, range(8))) == {FIRST}
