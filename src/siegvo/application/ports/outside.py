"""The outside world, as far as the core is concerned."""

import attrs

from siegvo.application.ports.attachments import AttachmentFiles
from siegvo.application.ports.banks import Banks
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.line_bench import OpenInvoiceLineBench
from siegvo.application.ports.mailer import Mailer
from siegvo.application.ports.paper_marks import PaperMarks
from siegvo.application.ports.papers import Papers
from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.application.ports.payment_pages import PaymentPages
from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.photos import Photos
from siegvo.application.ports.reading_bench import OpenReadingBench
from siegvo.application.ports.security_keys import NewSecurityKey
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.tokens import Tokens
from siegvo.application.ports.treasury import Treasury
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Glance, Look


@attrs.frozen(kw_only=True)
class Outside:
    """Everything the core asks of the outside world.

    Without a `mailer`, letters wait in the outbox; without a `treasury`, nobody pays on line;
    without `papers`, only those the billing system gave can be had; without `banks`, nobody
    gives an account to debit.  At `verification_page` anybody checks a paper.
    """

    begin: Begin
    look: Look
    glance: Glance
    open_reading_bench: OpenReadingBench
    open_invoice_line_bench: OpenInvoiceLineBench
    clock: Clock
    new_id: NewId
    hasher: Hasher
    guesser: Guesser
    keyed_hash: KeyedHash
    vault: Vault
    session_keys: SessionKeys
    new_security_key: NewSecurityKey
    tokens: Tokens
    photos: Photos
    attachments: AttachmentFiles
    invoice_files: PdfFiles
    document_files: PdfFiles
    papers: Papers | None
    paper_marks: PaperMarks
    verification_page: str
    banks: Banks | None
    mailer: Mailer | None
    treasury: Treasury | None
    payment_pages: PaymentPages
    utility: Utility
