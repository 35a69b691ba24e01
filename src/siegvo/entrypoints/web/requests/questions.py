"""Questions that several requests ask."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask_wtf.file import FileField
from wtforms.widgets import DateInput, TelInput, TextArea

from siegvo.adapters.french.days import parse_day
from siegvo.domain.errors import Invalid
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.requests.address import parse_postcode
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.telephone import Telephone
from siegvo.entrypoints.web.fields import Parsed

Value = TypeVar("Value")
CHOOSE_AGAIN: Final = "Choisissez-le à nouveau\u00a0: un navigateur ne garde pas les fichiers."
_REQUIRED: Final = {"required": True}
_ADDRESS: Final[Mapping[str, Callable[[str], str]]] = {
    "street": reader_of(Asked.STREET),
    "postcode": parse_postcode,
    "town": reader_of(Asked.TOWN),
}


def if_any(parse: Callable[[str], Value]) -> Callable[[str], Value | None]:
    """Let an answer be left out."""

    def read(text: str) -> Value | None:
        return parse(text) if text.strip() else None

    return read


def street(*, optional: bool = False, autocomplete: str = "address-line1") -> Parsed[Any]:
    read = reader_of(Asked.STREET)
    return Parsed(
        "Numéro et rue",
        if_any(read) if optional else read,
        render_kw={"autocomplete": autocomplete, "maxlength": 100, **_required(optional)},
    )


def postcode(*, optional: bool = False, autocomplete: str = "postal-code") -> Parsed[Any]:
    return Parsed(
        "Code postal",
        if_any(parse_postcode) if optional else parse_postcode,
        render_kw={"autocomplete": autocomplete, "inputmode": "numeric", **_required(optional)},
    )


def town(*, optional: bool = False, autocomplete: str = "address-level2") -> Parsed[Any]:
    read = reader_of(Asked.TOWN)
    return Parsed(
        "Commune",
        if_any(read) if optional else read,
        render_kw={"autocomplete": autocomplete, "maxlength": 60, **_required(optional)},
    )


def telephone(*, optional: bool = False) -> Parsed[Any]:
    return Parsed(
        "Téléphone",
        if_any(Telephone.parse) if optional else Telephone.parse,
        widget=TelInput(),
        description="Pour vous joindre au sujet de cette demande.",
        render_kw={"autocomplete": "tel", **_required(optional)},
    )


def day(label: str, description: str = "") -> Parsed[Any]:
    return Parsed(
        label, parse_day, widget=DateInput(), description=description, render_kw=_REQUIRED
    )


def birthday() -> Parsed[Any]:
    return Parsed(
        "Date de naissance",
        if_any(parse_day),
        widget=DateInput(),
        description="Pour vous distinguer d’un homonyme.",
        render_kw={"autocomplete": "bday"},
    )


def index() -> Parsed[Any]:
    return Parsed(
        "Chiffres noirs du compteur",
        if_any(MeterIndex.parse),
        description="En m³, sans les chiffres rouges. Vous pourrez aussi le transmettre plus tard.",
        render_kw={"class": "code", "inputmode": "numeric", "autocomplete": "off"},
    )


def message(label: str, description: str, *, optional: bool = True) -> Parsed[Any]:
    return Parsed(
        label,
        if_any(MessageText.parse) if optional else MessageText.parse,
        widget=TextArea(),
        description=description,
        render_kw={"rows": 5 if optional else 8, "maxlength": 4000, **_required(optional)},
    )


def attachment(label: str = "Joindre un document", *, optional: bool = True) -> FileField:
    return FileField(
        label,
        description="PDF, JPEG ou PNG, 5\u00a0Mo au plus. Une photo nette suffit.",
        render_kw={"accept": "application/pdf,image/jpeg,image/png", **_required(optional)},
    )


def insist_on_address(form: Any, *, prefix: str = "") -> None:
    """Say of each part of an address that it is missing, where it is."""
    for name, parse in _ADDRESS.items():
        field: Parsed[str | None] = form[f"{prefix}{name}"]
        if not field.errors and not field.data:
            try:
                parse("")
            except Invalid as error:
                field.refuse(error)


def _required(optional: bool) -> dict[str, bool]:  # noqa: FBT001 (told by its name)
    return {} if optional else _REQUIRED
