"""The outside world as tests want it: stopped, countable, quick, and obedient."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

import attrs

from siegvo.adapters.french.payment_pages import FrenchPaymentPages
from siegvo.adapters.security.signed_tokens import LIFETIMES
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.passwords import Verdict
from siegvo.application.ports.pdf_files import PdfFileMissing
from siegvo.application.ports.photos import PhotoRefused
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink, Purpose
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.security_key import SecurityKey
from tests.support.attachments import AttachmentBox
from tests.support.banks import FewBanks
from tests.support.builders.accounts import NOON
from tests.support.builders.banking import DEBITING
from tests.support.papers import PlainPaperMarks, PlainPapers
from tests.support.store import Store
from tests.support.treasury import FakeTreasury
from tests.support.vault import GlassVault


@attrs.define
class StoppedClock:
    """Noon on 23 November 2026 in Paris, until a test moves it."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(ZoneInfo("Europe/Paris")).date()

    def advance(self, by: timedelta) -> None:
        self.moment += by


class RunningClock(StoppedClock):
    """A clock that goes on: whoever looks twice reads two moments."""

    def now(self) -> datetime:
        self.advance(timedelta(microseconds=1))
        return self.moment


class CountedIds:
    """00000000-...-01, then -02: never twice, always the same."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> UUID:
        return UUID(int=next(self._numbers))


@attrs.define
class QuickHasher:
    """A hash anyone can read; counts how often it was asked, or is `trouble` made flesh."""

    asked: int = 0
    trouble: Exception | None = None

    def hash(self, password: Password) -> str:
        self._work()
        return f"hash of {password.text}"

    def verify(self, password: Password, stored: str | None) -> Verdict:
        self._work()
        return Verdict(stored == f"hash of {password.text}")

    def _work(self) -> None:
        self.asked += 1
        if self.trouble:
            raise self.trouble


@attrs.frozen
class ListedGuesser:
    """Guesses the passwords it was given, and those that hold one of the words."""

    common: frozenset[str] = frozenset({"motdepasse123", "azertyuiop123"})

    def guesses(self, password: Password, words: tuple[str, ...]) -> bool:
        text = password.text.casefold()
        return text in self.common or any(word and word.casefold() in text for word in words)


class PlainKeyedHash:
    """Without a key: the same parts for the same purpose give the same hash, no others do."""

    def of(self, purpose: str, *parts: str) -> str:
        return sha256("\x1f".join((purpose, *parts)).encode()).hexdigest()

    def is_current(self, stored: str) -> bool:
        return bool(stored)

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        return stored == self.of(purpose, *parts)


class CountedSessionKeys:
    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> SessionKey:
        value = f"session-{next(self._numbers)}"
        return SessionKey(value, self.fingerprint(value))

    def renewed(self, value: str) -> SessionKey:
        renewed = f"{value.partition('.')[0]}.{next(self._numbers)}"
        return SessionKey(renewed, self.fingerprint(renewed))

    def fingerprint(self, value: str) -> str:
        return sha256(value.encode()).hexdigest()


class CountedSecurityKeys:
    """NEWKEY01, then NEWKEY02: never twice, always the same."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> SecurityKey:
        return SecurityKey(f"NEWKEY{next(self._numbers):02}")


@attrs.frozen
class ReadableTokens:
    """`activation~subject~moment~state`: anyone could forge it, which no test does."""

    clock: StoppedClock

    def issue(self, purpose: Purpose, subject: str, *, state: tuple[str, ...] = ()) -> str:
        return f"{purpose.value}~{subject}~{self.clock.now().isoformat()}~{_state(state)}"

    def subject(self, purpose: Purpose, token: str) -> str:
        return self._read(purpose, token)[0]

    def check(self, purpose: Purpose, token: str, *, state: tuple[str, ...]) -> None:
        if self._read(purpose, token)[1] != _state(state):
            raise LinkUsed(purpose)

    def _read(self, purpose: Purpose, token: str) -> tuple[str, str]:
        given, _, rest = token.partition("~")
        subject, _, rest = rest.partition("~")
        moment, _, state = rest.partition("~")
        if given != purpose.value or not moment:
            raise NoSuchLink
        if self.clock.now() - datetime.fromisoformat(moment) > LIFETIMES[purpose]:
            raise LinkExpired(purpose)
        return subject, state


def _state(state: tuple[str, ...]) -> str:
    return sha256("\x1f".join(state).encode()).hexdigest() if state else ""


@attrs.define
class PhotoAlbum:
    """Keeps whatever begins like a JPEG."""

    kept: list[bytes] = attrs.Factory(list)

    def keep(self, sent: bytes) -> str:
        if not sent.startswith(b"\xff\xd8\xff"):
            raise PhotoRefused
        self.kept.append(sent)
        return f"photo-{len(self.kept)}.jpg"

    def discard(self, name: str) -> None:
        del self.kept[int(name.removeprefix("photo-").removesuffix(".jpg")) - 1]


@attrs.define
class PdfDrawer:
    """Keeps whatever it is given; `trouble` is a disk that does not answer."""

    kept: dict[str, bytes] = attrs.Factory(dict)
    trouble: Exception | None = None

    def name_of(self, content: bytes) -> str:
        return sha256(content).hexdigest()

    def keep(self, content: bytes) -> str:
        if self.trouble:
            raise self.trouble
        name = self.name_of(content)
        self.kept[name] = content
        return name

    def size_of(self, name: str) -> int | None:
        return len(self.kept[name]) if name in self.kept else None

    def open(self, name: str) -> bytes:
        if self.trouble:
            raise self.trouble
        if name not in self.kept:
            raise PdfFileMissing(name)
        return self.kept[name]


@attrs.define
class Mailbox:
    """Everybody's letters, the oldest first; does not answer while there is `trouble`."""

    letters: list[Letter] = attrs.Factory(list)
    trouble: Exception | None = None

    def send(self, letter: Letter) -> None:
        if self.trouble:
            raise self.trouble
        self.letters.append(letter)

    @property
    def last(self) -> Letter:
        return self.letters[-1]


@attrs.frozen(kw_only=True)
class Surroundings:
    """Everything around a portal but its database."""

    clock: StoppedClock = attrs.Factory(StoppedClock)
    new_id: Callable[[], UUID] = attrs.Factory(CountedIds)
    hasher: QuickHasher = attrs.Factory(QuickHasher)
    guesser: ListedGuesser = attrs.Factory(ListedGuesser)
    keyed_hash: PlainKeyedHash = attrs.Factory(PlainKeyedHash)
    vault: GlassVault = attrs.Factory(GlassVault)
    session_keys: CountedSessionKeys = attrs.Factory(CountedSessionKeys)
    new_security_key: Callable[[], SecurityKey] = attrs.Factory(CountedSecurityKeys)
    photos: PhotoAlbum = attrs.Factory(PhotoAlbum)
    attachments: AttachmentBox = attrs.Factory(AttachmentBox)
    invoice_files: PdfDrawer = attrs.Factory(PdfDrawer)
    document_files: PdfDrawer = attrs.Factory(PdfDrawer)
    papers: PlainPapers | None = attrs.Factory(PlainPapers)
    paper_marks: PlainPaperMarks = attrs.Factory(PlainPaperMarks)
    banks: FewBanks | None = attrs.Factory(FewBanks)
    mailbox: Mailbox = attrs.Factory(Mailbox)
    treasury: FakeTreasury | None = attrs.Factory(FakeTreasury)

    def around(self, store: Store) -> Outside:
        """Put a database in the middle."""
        return Outside(
            begin=store.begin,
            look=store.look,
            glance=store.glance,
            open_reading_bench=store.open_reading_bench,
            open_invoice_line_bench=store.open_invoice_line_bench,
            clock=self.clock,
            new_id=self.new_id,
            hasher=self.hasher,
            guesser=self.guesser,
            keyed_hash=self.keyed_hash,
            vault=self.vault,
            session_keys=self.session_keys,
            new_security_key=self.new_security_key,
            tokens=ReadableTokens(self.clock),
            photos=self.photos,
            attachments=self.attachments,
            invoice_files=self.invoice_files,
            document_files=self.document_files,
            papers=self.papers,
            paper_marks=self.paper_marks,
            verification_page="http://localhost/verification",
            banks=self.banks,
            mailer=self.mailbox,
            treasury=self.treasury,
            payment_pages=FrenchPaymentPages("http://localhost"),
            utility=DEBITING,
        )
