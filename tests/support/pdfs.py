"""What somebody who cannot see a PDF is told of it: title, language, tags and words."""

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String, parse_content_stream

_PAIRS: Final = re.compile(r"<(?P<code>[0-9A-F]{4})> <(?P<signs>[0-9A-F]+)>", re.IGNORECASE)


class ReadPdf:
    """A PDF, read as assistive technology reads it."""

    def __init__(self, content: bytes) -> None:
        assert content.startswith(b"%PDF-")
        self._pdf = Pdf.open(BytesIO(content))

    @property
    def pages(self) -> int:
        return len(self._pdf.pages)

    @property
    def title(self) -> str:
        return str(self._pdf.docinfo["/Title"])

    @property
    def language(self) -> str:
        return str(self._pdf.Root.Lang)

    @property
    def is_tagged(self) -> bool:
        return bool(self._pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in self._pdf.Root

    @property
    def shows_its_title(self) -> bool:
        return bool(self._pdf.Root.ViewerPreferences.DisplayDocTitle)

    @property
    def claims(self) -> str:
        """Return its XMP, where it says which standards it keeps."""
        return self._pdf.Root.Metadata.read_bytes().decode()

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Return the name of each tag, in reading order."""
        return tuple(str(each.S)[1:] for each in self._elements())

    def scopes(self) -> list[str]:
        """Return what each header cell says it is the header of."""
        return [
            str(next(each.Scope for each in _several(cell.A) if "/Scope" in each))
            for cell in self._elements()
            if cell.S == Name.TH
        ]

    @cached_property
    def text(self) -> str:
        """Return its words, every blank alike, and one where a line or a cell ends."""
        return " ".join(self.text_by_page)

    @cached_property
    def text_by_page(self) -> tuple[str, ...]:
        """Return the words of each page: head and foot come last."""
        return tuple(_text(page).strip() for page in self._pdf.pages)

    def _elements(self) -> Iterator[Object]:
        return _descendants(self._pdf.Root.StructTreeRoot)


def _descendants(element: Object) -> Iterator[Object]:
    for child in _several(element.get("/K", Array())):
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
            yield from _descendants(child)


def _several(found: Object) -> list[Object]:
    return list(found) if isinstance(found, Array) else [found]


def _text(page: Page) -> str:
    alphabets = {name: _alphabet(font) for name, font in page.resources.Font.items()}
    written, alphabet = [], dict[int, str]()
    for step in parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "Tf":
                alphabet = alphabets[str(operands[0])]
            case "Tj" | "TJ":
                written += [
                    alphabet.get(int.from_bytes(bytes(each)[at : at + 2], "big"), "")
                    for each in _several(operands[0])
                    if isinstance(each, String)
                    for at in range(0, len(bytes(each)), 2)
                ]
            case "ET":
                written.append(" ")
            case _:
                pass
    return re.sub("[ \u00a0]+", " ", "".join(written))


def _alphabet(font: Object) -> dict[int, str]:
    """Return what each code of the font stands for, as the PDF itself says."""
    said = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(pair["code"], 16): bytes.fromhex(pair["signs"]).decode("utf-16-be")
        for pair in _PAIRS.finditer(said)
    }
