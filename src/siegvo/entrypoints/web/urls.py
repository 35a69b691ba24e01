"""Domain values in addresses."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Invalid
from siegvo.domain.requests.reference import RequestReference


def init_app(app: Flask) -> None:
    app.url_map.converters["contract"] = _ContractConverter
    app.url_map.converters["invoice"] = _InvoiceConverter
    app.url_map.converters["reference"] = _ReferenceConverter


class _Parsed(BaseConverter):
    """A part of an address with one writing only: `str(parse(text)) == text`."""

    parse: Callable[[str], object]

    def to_python(self, value: str) -> object:
        try:
            read = type(self).parse(value)
        except Invalid as error:
            raise ValidationError from error
        if str(read) != value:
            raise ValidationError
        return read

    def to_url(self, value: Any) -> str:
        return str(value)


class _ContractConverter(_Parsed):
    parse = ContractNumber.parse


class _InvoiceConverter(_Parsed):
    parse = InvoiceNumber.parse
    regex = "[A-Z0-9._-]{1,30}"  # so that `.pdf` is no part of it


class _ReferenceConverter(_Parsed):
    parse = RequestReference.parse
