"""The one place that names concrete adapters."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from siegvo.adapters.files.photos import PhotoFolder
from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.adapters.security.guesser import ZxcvbnGuesser
from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.security_keys import new_security_key
from siegvo.adapters.security.session_keys import RandomSessionKeys
from siegvo.adapters.security.signed_tokens import SignedTokens
from siegvo.adapters.sql.intake.bench import sql_reading_bench
from siegvo.adapters.sql.key_names import key_names
from siegvo.adapters.sql.work import sql_look, sql_work
from siegvo.adapters.system.clock import WallClock
from siegvo.adapters.system.ids import new_id
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.mailer import Mailer
from siegvo.application.ports.outside import Outside
from siegvo.entrypoints import database
from siegvo.entrypoints.database import opened_up_to_date
from siegvo.entrypoints.extras import extra
from siegvo.entrypoints.setting_addresses import SmtpUrl
from siegvo.entrypoints.settings import Settings


@contextmanager
def open_portal(where: str | Settings, *, caught_in: Path | None = None) -> Iterator[Portal]:
    """Assemble the portal around the real world, and leave no connection behind.

    `where` is the address of a database, or all the settings.  The web, the
    command line and any Python service that imports siegvo begin here.  With
    `caught_in`, letters are kept in that folder instead of being sent.

    Raises:
        DatabaseNotUpgraded: run `siegvo db upgrade`, or `upgrade_database(where)`.
        DatabaseUnavailable: the database cannot be reached.
        InvalidSetting: `where` names no database we know.
    """
    settings = _settings(where)
    with opened_up_to_date(settings) as engine:
        mailer = _mailer(settings, caught_in)
        yield assemble(_outside(settings, engine=engine, mailer=mailer))


def upgrade_database(where: str | Settings) -> tuple[str, ...]:
    """Bring the schema up to date, and return what had to be done.  Safe to run many at once.

    Raises:
        DatabaseTooNew: a later release has been here.
        DatabaseUnavailable: the database cannot be reached.
        InvalidSetting: `where` names no database we know.
    """
    return database.upgrade_database(_settings(where))


def form_keys(settings: Settings) -> tuple[str, ...]:
    """Return what signs the forms of the web: the first signs, all verify."""
    ring = KeyRing.derived(settings.secrets(), Use.FORMS)
    return tuple(key.bytes.hex() for key in ring.keys)


def lost_keys(settings: Settings) -> frozenset[Use]:
    """Return the uses of which the database holds hashes made with a key we do not have.

    Raises:
        DatabaseNotUpgraded: it is an older one, or there is none.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened_up_to_date(settings) as engine:
        found = key_names(engine)
    secrets = settings.secrets()
    used = {Use.PASSWORDS: found.passwords, Use.KEYED_HASHES: found.security_keys}
    rings = {use: KeyRing.derived(secrets, use) for use in used}
    return frozenset(
        use for use, names in used.items() if any(not rings[use].named(name) for name in names)
    )


def greet_mail_server(url: SmtpUrl) -> None:
    """Say hello to the mail server, as before any letter.

    Raises:
        MailServerUnavailable: it does not answer, or not as it should.
    """
    with extra("web"):
        from siegvo.entrypoints.mailers import greet_server  # noqa: PLC0415

    greet_server(url)


def wall_clock() -> Clock:
    """Return the time as this machine tells it."""
    return WallClock()


def _settings(where: str | Settings) -> Settings:
    return Settings(database_url=where) if isinstance(where, str) else where


def _outside(settings: Settings, *, engine: Engine, mailer: Mailer | None) -> Outside:
    clock, secrets = WallClock(), settings.secrets()
    return Outside(
        begin=sql_work(engine),
        look=sql_look(engine),
        open_reading_bench=sql_reading_bench(engine),
        clock=clock,
        new_id=new_id,
        hasher=BcryptHasher(ring=KeyRing.derived(secrets, Use.PASSWORDS)),
        guesser=ZxcvbnGuesser(),
        keyed_hash=HmacKeyedHash(KeyRing.derived(secrets, Use.KEYED_HASHES)),
        session_keys=RandomSessionKeys(),
        new_security_key=new_security_key,
        tokens=SignedTokens(
            ring=KeyRing.derived(secrets, Use.LINKS),
            clock=clock,
            audience=str(settings.public_url),
        ),
        photos=PhotoFolder(settings.data_dir / "photos"),
        mailer=mailer,
        utility=settings.utility,
    )


def _mailer(settings: Settings, caught_in: Path | None) -> Mailer | None:
    if caught_in is None and settings.smtp_url is None:
        return None
    # Templates are slow to import, and not installed everywhere: only those who write pay.
    with extra("web"):
        from siegvo.entrypoints.mailers import mailer  # noqa: PLC0415

    return mailer(settings, caught_in=caught_in)
