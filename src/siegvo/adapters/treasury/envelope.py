"""The envelopes of PayFiP's service: SOAP 1.1, document/literal, wrapped."""

import re
from collections.abc import Mapping
from typing import Final

import attrs
from lxml import etree
from lxml.etree import _Element

SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SERVICE: Final = (
    "http://securite.service.tpa.cp.finances.gouv.fr"
    "/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService"
)

_REFUSAL: Final = "fonctionnelleerreur"
_CODE: Final = re.compile(r"[A-Za-z0-9]{1,8}")


class Unreadable(Exception):
    """Not an envelope, or not the one that was expected."""


class Breakdown(Exception):
    """The service says that it is out of order, in one of three ways."""


@attrs.frozen
class Refusal(Exception):
    """The service says no (`FonctionnelleErreur`).  Its words may quote us: only the code is kept.

    `P1`: it knows no such operation.  `P5`: nothing came of it yet.
    """

    code: str


def written(operation: str, fields: Mapping[str, str]) -> bytes:
    """Write the envelope that asks for `operation`."""
    envelope = etree.Element(etree.QName(SOAP, "Envelope"), nsmap={"soapenv": SOAP, "pai": SERVICE})
    body = etree.SubElement(envelope, etree.QName(SOAP, "Body"))
    wrapper = etree.SubElement(body, etree.QName(SERVICE, operation))
    argument = etree.SubElement(wrapper, "arg0")
    for name, text in fields.items():
        etree.SubElement(argument, name).text = text
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)


def returned(content: bytes, *, by: str) -> Mapping[str, str]:
    """Read the fields that the operation named `by` returns, their names in lower case.

    Raises:
        Refusal: the service says no.
        Breakdown: it is out of order.
        Unreadable: this is something else.
    """
    wrapper = _wrapper(content)
    if _name(wrapper) == "fault":
        raise _fault(wrapper)
    found = next((child for child in wrapper if _name(child) == "return"), None)
    if _name(wrapper) != f"{by}Response".lower() or found is None:
        raise Unreadable
    return _fields(found)


def _wrapper(content: bytes) -> _Element:
    """Return what stands in the body; what could name a file or grow is refused unread."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        envelope = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable from error
    if envelope.getroottree().docinfo.internalDTD is not None:
        raise Unreadable
    if envelope.tag != f"{{{SOAP}}}Envelope":
        raise Unreadable
    body = envelope.find(f"{{{SOAP}}}Body")
    if body is None or not len(body):
        raise Unreadable
    return body[0]


def _fault(fault: _Element) -> Refusal | Breakdown:
    refusal = next((each for each in fault.iter("{*}*") if _name(each) == _REFUSAL), None)
    code = _fields(refusal).get("code", "") if refusal is not None else ""
    return Refusal(code) if _CODE.fullmatch(code) else Breakdown()


def _fields(parent: _Element) -> Mapping[str, str]:
    return {_name(child): (child.text or "").strip() for child in parent}


def _name(element: _Element) -> str:
    """Return the name in lower case: guides and answers disagree on `idop` and `idOp`."""
    return etree.QName(element).localname.lower()
