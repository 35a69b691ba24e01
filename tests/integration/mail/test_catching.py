"""Letters the demo keeps for its own mailbox."""

from pathlib import Path

import pytest

from siegvo.adapters.mail.caught import CaughtMail
from siegvo.adapters.mail.rendering import Writer
from siegvo.application.notifications.drafts import LetterKind
from tests.support.builders.accounts import NOON
from tests.support.letters import a_letter
from tests.support.outside import StoppedClock


@pytest.fixture
def caught(tmp_path: Path, writer: Writer) -> CaughtMail:
    return CaughtMail(folder=tmp_path / "data" / "courrier", writer=writer, clock=StoppedClock())


class TestCaughtMail:
    def test_has_no_letter_before_the_first(self, caught: CaughtMail) -> None:
        assert caught.letters() == ()

    def test_shows_a_letter_as_its_mailbox_would(self, caught: CaughtMail, writer: Writer) -> None:
        caught.send(a_letter())

        written = writer.write(a_letter())
        (kept,) = caught.letters()
        assert (kept.to, kept.at) == ("odile.marchal@exemple.fr", NOON)
        assert (kept.subject, kept.text, kept.html) == (
            written.subject,
            written.text,
            written.html,
        )

    def test_shows_the_newest_first(self, caught: CaughtMail) -> None:
        caught.send(a_letter(message_id="20261123T110000.1.1"))
        caught.send(a_letter(LetterKind.ACCOUNT_EXISTS, message_id="20261123T110001.2.1"))

        assert [kept.name for kept in caught.letters()] == [
            "20261123T110001.2.1",
            "20261123T110000.1.1",
        ]

    def test_keeps_once_what_is_sent_twice(self, caught: CaughtMail) -> None:
        caught.send(a_letter())
        caught.send(a_letter())

        assert len(caught.letters()) == 1

    def test_is_for_its_owner_only(self, caught: CaughtMail) -> None:
        caught.send(a_letter())

        assert caught.folder.stat().st_mode & 0o077 == 0
