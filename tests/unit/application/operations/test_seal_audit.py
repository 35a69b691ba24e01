"""The seals of the audit trail, and whoever tampers with it."""

from datetime import timedelta

import attrs
import pytest

from siegvo.application.operations.seal_audit import SealAudit
from siegvo.application.operations.verify_audit import AlteredStretch, Verification, VerifyAudit
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import NOON
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def seal(world: World, surroundings: Surroundings) -> SealAudit:
    """Seal three lines at a time."""
    return SealAudit(
        begin=world.begin,
        look=world.look,
        clock=surroundings.clock,
        keyed_hash=surroundings.keyed_hash,
        stretch=3,
    )


@pytest.fixture
def verify(world: World, surroundings: Surroundings) -> VerifyAudit:
    return VerifyAudit(look=world.look, keyed_hash=surroundings.keyed_hash)


def _write(world: World, lines: int) -> None:
    with world.begin() as work:
        for rank in range(lines):
            work.audit.add(
                Entry(
                    at=NOON + timedelta(seconds=rank),
                    actor=Actor.portal(),
                    gesture=Gesture.SIGNED_IN,
                    subject=str(rank),
                )
            )


def _only(verification: Verification) -> AlteredStretch:
    (stretch,) = verification.altered
    return stretch


class TestSealing:
    def test_takes_all_there_is_a_stretch_at_a_time(
        self, world: World, seal: SealAudit, verify: VerifyAudit
    ) -> None:
        _write(world, 7)

        assert seal() == 7

        assert [each.upto for each in world.kept.seals.kept] == [3, 6, 7]
        assert verify().is_intact
        assert verify().sealed == 7
        assert verify().unsealed == 0

    def test_puts_no_seal_on_nothing(self, world: World, seal: SealAudit) -> None:
        assert seal() == 0
        _write(world, 1)

        assert (seal(), seal()) == (1, 0)
        assert len(world.kept.seals.kept) == 1


class TestATrailThatWasTamperedWith:
    @pytest.fixture(autouse=True)
    def _sealed(self, world: World, seal: SealAudit) -> None:
        _write(world, 9)
        seal()

    @pytest.mark.parametrize(
        "change",
        [
            {"subject": "another"},
            {"at": NOON - timedelta(days=1)},
            {"gesture": Gesture.SIGNED_OUT},
            {"actor": Actor.stranger()},
            {"origin": "192.0.2.1"},
        ],
        ids="".join,
    )
    def test_is_told_by_a_line_that_changed(
        self, world: World, verify: VerifyAudit, change: dict[str, object]
    ) -> None:
        entries = world.kept.audit.entries
        entries[4] = attrs.evolve(entries[4], **change)  # type: ignore[arg-type]

        assert _only(verify()) == AlteredStretch(after=3, upto=6, sealed=3, found=3)

    def test_is_told_by_two_lines_that_changed_places(
        self, world: World, verify: VerifyAudit
    ) -> None:
        entries = world.kept.audit.entries
        entries[3], entries[4] = entries[4], entries[3]

        assert _only(verify()).upto == 6

    def test_is_told_by_a_seal_that_was_made_up(self, world: World, verify: VerifyAudit) -> None:
        seals = world.kept.seals.kept
        seals[2] = attrs.evolve(seals[2], seal="0" * 64)

        assert _only(verify()) == AlteredStretch(after=6, upto=9, sealed=3, found=3)

    def test_is_told_by_a_seal_taken_away(self, world: World, verify: VerifyAudit) -> None:
        del world.kept.seals.kept[0]

        assert _only(verify()) == AlteredStretch(after=0, upto=6, sealed=3, found=6)

    def test_is_told_by_its_end_cut_off(self, world: World, verify: VerifyAudit) -> None:
        del world.kept.audit.entries[8]

        assert _only(verify()) == AlteredStretch(after=6, upto=9, sealed=3, found=2)


class TestWhatCameAfterTheLastSeal:
    def test_is_not_sealed_yet(self, world: World, seal: SealAudit, verify: VerifyAudit) -> None:
        _write(world, 3)
        seal()
        _write(world, 2)

        found = verify()

        assert found.is_intact
        assert (found.sealed, found.unsealed) == (3, 2)
        assert found.last
        assert found.last.upto == 3
