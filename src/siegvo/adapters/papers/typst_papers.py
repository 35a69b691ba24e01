"""Papers, set by typst."""

import attrs

from siegvo.adapters.papers.attestation_facts import attestation_facts
from siegvo.adapters.papers.compiling import compiled
from siegvo.adapters.papers.invoice_facts import invoice_facts
from siegvo.adapters.papers.mandate_facts import mandate_facts
from siegvo.application.ports.papers import AttestationPaper, InvoicePaper, MandatePaper


@attrs.frozen
class TypstPapers:
    """`Papers`, as PDF/A-3 and PDF/UA; the same facts give the same bytes."""

    def invoice_copy(self, paper: InvoicePaper) -> bytes:
        return compiled("invoice.typ", invoice_facts(paper))

    def attestation(self, paper: AttestationPaper) -> bytes:
        return compiled("attestation.typ", attestation_facts(paper))

    def mandate(self, paper: MandatePaper) -> bytes:
        return compiled("mandate.typ", mandate_facts(paper))
