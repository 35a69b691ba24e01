"""Write a PDF again without what acts, hides or explodes in it, in a process of its own.

Run as a script: the PDF comes on standard input and leaves on standard output; the exit status
says what is wrong with it.  What reads PDFs is large and written in C++: should one of them get
the better of it, it holds nothing here but that file, a bounded memory, and a few seconds.
"""

import sys
from contextlib import suppress
from io import BytesIO
from typing import Any, Final

NO_READER: Final = 3
UNREADABLE: Final = 11
LOCKED: Final = 12
TOO_MANY_PAGES: Final = 13

_MEMORY: Final = 512 * 2**20
_SECONDS: Final = 5
_MOST_PAGES: Final = 100
_MOST_OBJECTS: Final = 50_000
_LARGEST_STREAM: Final = 64 * 2**20
_MOST_IN_STREAMS: Final = 256 * 2**20
_MOST_PIXELS: Final = 100_000_000
_LARGEST_RESULT: Final = 10 * 2**20

_OF_A_PAGE: Final = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents"}
)
_ACTING: Final = frozenset(
    {
        "/AA",
        "/AF",
        "/AcroForm",
        "/EF",
        "/EmbeddedFiles",
        "/JS",
        "/JavaScript",
        "/Launch",
        "/Metadata",
        "/OPI",
        "/OpenAction",
        "/PieceInfo",
        "/RichMedia",
        "/RichMediaContent",
        "/XFA",
    }
)
_ELSEWHERE: Final = frozenset({"/F", "/FFilter", "/FDecodeParms", "/Ref"})
"""Of a stream: its bytes, or what stands for it, are in another file."""

_ACTIONS: Final = frozenset(
    {
        "/GoToE",
        "/GoToR",
        "/Hide",
        "/ImportData",
        "/JavaScript",
        "/Launch",
        "/Movie",
        "/Rendition",
        "/RichMediaExecute",
        "/Sound",
        "/SubmitForm",
        "/URI",
    }
)
_FILES: Final = frozenset({"/EmbeddedFile", "/F", "/Filespec"})
_PICTURES: Final = frozenset({"/CCITTFaxDecode", "/DCTDecode", "/JBIG2Decode", "/JPXDecode"})


class Unfit(Exception):
    """It cannot be kept; `status` says why."""

    def __init__(self, status: int = UNREADABLE) -> None:
        super().__init__(status)
        self.status = status


def written_again(sent: bytes) -> bytes:
    """Return the pages of a PDF, what is filled in and noted on them drawn into them.

    Raises:
        Unfit: it is locked, has too many pages, or is none.
    """
    import pikepdf  # noqa: PLC0415 (only once this process is fenced in)
    from pikepdf import settings  # noqa: PLC0415

    settings.set_qpdf_limits(
        doc_max_warnings=200,
        max_stream_filters=3,
        parser_max_container_size=100_000,
        flate_max_memory=_LARGEST_STREAM,
        png_max_memory=_LARGEST_STREAM,
        run_length_max_memory=_LARGEST_STREAM,
        tiff_max_memory=_LARGEST_STREAM,
        dct_max_memory=_LARGEST_STREAM,
        dct_max_progressive_scans=100,
    )
    try:
        with pikepdf.open(BytesIO(sent), suppress_warnings=True) as source:
            if source.is_encrypted:
                raise Unfit(LOCKED)
            return _pages_of(source)
    except pikepdf.PasswordError as error:
        raise Unfit(LOCKED) from error


def _pages_of(source: Any) -> bytes:
    import pikepdf  # noqa: PLC0415

    if len(source.objects) > _MOST_OBJECTS:
        raise Unfit
    if not 1 <= len(source.pages) <= _MOST_PAGES:
        raise Unfit(TOO_MANY_PAGES if len(source.pages) else UNREADABLE)
    with suppress(pikepdf.PdfError):  # a form that is broken shows as it does elsewhere: empty
        source.generate_appearance_streams()
    source.flatten_annotations("screen")
    with pikepdf.new() as bare:
        for page in source.pages:
            for name in set(page.obj.keys()) - _OF_A_PAGE:
                del page.obj[name]
        bare.pages.extend(source.pages)
        for each in bare.objects:
            _scrub(each)
        _weigh(bare)
        kept = BytesIO()
        bare.save(
            kept,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
            deterministic_id=True,
        )
    if kept.tell() > _LARGEST_RESULT:
        raise Unfit
    return kept.getvalue()


def _scrub(thing: Any) -> None:
    """Take out of a thing, and of what is in it directly, all that acts or leads elsewhere."""
    import pikepdf  # noqa: PLC0415

    if isinstance(thing, pikepdf.Array):
        for each in thing:
            _scrub_if_inside(each)
        return
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    elsewhere = _ELSEWHERE if isinstance(thing, pikepdf.Stream) else frozenset()
    for name in list(thing.keys()):
        value = thing.get(name)
        if name in _ACTING or name in elsewhere or _acts(value):
            del thing[name]
        else:
            _scrub_if_inside(value)


def _scrub_if_inside(value: Any) -> None:
    """Scrub what stands right here; what stands elsewhere in the file has its own turn."""
    if not getattr(value, "is_indirect", True):
        _scrub(value)


def _acts(value: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return False
    return (
        str(value.get("/S")) in _ACTIONS
        or str(value.get("/Type")) in _FILES
        or str(value.get("/Subtype")) == "/PS"
    )


def _weigh(bare: Any) -> None:
    """Refuse streams that are small here and huge once somebody opens them."""
    import pikepdf  # noqa: PLC0415

    total = 0
    for each in bare.objects:
        if not isinstance(each, pikepdf.Stream):
            continue
        sides: list[Any] = [each.get("/Width", 0), each.get("/Height", 0)]
        if not all(isinstance(side, int) for side in sides) or sides[0] * sides[1] > _MOST_PIXELS:
            raise Unfit
        filters: Any = each.get("/Filter", [])
        names = {str(filters)} if isinstance(filters, pikepdf.Name) else set(map(str, filters))
        if not names & _PICTURES:
            total += len(each.read_bytes())
        if total > _MOST_IN_STREAMS:
            raise Unfit


def _fence_in() -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # not on every system: there, time alone is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read, write, and return the exit status."""
    try:
        import pikepdf  # noqa: F401, PLC0415
    except ImportError:
        return NO_READER
    sent = sys.stdin.buffer.read()
    _fence_in()
    try:
        kept = written_again(sent)
    except Unfit as fault:
        return fault.status
    except Exception:  # noqa: BLE001 (whatever it is, the file is not one we keep)
        return UNREADABLE
    sys.stdout.buffer.write(kept)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
