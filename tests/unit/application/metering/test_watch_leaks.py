from datetime import timedelta

import attrs
import pytest

from siegvo.application.metering.bundle import Metering
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.leak import Basis
from siegvo.domain.metering.leak_notice import NoticeState
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.builders.events import abnormal_consumption_told
from tests.support.builders.leaks import (
    THREE_YEARS,
    a_leaking_meter,
    a_notice,
    an_abnormal_consumption,
)
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.in_memory.world import World
from tests.support.meters import a_reading, day, showing
from tests.support.outside import Surroundings

CLERK = Actor.staff("claire")


@pytest.fixture
def leaking(world: World) -> World:
    """Let Alice and Bob see a home that drew too much."""
    world.know(a_tenure(), a_leaking_meter())
    with world.begin() as work:
        for account in (ALICE, BOB):
            work.accounts.add(an_account(account))
            work.links.add(a_link(account))
    return world


@pytest.fixture
def metering(leaking: World, surroundings: Surroundings) -> Metering:
    return Metering.on(surroundings.around(leaking))


class TestWatching:
    def test_finds_what_is_abnormal(self, metering: Metering) -> None:
        assert metering.watch_leaks() == (a_notice(),)

    def test_keeps_what_was_told(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks()

        assert leaking.kept.leak_notices.of(CONTRACT, MARCHAL) == (a_notice(),)

    def test_tells_every_account_of_the_payer(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks()

        assert leaking.kept.events == [
            abnormal_consumption_told(ALICE),
            abnormal_consumption_told(BOB),
        ]

    def test_writes_it_down_once(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks()

        assert leaking.kept.audit.entries == [
            Entry(at=NOON, actor=Actor.portal(), gesture=Gesture.LEAK_TOLD, subject=CONTRACT.digits)
        ]

    def test_names_the_clerk_who_asked_for_it(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks(actor=CLERK)

        (entry,) = leaking.kept.audit.entries
        assert entry.actor == CLERK

    def test_tells_nothing_twice(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks()

        assert metering.watch_leaks() == ()
        assert len(leaking.kept.events) == 2
        assert len(leaking.kept.audit.entries) == 1

    def test_does_not_tell_the_same_water_again_when_its_reading_is_put_right(
        self, leaking: World, metering: Metering
    ) -> None:
        metering.watch_leaks()

        leaking.know(a_leaking_meter(270, on="2026-11-10"))

        assert metering.watch_leaks() == ()

    def test_tells_what_goes_on_until_the_next_reading(
        self, leaking: World, metering: Metering, surroundings: Surroundings
    ) -> None:
        metering.watch_leaks()
        leaking.know(
            a_meter_on(
                CONTRACT.digits,
                *THREE_YEARS,
                a_reading(600, "2026-11-09"),
                a_reading(900, "2027-02-09"),
            )
        )
        surroundings.clock.advance(timedelta(days=80))

        (notice,) = metering.watch_leaks()

        assert (notice.found.first, notice.found.cubic_metres) == (day("2026-11-09"), 300)

    def test_changes_nothing_on_a_dry_run(self, leaking: World, metering: Metering) -> None:
        assert metering.watch_leaks(dry_run=True) == (a_notice(),)

        assert leaking.kept.leak_notices.kept == {}
        assert leaking.kept.events == []
        assert leaking.kept.audit.entries == []

    def test_finds_nothing_in_a_usual_home(self, leaking: World, metering: Metering) -> None:
        leaking.know(a_leaking_meter(113))

        assert metering.watch_leaks() == ()

    def test_leaves_old_readings_alone(self, leaking: World, metering: Metering) -> None:
        leaking.know(a_leaking_meter(on="2026-07-20"))

        assert metering.watch_leaks() == ()

    @pytest.mark.parametrize(
        ("review", "is_told"),
        [(Review.NONE, True), (Review.ACCEPTED, True), (Review.AWAITED, False)],
    )
    def test_believes_what_a_subscriber_read_once_it_is_accepted(
        self, leaking: World, metering: Metering, review: Review, *, is_told: bool
    ) -> None:
        leaking.know(a_meter_on(CONTRACT.digits, *THREE_YEARS))
        with leaking.begin() as work:
            work.requests.add(a_request(1))
            work.sent_readings.add(a_sent_reading(1, index=600, on="2026-11-09", review=review))

        assert bool(metering.watch_leaks()) is is_told


class TestAPayerWithoutAccount:
    def test_is_told_on_paper(self, world: World, surroundings: Surroundings) -> None:
        world.know(a_tenure(), a_leaking_meter())

        (notice,) = Metering.on(surroundings.around(world)).watch_leaks()

        assert not notice.by_mail
        assert notice.state_on(day("2026-11-23")) is NoticeState.TO_POST
        assert world.kept.events == []
        assert len(world.kept.audit.entries) == 1


class TestPredecessors:
    def test_are_told_to_nobody(self, leaking: World, metering: Metering) -> None:
        leaking.know(
            a_tenure(payer="R77", until="2026-05-09"),
            a_tenure(since="2026-05-10"),
            a_leaking_meter(),
        )
        del leaking.kept.tenures.kept[CONTRACT, MARCHAL, day("2020-01-01")]

        (notice,) = metering.watch_leaks()

        assert (notice.found.basis, notice.payer) == (Basis.DWELLING, MARCHAL)
        told = attrs.evolve(abnormal_consumption_told(), mean_m3=None, water_cap_m3=None)
        assert leaking.kept.events[0] == told


class TestANewHome:
    def test_is_compared_with_ten_others(self, leaking: World, metering: Metering) -> None:
        leaking.know(
            a_tenure(since="2026-05-10"),
            a_meter_on(
                CONTRACT.digits, a_reading(120, "2026-11-09"), fitted=showing(0, "2026-05-10")
            ),
        )
        del leaking.kept.tenures.kept[CONTRACT, MARCHAL, day("2020-01-01")]
        assert metering.watch_leaks() == ()

        for number in range(5001, 5011):
            leaking.know(
                a_tenure(f"{number}", payer=f"R{number}"),
                a_meter_on(f"{number}", *THREE_YEARS, serial=f"M{number}"),
            )

        (notice,) = metering.watch_leaks()
        assert notice.found.basis is Basis.COMPARABLE
        assert leaking.kept.events[0] == attrs.evolve(
            abnormal_consumption_told(), cubic_metres=120, is_comparable=True
        )


class TestStaff:
    def test_see_what_was_found_and_how_far_it_has_come(
        self, metering: Metering, surroundings: Surroundings
    ) -> None:
        metering.watch_leaks()

        (told,) = metering.list_leaks()
        surroundings.clock.advance(timedelta(days=31))
        (expired,) = metering.list_leaks()

        assert (told.line.notice, told.claim_by) == (a_notice(), day("2026-12-23"))
        assert (told.state, expired.state) == (NoticeState.TOLD, NoticeState.EXPIRED)

    def test_see_a_year_of_them(self, metering: Metering, surroundings: Surroundings) -> None:
        metering.watch_leaks()
        surroundings.clock.advance(timedelta(days=366))

        assert metering.list_leaks() == ()


class TestTheSubscriber:
    def test_sees_what_they_were_told(self, metering: Metering) -> None:
        metering.watch_leaks()

        shown = metering.show_leak_notices(holder=ALICE, contract=CONTRACT)
        view = metering.show_consumption(holder=ALICE, contract=CONTRACT)

        assert shown == view.leaks == (a_notice(),)

    def test_sees_it_for_half_a_year(self, metering: Metering, surroundings: Surroundings) -> None:
        metering.watch_leaks()
        surroundings.clock.advance(timedelta(days=181))

        assert metering.show_leak_notices(holder=ALICE, contract=CONTRACT) == ()

    def test_sees_nothing_of_others(self, leaking: World, metering: Metering) -> None:
        metering.watch_leaks()
        with leaking.begin() as work:
            work.links.forget(BOB)

        with pytest.raises(ContractNotFound):
            metering.show_leak_notices(holder=BOB, contract=CONTRACT)

    def test_sees_nothing_of_a_predecessor(self, leaking: World, metering: Metering) -> None:
        earlier = an_abnormal_consumption(first="2019-05-10", last="2019-11-09")
        leaking.kept.leak_notices.add(a_notice(earlier))

        assert metering.show_leak_notices(holder=ALICE, contract=CONTRACT) == ()
