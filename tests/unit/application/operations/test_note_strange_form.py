from datetime import timedelta

import pytest

from siegvo.application.operations.note_strange_form import NoteStrangeForm
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

FORM = "/contrats/lier"


@pytest.fixture
def note(world: World, surroundings: Surroundings) -> NoteStrangeForm:
    return NoteStrangeForm(world.begin, surroundings.clock, surroundings.keyed_hash)


class TestAStrangeForm:
    def test_is_written_down(self, world: World, note: NoteStrangeForm) -> None:
        note(ALICE, form=FORM, field="payer_id", origin="192.0.2.7")

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=Actor.subscriber(ALICE),
                gesture=Gesture.FORM_REFUSED,
                subject="/contrats/lier payer_id",
                origin="192.0.2.7",
            )
        ]

    @pytest.mark.parametrize(
        ("field", "noted"),
        [
            ("a" * 500, "a" * 40),
            ("role\nadmin", "role?admin"),
            ("\x1b[31mrôle", "??31mr?le"),
            ("=cmd|' /C'!A0", "?cmd????C??A0"),
            ("", ""),
        ],
    )
    def test_cannot_write_what_it_likes(
        self, world: World, note: NoteStrangeForm, field: str, noted: str
    ) -> None:
        note(ALICE, form=FORM, field=field)

        (entry,) = world.kept.audit.entries
        assert entry.subject == f"{FORM} {noted}"

    def test_fills_no_trail(
        self, world: World, surroundings: Surroundings, note: NoteStrangeForm
    ) -> None:
        for _ in range(50):
            note(ALICE, form=FORM, field="role")
        assert len(world.kept.audit.entries) == 20

        note(BOB, form=FORM, field="role")
        assert len(world.kept.audit.entries) == 21, "each account has its own count"

        surroundings.clock.advance(timedelta(hours=24))
        note(ALICE, form=FORM, field="role")
        assert len(world.kept.audit.entries) == 22
