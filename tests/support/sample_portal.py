"""A portal of the sample syndicate: 120 contracts of the sample files, on 23 November 2026.

Everything is real but the clock, which stands still, and the cost of hashing passwords.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

import attrs
from flask import Flask
from sqlalchemy import Engine

from siegvo.adapters.banking.schwifty_banks import SchwiftyBanks
from siegvo.adapters.exchange_files.opening import (
    open_collections,
    open_contracts,
    open_invoice_lines,
    open_invoices,
    open_meters,
    open_readings,
)
from siegvo.adapters.files.attachments import AttachmentFolder
from siegvo.adapters.files.kept_pdfs import KeptPdfs
from siegvo.adapters.files.pdf_folder import PdfFolder
from siegvo.adapters.files.photos import PhotoFolder
from siegvo.adapters.french.payment_pages import FrenchPaymentPages
from siegvo.adapters.mail.message import Sender
from siegvo.adapters.mail.rendering import Writer
from siegvo.adapters.mail.server import MailServer, Security
from siegvo.adapters.mail.smtp import SmtpMailer
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
from siegvo.adapters.system.ids import new_id
from siegvo.application.notifications.delivery import Outcome
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.mailer import Mailer
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.treasury import Treasury
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.siegvo_utility import SIEGVO
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.web.site import Site
from tests.support.browser import Browser
from tests.support.builders.banking import DEBITING
from tests.support.compiled_templates import COMPILED
from tests.support.database import Database
from tests.support.later_files import Row, write_rows
from tests.support.outside import Mailbox, StoppedClock
from tests.support.sample_files import SAMPLES, key_of
from tests.support.treasury import FakeTreasury

PASSWORD: Final = "mirabelle tramway onze cailloux"
_SECRETS: Final = ("une clé de trente-deux caractères ou plus",)
_CHEAP: Final = 4


@attrs.frozen(kw_only=True)
class SamplePortal:
    """The portal, the site it is served as, and what a test may turn: clock and treasury.

    `treasury` decides nothing when another was given.
    """

    portal: Portal
    database: Database
    clock: StoppedClock
    site: Site
    folder: Path
    treasury: FakeTreasury
    app: Flask = attrs.field(init=False, repr=False)

    @app.default
    def _served(self) -> Flask:
        app = create_app(self.portal, self.site)
        app.jinja_env.bytecode_cache = COMPILED
        return app

    @classmethod
    def on(
        cls,
        engine: Engine,
        *,
        folder: Path,
        mailer: Mailer | None = None,
        treasury: Treasury | None = None,
        at: str = "http://localhost",
    ) -> Self:
        """Open the portal on a database that the sample files were imported into.

        Files are kept in `folder`; without a `mailer`, letters go nowhere; without a
        `treasury`, payments are only imagined.
        """
        clock, database, imagined = StoppedClock(), Database.on(engine), FakeTreasury()
        paid_at = treasury or imagined
        outside = Outside(
            begin=database.begin,
            look=database.look,
            glance=database.glance,
            open_reading_bench=sql_reading_bench(engine),
            open_invoice_line_bench=sql_invoice_line_bench(engine),
            clock=clock,
            new_id=new_id,
            hasher=BcryptHasher(ring=KeyRing.derived(_SECRETS, Use.PASSWORDS), cost=_CHEAP),
            guesser=ZxcvbnGuesser(),
            keyed_hash=HmacKeyedHash(KeyRing.derived(_SECRETS, Use.KEYED_HASHES)),
            vault=AesVault(
                ring=KeyRing.derived(_SECRETS, Use.BANK_DETAILS),
                index=KeyRing.derived(_SECRETS, Use.BANK_FINGERPRINTS),
            ),
            session_keys=RandomSessionKeys(),
            new_security_key=new_security_key,
            tokens=SignedTokens(
                ring=KeyRing.derived(_SECRETS, Use.LINKS), clock=clock, audience=at
            ),
            photos=PhotoFolder(folder / "photos"),
            attachments=AttachmentFolder(folder / "attachments"),
            invoice_files=KeptPdfs(folder / "factures"),
            document_files=KeptPdfs(folder / "documents"),
            papers=TypstPapers(),
            paper_marks=HmacPaperMarks(KeyRing.derived(_SECRETS, Use.PAPERS)),
            verification_page=f"{at}/verification",
            banks=SchwiftyBanks(),
            mailer=mailer or Mailbox(),
            treasury=paid_at,
            payment_pages=FrenchPaymentPages(at),
            utility=DEBITING,
        )
        site = Site(
            public_url=at,
            form_keys=_SECRETS,
            utility=DEBITING,
            clock=clock,
            payment_origin=paid_at.page_origin,
        )
        return cls(
            portal=assemble(outside),
            database=database,
            clock=clock,
            site=site,
            folder=folder,
            treasury=imagined,
        )

    @property
    def clerk(self) -> Actor:
        return Actor.staff("test")

    def post(self) -> None:
        """Have every letter that is due leave, as the worker does."""
        while delivery := self.portal.notifications.deliver_mail():
            assert delivery.outcome is Outcome.TOLD, delivery

    def receive_samples(self) -> None:
        """Import the sample files, as the billing system wrote them."""
        self._receive_contracts(SAMPLES / "contrats.csv")
        self._receive_meters(SAMPLES / "compteurs.csv")
        self._receive_readings(SAMPLES / "releves.csv")
        self._receive_invoices(SAMPLES / "factures.csv", pdfs=SAMPLES / "pdf")
        self._receive_invoice_lines(SAMPLES / "lignes-factures.csv")
        self._receive_collections(SAMPLES / "encaissements.csv")

    def receive_pdfs(self) -> None:
        """Import the sample invoices once more, for a portal that has the database alone."""
        self._receive_invoices(SAMPLES / "factures.csv", pdfs=SAMPLES / "pdf")

    def receive(
        self,
        *,
        contracts: Sequence[Row] = (),
        meters: Sequence[Row] = (),
        readings: Sequence[Row] = (),
        invoices: Sequence[Row] = (),
        invoice_lines: Sequence[Row] = (),
        collections: Sequence[Row] = (),
    ) -> None:
        """Import what the billing system writes later on."""
        if contracts:
            self._receive_contracts(write_rows(contracts, to=self.folder / "contrats.csv"))
        if meters:
            self._receive_meters(write_rows(meters, to=self.folder / "compteurs.csv"))
        if readings:
            self._receive_readings(write_rows(readings, to=self.folder / "releves.csv"))
        if invoices:
            file = write_rows(invoices, to=self.folder / "factures.csv")
            self._receive_invoices(file, pdfs=self.folder)
        if invoice_lines:
            file = write_rows(invoice_lines, to=self.folder / "lignes.csv")
            self._receive_invoice_lines(file)
        if collections:
            file = write_rows(collections, to=self.folder / "encaissements.csv")
            self._receive_collections(file)

    def _receive_contracts(self, file: Path) -> None:
        with open_contracts(file) as feed:
            assert not self.portal.exchange.import_contracts(feed).rejected

    def _receive_meters(self, file: Path) -> None:
        with open_meters(file) as feed:
            assert not self.portal.exchange.import_meters(feed).rejected

    def _receive_readings(self, file: Path) -> None:
        with open_readings(file) as feed:
            assert not self.portal.exchange.import_readings(feed).rejected

    def _receive_invoices(self, file: Path, *, pdfs: Path) -> None:
        with open_invoices(file) as feed:
            report = self.portal.exchange.import_invoices(feed, find_pdf=PdfFolder(pdfs))
            assert not report.rejected

    def _receive_invoice_lines(self, file: Path) -> None:
        with open_invoice_lines(file) as feed:
            assert not self.portal.exchange.import_invoice_lines(feed).rejected

    def _receive_collections(self, file: Path) -> None:
        with open_collections(file) as feed:
            assert not self.portal.exchange.import_collections(feed).rejected

    def visitor(self) -> Browser:
        """Give a browser that was never here."""
        return Browser(self.app, at=self.site.public_url)

    def account(self, *numbers: str, email: str = "odile.marchal@exemple.fr") -> AccountId:
        """Open an account linked to the payers of those contracts, staff consenting if need be."""
        mailbox = EmailAddress.parse(email)
        self.portal.accounts.register(email=mailbox, password=Password.parse(PASSWORD))
        account = self.portal.accounts.activate_by_staff(mailbox, actor=self.clerk)
        for number in numbers:
            linked = self.portal.contracts.link_contract(
                account=account,
                number=ContractNumber.parse(number),
                key=SecurityKey.parse(key_of(number)),
            )
            if linked.awaits:
                self.portal.contracts.approve_link(linked.awaits, actor=Actor.staff("test"))
        return account

    def subscriber(self, *numbers: str, email: str = "odile.marchal@exemple.fr") -> Browser:
        """Give the browser of somebody signed in, who linked those contracts."""
        self.account(*numbers, email=email)
        browser = self.visitor()
        browser.submit("/connexion", email=email, password=PASSWORD)
        return browser


def smtp_mailer(port: int, *, clock: StoppedClock | None = None, at: str) -> SmtpMailer:
    """Send letters to the mail server that listens on that port of this machine."""
    return SmtpMailer(
        server=MailServer(security=Security.NONE, host="127.0.0.1", port=port),
        sender=Sender(
            name=SIEGVO.name,
            address=EmailAddress.parse(SIEGVO.email),
            replies_to=EmailAddress.parse(SIEGVO.email),
        ),
        writer=Writer(utility=SIEGVO, public_url=at),
        clock=clock or StoppedClock(),
    )
