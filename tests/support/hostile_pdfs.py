"""PDFs that act, hide, or explode."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, Stream, String

from tests.support.zeros import zeros

HEADER: Final = b"%PDF-1.7\n"
_OLD_LOCK: Final = Encryption(owner="o", user="", R=3, metadata=False, aes=False)
_JS: Final = "app.alert(document.URL)"


def hostile_pdfs() -> Iterator[tuple[str, bytes]]:
    """Yield a name and a content for each."""
    for name, change in _ACTING.items():
        yield f"{name}.pdf", _made(change)
    yield from _odd().items()
    yield from _exploding().items()
    yield from _broken().items()


def _javascript(pdf: Pdf) -> Dictionary:
    return pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String(_JS)))


def _open_action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = _javascript(pdf)


def _named_scripts(pdf: Pdf) -> None:
    names = Array([String("x"), _javascript(pdf)])
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))


def _page_action(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=_javascript(pdf), C=_launch("cmd.exe"))


def _launch(program: str) -> Dictionary:
    return Dictionary(S=Name.Launch, F=String(program), Win=Dictionary(F=String(program)))


def _annotation(**facts: Any) -> Callable[[Pdf], None]:
    def annotate(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=[0, 0, 200, 200], **facts)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return annotate


def _link(**action: Any) -> Callable[[Pdf], None]:
    return _annotation(Subtype=Name.Link, A=Dictionary(**action))


def _embedded(pdf: Pdf) -> None:
    pdf.attachments["invoice.exe"] = b"MZ" + b"\x90" * 3000


def _associated(pdf: Pdf) -> None:
    file = Dictionary(Type=Name.EmbeddedFile)
    spec = Dictionary(
        Type=Name.Filespec, F=String("x.exe"), EF=Dictionary(F=Stream(pdf, b"MZ" * 99, file))
    )
    pdf.pages[0].obj.AF = Array([pdf.make_indirect(spec)])
    pdf.pages[0].obj.PieceInfo = Dictionary(X=Dictionary(Private=pdf.make_indirect(spec)))


def _xfa(pdf: Pdf) -> None:
    form = Stream(pdf, b"<xdp:xdp><script>xfa.host.gotoURL('http://x')</script></xdp:xdp>")
    pdf.Root.AcroForm = Dictionary(XFA=form, Fields=Array([]))
    pdf.Root.NeedsRendering = True


def _field_script(pdf: Pdf) -> None:
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("x"),
        V=String("rempli"),
        Rect=[0, 0, 200, 20],
        DA=String("/Helv 12 Tf"),
        AA=Dictionary(K=_javascript(pdf), F=_javascript(pdf)),
    )
    placed = pdf.make_indirect(field)
    pdf.pages[0].obj.Annots = Array([placed])
    pdf.Root.AcroForm = Dictionary(Fields=Array([placed]), NeedAppearances=True)


def _script_in_resources(pdf: Pdf) -> None:
    form = Stream(pdf, b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.AF = Array([_javascript(pdf)])
    form.OPI = Dictionary(X=_launch("cmd.exe"))
    form.Ref = Dictionary(F=String("//exemple.com/x.pdf"), Page=0)
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].obj.Contents = Stream(pdf, b"/X Do")


def _postscript(pdf: Pdf) -> None:
    program = Stream(pdf, b"(%stdout) (w) file", Type=Name.XObject, Subtype=Name.PS)
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=program))
    pdf.pages[0].obj.Contents = Stream(pdf, b"/X Do")


def _stream_elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = Stream(pdf, b"", F=String("/etc/passwd"))


def _metadata(pdf: Pdf) -> None:
    told = Dictionary(Author=String("Odile Marchal <script>alert(1)</script>"))
    pdf.trailer.Info = pdf.make_indirect(told)
    pdf.Root.Metadata = Stream(pdf, b"<script>alert(1)</script>", Type=Name.Metadata)


def _outline(pdf: Pdf) -> None:
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(First=pdf.make_indirect(Dictionary(Title=String("x"), A=_launch("cmd.exe"))))
    )


_ACTING: Final[Mapping[str, Callable[[Pdf], None]]] = {
    "open-action": _open_action,
    "named-scripts": _named_scripts,
    "page-action": _page_action,
    "launch-link": _link(S=Name.Launch, F=String("cmd.exe")),
    "uri-link": _link(S=Name.URI, URI=String("http://exemple.com/?x")),
    "remote-link": _link(S=Name.GoToR, F=String("//exemple.com/share/x.pdf")),
    "submit-form": _link(S=Name.SubmitForm, F=String("http://exemple.com")),
    "import-data": _link(S=Name.ImportData, F=String("//exemple.com/x.fdf")),
    "movie": _annotation(Subtype=Name.Movie, Movie=Dictionary(F=String("//exemple.com/x.avi"))),
    "sound": _annotation(Subtype=Name.Sound, Sound=Dictionary(F=String("//exemple.com/x"))),
    "rich-media": _annotation(
        Subtype=Name.RichMedia, RichMediaContent=Dictionary(Assets=Dictionary())
    ),
    "three-d": _annotation(Subtype=Name("/3D"), OnInstantiate=String(_JS)),
    "file-annotation": _annotation(
        Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, F=String("x.exe"))
    ),
    "embedded-file": _embedded,
    "associated-file": _associated,
    "xfa-form": _xfa,
    "field-script": _field_script,
    "script-in-resources": _script_in_resources,
    "postscript": _postscript,
    "stream-elsewhere": _stream_elsewhere,
    "metadata": _metadata,
    "outline": _outline,
}


def _odd() -> Mapping[str, bytes]:
    """Make PDFs that are hidden in something else, locked, or too long."""
    plain = _made(lambda _: None)
    scripted = _made(_open_action)
    packed = _made(_open_action, object_stream_mode=ObjectStreamMode.generate)
    return {
        "zip-behind.pdf": plain + b"PK\x03\x04" + b"\0" * 400 + b"PK\x05\x06" + b"\0" * 18,
        "html-behind.pdf": plain + b"<html><script>alert(1)</script>",
        "program-behind.pdf": plain + b"MZ" * 4000,
        "spelt-otherwise.pdf": scripted.replace(b"/JavaScript", b"/Jav#61Script"),
        "script-in-object-stream.pdf": packed,
        "added-later.pdf": scripted + scripted[len(HEADER) :],
        "locked.pdf": _made(lambda _: None, encryption=Encryption(owner="o", user="u")),
        "restricted.pdf": _made(lambda _: None, encryption=Encryption(owner="o", user="")),
        "old-lock.pdf": _made(lambda _: None, encryption=_OLD_LOCK),
        "101-pages.pdf": _made(lambda pdf: [pdf.add_blank_page() for _ in range(100)]),
    }


def _exploding() -> Mapping[str, bytes]:
    once = zeros(512)
    twice = zlib.compress(once, 9)
    flate = Name.FlateDecode
    picture = {"Type": Name.XObject, "Subtype": Name.Image, "BitsPerComponent": 8}
    return {
        "bomb.pdf": _streamed(once, Filter=flate),
        "bomb-in-bomb.pdf": _streamed(twice, Filter=Array([flate, flate])),
        "bomb-thrice.pdf": _streamed(zlib.compress(twice), Filter=Array([flate] * 3)),
        "forty-filters.pdf": _streamed(b"30>", Filter=Array([Name.ASCIIHexDecode] * 40)),
        "run-lengths.pdf": _streamed(b"\x81\0" * 2_000_000, Filter=Name.RunLengthDecode),
        "predictor.pdf": _streamed(
            once, Filter=flate, DecodeParms=Dictionary(Predictor=12, Columns=2**30)
        ),
        "many-bombs.pdf": _many_bombs(zeros(60)),
        "huge-picture.pdf": _streamed(
            once, Filter=flate, Width=2**30, Height=2**30, ColorSpace=Name.DeviceRGB, **picture
        ),
        "bomb-in-object-stream.pdf": _bomb_in(b"/Type /ObjStm /N 1 /First 8", once),
        "bomb-in-table.pdf": _bomb_in(b"/Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R", once),
    }


def _broken() -> Mapping[str, bytes]:
    plain = _made(lambda pdf: [pdf.add_blank_page() for _ in range(30)])
    catalog = b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    return {
        "header-only.pdf": HEADER,
        "cut.pdf": plain[: len(plain) // 3].replace(b"Catalog", b"C#61talog"),
        "noise.pdf": HEADER + bytes(range(256)) * 4000,
        "no-pages.pdf": HEADER
        + catalog
        + _tail(b"2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"),
        "circle-of-pages.pdf": HEADER
        + catalog
        + _tail(b"2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 9>> endobj\n"),
        "tables-in-a-circle.pdf": HEADER
        + catalog
        + b"xref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R /Size 1 /Prev 56>>\n"
        + b"startxref\n56\n%%EOF",
        "nested.pdf": HEADER + catalog + _tail(b"2 0 obj " + b"[" * 400_000 + b" endobj\n"),
        "many-objects.pdf": HEADER
        + catalog
        + _tail(b"".join(b"%d 0 obj 0 endobj\n" % rank for rank in range(3, 200_000))),
        "long-array.pdf": HEADER
        + catalog
        + _tail(b"2 0 obj [" + b"0 " * 1_000_000 + b"] endobj\n"),
        "lying-length.pdf": plain.replace(b"/Count 31", b"/Count 2147483647"),
        "far-table.pdf": HEADER + catalog + b"startxref\n99999999999999999999\n%%EOF",
        "many-warnings.pdf": HEADER + b"1 0 obj << endobj\n" * 100_000 + b"%%EOF",
    }


def _made(change: Callable[[Pdf], object], **saving: Any) -> bytes:
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        change(pdf)
        made = BytesIO()
        pdf.save(made, **saving)
    return made.getvalue()


def _streamed(raw: bytes, **facts: Any) -> bytes:
    """Make a page of one stream, whose bytes are given as they are to stand in the file."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        stream = Stream(pdf, raw)
        for name, fact in facts.items():
            stream[f"/{name}"] = fact
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=stream))
        pdf.pages[0].obj.Contents = stream
        made = BytesIO()
        pdf.save(made, compress_streams=False)
    return made.getvalue()


def _many_bombs(raw: bytes) -> bytes:
    """Make many streams, none of which is too large by itself."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        streams = [Stream(pdf, raw + bytes([rank])) for rank in range(40)]
        for stream in streams:
            stream.Filter = Name.FlateDecode
        pdf.pages[0].obj.Contents = Array(streams)
        made = BytesIO()
        pdf.save(made, compress_streams=False)
    return made.getvalue()


def _bomb_in(facts: bytes, raw: bytes) -> bytes:
    """Have a stream explode that is read before anything else is."""
    begun = HEADER + b"1 0 obj <</Type /Catalog /Pages 9 0 R>> endobj\n"
    stream = b"2 0 obj <<%b /Filter /FlateDecode /Length %d>> stream\n%b\nendstream endobj\n"
    return begun + stream % (facts, len(raw), raw) + b"startxref\n%d\n%%%%EOF" % len(begun)


def _tail(objects: bytes) -> bytes:
    return objects + b"trailer <</Root 1 0 R /Size 9>>\nstartxref\n9\n%%EOF"
