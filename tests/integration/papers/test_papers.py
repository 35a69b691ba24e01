"""What holds of every paper, whatever it says."""

import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siegvo.adapters.papers.typography import printable
from siegvo.adapters.papers.typst_papers import TypstPapers
from siegvo.application.ports.papers import Addressee
from siegvo.domain.kernel.postal_address import PostalAddress
from tests.support.builders.papers import (
    MARCHAL,
    a_consent,
    a_mandate_paper,
    an_attestation_paper,
    an_invoice_paper,
    paper_lines,
)
from tests.support.pdfs import ReadPdf

Make = Callable[[Addressee], bytes]

_PAPERS: Final = TypstPapers()
_MAKERS: Final[Mapping[str, Make]] = {
    "invoice": lambda whom: _PAPERS.invoice_copy(an_invoice_paper(payer=whom)),
    "attestation": lambda whom: _PAPERS.attestation(an_attestation_paper(payer=whom)),
    "mandate": lambda whom: _PAPERS.mandate(a_mandate_paper(debtor=whom)),
    "signed mandate": lambda whom: _PAPERS.mandate(
        a_mandate_paper(debtor=whom, consent=a_consent())
    ),
}
_HOSTILE: Final = (
    '#panic("x") #import "@preview/a:1.0.0" #read("/etc/passwd")',
    "*gras* _italique_ $x^2$ `code` = titre",
    "\\u{41} \\ // /* */ -- --- ... ~",
    "<tag> @ref 'q' \"q\" ] ) }",
    '{"data": null}',
)


def someone(name: str) -> Addressee:
    return Addressee(
        name=name, address=PostalAddress(street=name, postcode="57130", town="GRAVELOTTE")
    )


@pytest.fixture(params=_MAKERS)
def make(request: pytest.FixtureRequest) -> Make:
    return _MAKERS[request.param]


class TestAPaper:
    def test_is_tagged_and_says_its_language_and_its_title(self, make: Make) -> None:
        paper = ReadPdf(make(MARCHAL))

        assert paper.is_tagged
        assert paper.language == "fr-FR"
        assert paper.title.endswith(" – SIEGVO")
        assert paper.shows_its_title

    def test_claims_to_be_kept_and_read(self, make: Make) -> None:
        claims = ReadPdf(make(MARCHAL)).claims

        assert "<pdfuaid:part>1</pdfuaid:part>" in claims
        assert "<pdfaid:part>3</pdfaid:part>" in claims
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in claims

    def test_has_one_heading_of_the_first_level_and_then_others(self, make: Make) -> None:
        headings = [tag for tag in ReadPdf(make(MARCHAL)).tags if tag.startswith("H")]

        assert headings[0] == "H1"
        assert set(headings[1:]) == {"H2"}

    def test_is_the_same_when_made_again(self, make: Make) -> None:
        assert make(MARCHAL) == make(MARCHAL)

    def test_is_one_page(self, make: Make) -> None:
        assert ReadPdf(make(MARCHAL)).pages == 1

    @pytest.mark.parametrize("text", _HOSTILE)
    def test_prints_what_looks_like_typst_as_it_stands(self, make: Make, text: str) -> None:
        printed = ReadPdf(make(someone(text))).text

        assert text in printed.replace("\u200b", "")

    @pytest.mark.parametrize(
        "name",
        ["🚰" * 5, "\u202eabc", "م" * 40, "W" * 400, "e\u0301" * 60, "\x00\x07\ufffe\ue000", ""],
        ids=["emoji", "bidi", "arabic", "long", "accents", "controls", "nothing"],
    )
    def test_can_be_made_for_any_name(self, make: Make, name: str) -> None:
        assert make(someone(name)).startswith(b"%PDF-")

    @given(st.text(max_size=80))
    @settings(max_examples=60, deadline=None)
    def test_can_be_made_whatever_the_billing_system_sends(self, name: str) -> None:
        line = attrs.evolve(paper_lines()[0], label=name, unit=name)

        made = _PAPERS.invoice_copy(an_invoice_paper(payer=someone(name), lines=[line]))

        assert made.startswith(b"%PDF-")

    def test_can_be_made_with_every_sign_it_lets_through(self) -> None:
        signs = sorted(set(printable("".join(map(chr, range(sys.maxunicode + 1))))))
        words = ["".join(signs[at : at + 20]) for at in range(0, len(signs), 20)]
        lines = [
            attrs.evolve(paper_lines()[0], rank=rank, label=word) for rank, word in enumerate(words)
        ]

        made = _PAPERS.invoice_copy(an_invoice_paper(lines=lines))

        assert made.startswith(b"%PDF-")
        assert len(signs) > 1000

    def test_is_not_mixed_up_with_another_made_meanwhile(self) -> None:
        names = [f"Abonné {rank}" for rank in range(24)]

        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(lambda name: _MAKERS["invoice"](someone(name)), names))

        for name, paper in zip(names, made, strict=True):
            assert f"{name} {name}" in ReadPdf(paper).text
