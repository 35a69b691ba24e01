"""The one place that names concrete adapters."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Engine

from siegvo.adapters.banking.schwifty_banks import SchwiftyBanks
from siegvo.adapters.files.attachments import AttachmentFolder
from siegvo.adapters.files.kept_pdfs import KeptPdfs
from siegvo.adapters.files.photos import PhotoFolder
from siegvo.adapters.french.payment_pages import FrenchPaymentPages
from siegvo.adapters.papers.typst_papers import TypstPapers
from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.adapters.security.guesser import ZxcvbnGuesser
from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.paper_marks import HmacPaperMarks
from siegvo.adapters.security.sealed_fields import AesVault
from siegvo.adapters.security.security_keys import new_security_key
from siegvo.adapters.security.session_keys import RandomSessionKeys
from siegvo.adapters.security.signed_tokens import SignedTokens
from siegvo.adapters.sql.intake.bench import sql_reading_bench
from siegvo.adapters.sql.intake.line_bench import sql_invoice_line_bench
from siegvo.adapters.sql.key_names import key_names
from siegvo.adapters.sql.work import sights_of, sql_glance, sql_look, sql_work
from siegvo.adapters.system.clock import WallClock
from siegvo.adapters.system.ids import new_id
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.banks import Banks
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.mailer import Mailer
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.papers import Papers
from siegvo.application.ports.treasury import ClientDetails, Treasury
from siegvo.domain.payments.iban import Iban
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
    """Return the uses of which the database holds what was made with a key we do not have.

    Raises:
        DatabaseNotUpgraded: it is an older one, or there is none.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened_up_to_date(settings) as engine:
        found = key_names(engine)
    secrets = settings.secrets()
    used = {
        Use.PASSWORDS: found.passwords,
        Use.KEYED_HASHES: found.security_keys,
        Use.BANK_DETAILS: found.bank_details,
    }
    rings = {use: KeyRing.derived(secrets, use) for use in used}
    return frozenset(
        use for use, names in used.items() if any(not rings[use].named(name) for name in names)
    )


def old_seals(settings: Settings) -> int:
    """Return how many mandates are sealed with a secret that is not the newest any more.

    Raises:
        DatabaseNotUpgraded: it is an older one, or there is none.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened_up_to_date(settings) as engine:
        found = key_names(engine)
    ring = KeyRing.derived(settings.secrets(), Use.BANK_DETAILS)
    old = (name for name in found.bank_details if ring.named(name) and name != ring.newest.id)
    return sum(found.bank_details[name] for name in old)


def greet_mail_server(url: SmtpUrl) -> None:
    """Say hello to the mail server, as before any letter.

    Raises:
        MailServerUnavailable: it does not answer, or not as it should.
    """
    with extra("web"):
        from siegvo.entrypoints.mailers import greet_server  # noqa: PLC0415

    greet_server(url)


def greet_treasury(settings: Settings) -> ClientDetails | None:
    """Ask the treasury for our names, if the settings name it.

    Raises:
        TreasuryRefused: it knows no such client.
        TreasuryUnavailable: it does not answer, or not as it should.
    """
    found = _treasury(settings)
    return found.describe() if found else None


def wall_clock() -> Clock:
    """Return the time as this machine tells it."""
    return WallClock()


def _settings(where: str | Settings) -> Settings:
    return Settings(database_url=where) if isinstance(where, str) else where


def _outside(settings: Settings, *, engine: Engine, mailer: Mailer | None) -> Outside:
    clock, secrets = WallClock(), settings.secrets()
    sights = sights_of(engine)
    return Outside(
        begin=sql_work(engine),
        look=sql_look(sights),
        glance=sql_glance(sights),
        open_reading_bench=sql_reading_bench(engine),
        open_invoice_line_bench=sql_invoice_line_bench(engine),
        clock=clock,
        new_id=new_id,
        hasher=BcryptHasher(ring=KeyRing.derived(secrets, Use.PASSWORDS)),
        guesser=ZxcvbnGuesser(),
        keyed_hash=HmacKeyedHash(KeyRing.derived(secrets, Use.KEYED_HASHES)),
        vault=AesVault(
            ring=KeyRing.derived(secrets, Use.BANK_DETAILS),
            index=KeyRing.derived(secrets, Use.BANK_FINGERPRINTS),
        ),
        session_keys=RandomSessionKeys(),
        new_security_key=new_security_key,
        tokens=SignedTokens(
            ring=KeyRing.derived(secrets, Use.LINKS),
            clock=clock,
            audience=str(settings.public_url),
        ),
        photos=PhotoFolder(settings.data_dir / "photos"),
        attachments=AttachmentFolder(settings.data_dir / "attachments"),
        invoice_files=KeptPdfs(settings.data_dir / "factures"),
        document_files=KeptPdfs(settings.data_dir / "documents"),
        papers=_papers(),
        paper_marks=HmacPaperMarks(KeyRing.derived(secrets, Use.PAPERS)),
        verification_page=f"{settings.public_url}/verification",
        banks=_banks(settings),
        mailer=mailer,
        treasury=_treasury(settings),
        payment_pages=FrenchPaymentPages(str(settings.public_url)),
        utility=settings.utility,
    )


def _mailer(settings: Settings, caught_in: Path | None) -> Mailer | None:
    if caught_in is None and settings.smtp_url is None:
        return None
    # Templates are slow to import, and not installed everywhere: only those who write pay.
    with extra("web"):
        from siegvo.entrypoints.mailers import mailer  # noqa: PLC0415

    return mailer(settings, caught_in=caught_in)


def _treasury(settings: Settings) -> Treasury | None:
    if not settings.payment_origin:
        return None
    # Only those who are paid on line need to read XML.
    with extra("payments"):
        from siegvo.entrypoints.treasuries import treasury  # noqa: PLC0415

    return treasury(settings)


def _papers() -> Papers | None:
    # Typst is large, and not installed everywhere: it is looked for, and imported when needed.
    return TypstPapers() if find_spec("typst") else None


def _banks(settings: Settings) -> Banks | None:
    # The register of banks is large, and imported when an account is typed.
    if not find_spec("schwifty"):
        return None
    own = settings.utility.iban
    return SchwiftyBanks(own=frozenset({Iban.parse(own)} if own else ()))
