"""Papers anyone can read, made at once."""

from hashlib import sha256

import attrs

from siegvo.application.ports.papers import AttestationPaper, InvoicePaper, MandatePaper

Made = InvoicePaper | AttestationPaper | MandatePaper


@attrs.frozen
class PlainPaperMarks:
    """Anybody could make them: digits of a hash without a key."""

    def make(self, *facts: str, length: int) -> str:
        return sha256("\x1f".join(facts).encode()).hexdigest()[:length].upper()

    def fits(self, mark: str, *facts: str) -> bool:
        return self.make(*facts, length=len(mark)) == mark


@attrs.define
class PlainPapers:
    """Keeps what it was asked for; its PDFs only begin like one, and say what they are of."""

    made: list[Made] = attrs.Factory(list)

    def invoice_copy(self, paper: InvoicePaper) -> bytes:
        return self._made(paper, f"invoice {paper.invoice.number}")

    def attestation(self, paper: AttestationPaper) -> bytes:
        return self._made(paper, f"attestation {paper.code}")

    def mandate(self, paper: MandatePaper) -> bytes:
        return self._made(paper, f"mandate {paper.reference}")

    def _made(self, paper: Made, title: str) -> bytes:
        self.made.append(paper)
        return f"%PDF-1.7\n% {title}\n%%EOF\n".encode()
