from datetime import UTC, datetime

import attrs
import pytest

from siegvo.application.readers.audit import AuditLine
from siegvo.domain.kernel.gesture import Gesture
from siegvo.entrypoints.cli.audit_words import GESTURES, about, what, who

LINE = AuditLine(
    number=1,
    at=datetime(2026, 11, 23, tzinfo=UTC),
    actor_kind="staff",
    actor_name="c.weber",
    gesture="reading.accepted",
    subject="D-2026-000001",
    origin="",
)


class TestALineOfTheTrail:
    def test_is_said_in_french(self) -> None:
        assert (who(LINE), what(LINE), about(LINE)) == (
            "service c.weber",
            "relevé accepté",
            "D-2026-000001",
        )

    def test_has_words_for_every_gesture(self) -> None:
        assert set(GESTURES) == set(Gesture)

    @pytest.mark.parametrize(
        ("subject", "said"),
        [
            (
                "invoice lines: 4792 created, 0 updated, 1 rejected, 0 closed",
                (
                    "lignes de factures\u00a0: nouveaux 4\u202f792, modifiés 0, refusés 1,"
                    " démarches closes 0"
                ),
            ),
            ("3 readings, 2 for the first time", "3, dont 2 pour la première fois"),
            ("1200 mandates", "1\u202f200"),
            (
                "SIEGVO-20261207: 212 debits, 18904.17",
                "SIEGVO-20261207\u00a0: 212, 18904.17\u00a0€ en tout",
            ),
            ("100200304 by mail: asked", "100200304, par courriel"),
            ("", "–"),
        ],
    )
    def test_counts_in_french(self, subject: str, said: str) -> None:
        assert about(attrs.evolve(LINE, subject=subject)) == said

    def test_that_was_altered_is_shown_as_it_is(self) -> None:
        altered = attrs.evolve(LINE, actor_kind="?", actor_name="", gesture="!", subject="x: y")

        assert (who(altered), what(altered), about(altered)) == ("?", "!", "x: y")
