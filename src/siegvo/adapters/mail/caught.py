"""Letters that stay here: the demo shows them instead of sending them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Self

import attrs

from siegvo.adapters.mail.rendering import Writer
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.mailer import Letter


@attrs.frozen(kw_only=True)
class CaughtLetter:
    """A letter as its mailbox would have received it; `name` is its message id."""

    name: str
    to: str
    at: datetime
    subject: str
    text: str = attrs.field(repr=False)
    html: str = attrs.field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Self:
        kept = json.loads(path.read_text("utf-8"))
        return cls(**(kept | {"at": datetime.fromisoformat(kept["at"])}))

    def write(self, path: Path) -> None:
        """Keep it in a file that appears whole, or not at all."""
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps(attrs.asdict(self), default=str), "utf-8")
        unfinished.replace(path)


@attrs.frozen(kw_only=True)
class CaughtMail:
    """`Mailer` that keeps letters in a folder, one file each; sent twice, a letter is kept once."""

    folder: Path
    writer: Writer
    clock: Clock

    def send(self, letter: Letter) -> None:
        written = self.writer.write(letter)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        CaughtLetter(
            name=letter.message_id,
            to=letter.to.text,
            at=self.clock.now(),
            subject=written.subject,
            text=written.text,
            html=written.html,
        ).write(self.folder / f"{letter.message_id}.json")

    def letters(self) -> tuple[CaughtLetter, ...]:
        """Return the letters kept so far, the newest first."""
        kept = map(CaughtLetter.read, self.folder.glob("*.json"))
        return tuple(sorted(kept, key=lambda letter: (letter.at, letter.name), reverse=True))
