"""The worker's rounds, without a database and without waiting."""

import logging
from datetime import date, timedelta
from threading import Event
from uuid import UUID

import attrs
import pytest

from siegvo.application.billing.check_payments import CheckOutcome
from siegvo.application.notifications.delivery import Outcome
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.unavailable import DatabaseUnavailable, MailServerUnavailable
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.accounts.credentials import WrongCredentials
from siegvo.domain.accounts.password import Password
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.policy import ATTEMPT_KEPT, MAIL_KEPT, REGISTRATION_KEPT
from siegvo.entrypoints import worker
from tests.support.builders import events
from tests.support.builders.accounts import ALICE, a_registration, an_account
from tests.support.builders.banking import a_mandate
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.builders.leaks import a_leaking_meter
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.paying import Counter
from tests.support.vault import GlassVault


class Restless(Event):
    """Notes how long the worker would rest, lets it go on at once, and stops it in the end."""

    def __init__(self, rests: int) -> None:
        super().__init__()
        self.rests: list[float] = []
        self._most = rests

    def wait(self, timeout: float | None = None) -> bool:
        self.rests.append(timeout or 0)
        if len(self.rests) >= self._most:
            self.set()
        return self.is_set()


@attrs.define
class Interrupted:
    """A mailer that is told to stop while a letter leaves."""

    by: Event
    letters: list[Letter] = attrs.Factory(list)

    def send(self, letter: Letter) -> None:
        self.by.set()
        self.letters.append(letter)


def _guess(portal: Portal, number: int) -> None:
    with pytest.raises(WrongCredentials):
        portal.accounts.sign_in(
            email=EmailAddress(f"odile{number}@exemple.fr"), password=Password("a guess")
        )


@pytest.fixture
def portal(world: World, surroundings: Surroundings) -> Portal:
    return assemble(surroundings.around(world))


@pytest.fixture
def counter(world: World, surroundings: Surroundings, letters_due: int) -> Counter:
    """Give an invoice that Alice may pay, while letters wait."""
    assert letters_due
    counter = Counter(world, surroundings)
    counter.furnish(but=ALICE)
    return counter


@pytest.fixture
def letters_due(world: World) -> int:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        for _ in range(5):
            work.record(events.known_address(ALICE))
    return 5


class TestRunOnce:
    def test_sends_all_that_is_due(
        self, portal: Portal, surroundings: Surroundings, letters_due: int
    ) -> None:
        done = worker.run_once(portal)

        assert len(surroundings.mailbox.letters) == letters_due
        assert [each.outcome for each in done.deliveries] == [Outcome.TOLD] * letters_due

    def test_does_not_insist_with_a_server_that_puts_everything_off(
        self, portal: Portal, surroundings: Surroundings, letters_due: int
    ) -> None:
        surroundings.mailbox.trouble = MailServerUnavailable("MAIL 421")

        done = worker.run_once(portal)

        assert [each.outcome for each in done.deliveries] == [Outcome.PUT_OFF] * 3
        assert letters_due > 3

    def test_forgets_what_need_not_be_kept(
        self, portal: Portal, world: World, surroundings: Surroundings, letters_due: int
    ) -> None:
        with world.begin() as work:
            work.registrations.add(a_registration())
        worker.run_once(portal)
        surroundings.clock.advance(REGISTRATION_KEPT + timedelta(seconds=1))

        assert worker.run_once(portal).forgotten == 1
        surroundings.clock.advance(MAIL_KEPT)
        assert worker.run_once(portal).forgotten == letters_due

    def test_keeps_the_rest(self, portal: Portal, world: World, surroundings: Surroundings) -> None:
        with world.begin() as work:
            work.registrations.add(a_registration())
            work.attempts.add(("key",), at=surroundings.clock.now() - ATTEMPT_KEPT)

        assert worker.run_once(portal).forgotten == 0

    def test_says_when_the_database_is_away(
        self, portal: Portal, surroundings: Surroundings, letters_due: int
    ) -> None:
        surroundings.mailbox.trouble = DatabaseUnavailable()

        with pytest.raises(DatabaseUnavailable):
            worker.run_once(portal)
        assert letters_due


class TestPayments:
    def test_are_looked_up_before_letters_leave(
        self, counter: Counter, portal: Portal, surroundings: Surroundings
    ) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=30)

        done = worker.run_once(portal)

        assert [each.outcome for each in done.checks] == [CheckOutcome.ANSWERED]
        assert surroundings.mailbox.last.template is LetterKind.PAYMENT_RECEIVED

    def test_are_not_asked_about_all_at_once_while_the_treasury_is_silent(
        self,
        counter: Counter,
        portal: Portal,
        letters_due: int,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        counter.pay()
        counter.treasury.fall_silent()
        counter.wait(seconds=30)

        done = worker.run_once(portal)

        assert [each.outcome for each in done.checks] == [CheckOutcome.PUT_OFF]
        assert len(done.deliveries) == letters_due
        assert "the treasury does not answer (TimeoutError)" in caplog.text

    def test_are_not_asked_about_once_stopped(self, counter: Counter, portal: Portal) -> None:
        counter.pay()
        counter.wait(hours=1)
        stop = Event()
        stop.set()

        assert worker.run_once(portal, stop).checks == ()
        worker.run(portal, stop)
        assert counter.treasury.asked == []

    def test_are_looked_up_as_long_as_it_runs(self, counter: Counter, portal: Portal) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=30)

        worker.run(portal, Restless(1))

        assert counter.states == [PaymentState.PAID]


class TestRun:
    def test_rests_a_little_when_all_is_told(
        self, portal: Portal, surroundings: Surroundings, letters_due: int
    ) -> None:
        stop = Restless(3)

        worker.run(portal, stop)

        assert len(surroundings.mailbox.letters) == letters_due
        assert stop.rests == [worker.REST] * 3

    def test_does_nothing_once_stopped(
        self, portal: Portal, surroundings: Surroundings, letters_due: int
    ) -> None:
        stop = Event()
        stop.set()

        worker.run(portal, stop)

        assert letters_due
        assert surroundings.mailbox.letters == []

    def test_rests_longer_and_longer_while_a_database_is_away(
        self,
        portal: Portal,
        surroundings: Surroundings,
        letters_due: int,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        surroundings.mailbox.trouble = DatabaseUnavailable("alice@exemple.fr")
        stop = Restless(7)

        # Each event it could not note stays claimed: seven rounds take more than there are.
        worker.run(portal, stop)

        assert stop.rests[:letters_due] == [4, 8, 16, 32, worker.LONGEST_REST]
        assert "DatabaseUnavailable: trying again" in caplog.text
        assert "alice" not in caplog.text

    def test_warns_of_a_wave_of_guesses(
        self,
        portal: Portal,
        surroundings: Surroundings,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        for number in range(299):
            _guess(portal, number)
        worker.run_once(portal)
        assert not caplog.records

        _guess(portal, 300)
        worker.run_once(portal)
        assert "300 sign-ins failed within 5 minutes" in caplog.text

        caplog.clear()
        surroundings.clock.advance(timedelta(minutes=5))
        worker.run(portal, Restless(1))
        assert not caplog.records

    def test_goes_on_after_a_fault_and_logs_where_it_was(
        self, world: World, letters_due: int, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken() -> UUID:
            message = "alice@exemple.fr"
            raise RuntimeError(message)

        portal = assemble(Surroundings(new_id=broken).around(world))
        stop = Restless(2)

        worker.run(portal, stop)

        assert letters_due
        assert stop.rests == [4, 8]
        assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2
        assert "RuntimeError: going on" in caplog.text
        assert "in broken" in caplog.text
        assert "alice@exemple.fr" not in caplog.text.replace('message = "alice@exemple.fr"', "")


class TestMandates:
    @pytest.fixture(autouse=True)
    def _given(self, world: World) -> None:
        """Two mandates: one has lapsed, another was sealed before the secret was replaced."""
        world.know(a_tenure())
        world.kept.mandates.add(a_kept_mandate(1, activated_on=date(2020, 1, 2)))
        older = sealed(GlassVault(key="k0"), a_mandate(2))
        world.kept.mandates.add(older)

    def test_end_or_are_sealed_anew_in_a_round(self, portal: Portal, world: World) -> None:
        assert worker.run_once(portal).mandates == 2

        lapsed, renewed = world.kept.mandates.kept.values()
        assert lapsed.ended_on == date(2026, 11, 23)
        assert GlassVault().is_current(renewed.sealed_iban)
        assert worker.run_once(portal).mandates == 0

    def test_end_as_long_as_it_runs(self, portal: Portal, world: World) -> None:
        worker.run(portal, Restless(1))

        assert world.kept.mandates.sealed_otherwise(GlassVault().mark, after=None, most=1) == ()
        assert [each.ended_on for each in world.kept.mandates.kept.values()].count(None) == 1


class TestAbnormalConsumptions:
    @pytest.fixture(autouse=True)
    def _leaking(self, world: World) -> None:
        world.know(a_tenure(), a_leaking_meter())
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.links.add(a_link(ALICE))

    def test_are_told_in_a_round(self, portal: Portal, surroundings: Surroundings) -> None:
        assert worker.run_once(portal).leaks == 1

        told = [letter.template for letter in surroundings.mailbox.letters]
        assert told == [LetterKind.ABNORMAL_CONSUMPTION]
        assert worker.run_once(portal).leaks == 0

    def test_are_told_as_long_as_it_runs(self, portal: Portal, world: World) -> None:
        worker.run(portal, Restless(rests=2))

        assert len(world.kept.leak_notices.kept) == 1


class TestStopping:
    def test_finishes_the_letter_at_hand_and_takes_no_other(
        self, world: World, surroundings: Surroundings, letters_due: int
    ) -> None:
        stop = Event()
        mailer = Interrupted(by=stop)
        portal = assemble(attrs.evolve(surroundings.around(world), mailer=mailer))

        worker.run(portal, stop)

        assert len(mailer.letters) == 1
        assert len(worker.run_once(portal).deliveries) == letters_due - 1
