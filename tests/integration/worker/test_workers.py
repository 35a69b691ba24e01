"""Workers, a database of each kind, and a mail server: nothing lost, nothing sent twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import attrs
import pytest
from sqlalchemy import Engine

from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.application.notifications.delivery import Outcome
from siegvo.application.portal import Portal, assemble
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.policy import MAIL_WAITS
from siegvo.entrypoints.worker import run_once
from tests.support.builders import events
from tests.support.builders.accounts import a_registration, an_account
from tests.support.database import Database
from tests.support.mail_server import MailSink, running_mail_server
from tests.support.outside import Surroundings
from tests.support.sample_portal import smtp_mailer

PEOPLE = 24
WORKERS = 3


def account(number: int) -> AccountId:
    return AccountId(UUID(int=number))


def mailbox(number: int) -> str:
    return f"abonne{number}@exemple.fr"


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with running_mail_server() as running:
        yield running


@pytest.fixture
def posting(database: Database, surroundings: Surroundings, sink: MailSink) -> Portal:
    """Open a portal whose letters leave through the mail server."""
    mailer = smtp_mailer(sink.port, clock=surroundings.clock, at="http://localhost:8000")
    return assemble(attrs.evolve(surroundings.around(database), mailer=mailer))


@pytest.fixture
def told_to(database: Database) -> Callable[[int], None]:
    """Return what gives a number of people an account, and something to be told."""

    def happen(people: int) -> None:
        with database.begin() as work:
            for number in range(people):
                work.accounts.add(an_account(account(number), email=mailbox(number)))
                work.record(events.known_address(account(number)))

    return happen


class TestSeveralWorkers:
    def test_share_the_letters(
        self, posting: Portal, sink: MailSink, told_to: Callable[[int], None]
    ) -> None:
        told_to(PEOPLE)

        with ThreadPoolExecutor(WORKERS) as pool:
            rounds = list(pool.map(run_once, [posting] * WORKERS))

        assert sum(len(done.deliveries) for done in rounds) == PEOPLE
        sent = Counter(arrived.recipients for arrived in sink.arrived)
        assert sent == {(mailbox(number),): 1 for number in range(PEOPLE)}
        assert len({arrived.message["Message-ID"] for arrived in sink.arrived}) == PEOPLE


class TestAMailboxThatIsNoMore:
    def test_does_not_hold_up_the_others(
        self, posting: Portal, sink: MailSink, told_to: Callable[[int], None]
    ) -> None:
        told_to(3)
        sink.unknown = {mailbox(0): "550 5.1.1 no such user", mailbox(1): "451 4.2.1 not now"}

        done = run_once(posting)

        assert [each.outcome for each in done.deliveries] == [
            Outcome.GIVEN_UP,
            Outcome.PUT_OFF,
            Outcome.TOLD,
        ]
        assert [arrived.recipients for arrived in sink.arrived] == [(mailbox(2),)]

    def test_is_not_written_to_again_before_its_time(
        self,
        posting: Portal,
        surroundings: Surroundings,
        sink: MailSink,
        told_to: Callable[[int], None],
    ) -> None:
        told_to(2)
        sink.unknown = {mailbox(0): "550 5.1.1 no such user", mailbox(1): "451 4.2.1 not now"}
        run_once(posting)
        sink.unknown = {}

        assert run_once(posting).deliveries == ()
        surroundings.clock.advance(MAIL_WAITS[0])
        run_once(posting)

        assert [arrived.recipients for arrived in sink.arrived] == [(mailbox(1),)]


class TestTheDatabase:
    def test_never_holds_a_link(
        self,
        posting: Portal,
        database: Database,
        engine: Engine,
        surroundings: Surroundings,
        sink: MailSink,
    ) -> None:
        registration = a_registration()
        with database.begin() as work:
            work.registrations.add(registration)
            work.record(events.registration_asked(registration))
        token = f"activation~{registration.id}"
        sink.at_data = f"451 4.7.0 http://localhost:8000/activation/{token}"

        (put_off,) = run_once(posting).deliveries
        waiting = everything_in(engine)
        sink.at_data = None
        surroundings.clock.advance(MAIL_WAITS[0])
        (told,) = run_once(posting).deliveries

        assert (put_off.outcome, told.outcome) == (Outcome.PUT_OFF, Outcome.TOLD)
        assert "DATA 451 4.7.0" in waiting
        assert str(registration.id) in waiting
        (arrived,) = sink.arrived
        assert token in arrived.text
        assert token not in waiting
        assert token not in everything_in(engine)
        assert str(registration.email) not in waiting


def everything_in(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(outbox.select()).all())
