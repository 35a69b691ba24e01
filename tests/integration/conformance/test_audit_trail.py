"""What every implementation of `AuditTrail` and `Seals` promises."""

from datetime import timedelta

from siegvo.application.readers.audit import AuditLine, Seal
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import NOON
from tests.support.store import Store

HOUR = timedelta(hours=1)


def _write(store: Store, *subjects: str) -> None:
    with store.begin() as work:
        for rank, subject in enumerate(subjects):
            work.audit.add(
                Entry(
                    at=NOON + rank * HOUR,
                    actor=Actor.staff("C. Weber"),
                    gesture=Gesture.READING_ACCEPTED,
                    subject=subject,
                    origin="192.0.2.7",
                )
            )


def _seal(upto: int) -> Seal:
    return Seal(upto=upto, entries=2, at=NOON, seal=f"seal of {upto}")


class TestTheTrail:
    def test_gives_back_what_was_written(self, store: Store) -> None:
        _write(store, "D-2026-000001")

        with store.look() as readers:
            (line,) = readers.audit_trail.since(NOON)

        assert line == AuditLine(
            number=1,
            at=NOON,
            actor_kind="staff",
            actor_name="C. Weber",
            gesture="reading.accepted",
            subject="D-2026-000001",
            origin="192.0.2.7",
        )

    def test_is_read_since_a_moment(self, store: Store) -> None:
        _write(store, "one", "two", "three")

        with store.look() as readers:
            lines = readers.audit_trail.since(NOON + HOUR)

        assert [line.subject for line in lines] == ["two", "three"]

    def test_is_read_between_two_numbers(self, store: Store) -> None:
        _write(store, "one", "two", "three", "four")

        with store.look() as readers:
            lines = readers.audit_trail.between(1, 3)

        assert [line.subject for line in lines] == ["two", "three"]

    def test_counts_what_came_after(self, store: Store) -> None:
        _write(store, "one", "two", "three")

        with store.look() as readers:
            assert readers.audit_trail.count_after(0) == 3
            assert readers.audit_trail.count_after(2) == 1


class TestSeals:
    def test_are_none_at_first(self, store: Store) -> None:
        with store.begin() as work:
            assert work.seals.hold() is None
        with store.look() as readers:
            assert readers.audit_trail.last_seal() is None
            assert readers.audit_trail.seals() == ()

    def test_are_put_one_after_the_other(self, store: Store) -> None:
        with store.begin() as work:
            work.seals.add(_seal(2))
            work.seals.add(_seal(4))

        with store.begin() as work:
            assert work.seals.hold() == _seal(4)
        with store.look() as readers:
            assert readers.audit_trail.last_seal() == _seal(4)
            assert readers.audit_trail.seals() == (_seal(2), _seal(4))

    def test_see_so_many_lines_at_once(self, store: Store) -> None:
        _write(store, "one", "two", "three", "four")

        with store.begin() as work:
            lines = work.seals.unsealed(1, most=2)

        assert [line.subject for line in lines] == ["two", "three"]
