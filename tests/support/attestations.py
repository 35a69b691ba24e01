"""Attestations as people use them: read off the paper, typed into a page."""

import re

from tests.support.pdfs import ReadPdf

_CODE = re.compile(r"\d{4,14}(?:-[0-9A-Z]{3})(?:-[0-9A-Z]{4}){4}")


def code_on(paper: bytes) -> str:
    """Return the code that is printed on an attestation."""
    found = _CODE.search(ReadPdf(paper).text)
    assert found, "no code is printed on it"
    return found[0]
