"""The envelopes of the simulator, as PayFiP writes and reads them."""

from collections.abc import Mapping
from typing import Final

import attrs
from lxml import etree
from lxml.etree import _Element

from siegvo.adapters.treasury.envelope import SERVICE, SOAP

_JAVA: Final = "fr.gouv.finances.cp.tpa.webservice.exceptions"


class NotAnEnvelope(Exception):
    """What was sent asks for nothing."""


@attrs.frozen
class Asked:
    """An operation of the service, and its fields, their names in lower case."""

    operation: str
    fields: Mapping[str, str]


def read(content: bytes) -> Asked:
    """Read what is asked.

    Raises:
        NotAnEnvelope: it cannot be read.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        wrapper = etree.fromstring(content, parser).find(f"{{{SOAP}}}Body/{{{SERVICE}}}*")
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAnEnvelope from error
    argument = wrapper.find("arg0") if wrapper is not None else None
    if wrapper is None or argument is None:
        raise NotAnEnvelope
    fields = {_name(child).lower(): child.text or "" for child in argument}
    return Asked(operation=_name(wrapper), fields=fields)


def returned(operation: str, fields: Mapping[str, str]) -> bytes:
    """Answer `operation`."""
    body, envelope = _envelope()
    answer = etree.SubElement(
        body, etree.QName(SERVICE, f"{operation}Response"), nsmap={"ns1": SERVICE}
    )
    _fill(etree.SubElement(answer, "return"), fields)
    return _bytes(envelope)


def refused(code: str, words: str) -> bytes:
    """Say no: `FonctionnelleErreur`."""
    return _fault("FonctionnelleErreur", code=code, words=words, severity="2")


def out_of_order() -> bytes:
    """Say that nothing works: `TechDysfonctionnementErreur`."""
    return _fault("TechDysfonctionnementErreur", code="999", words="Erreur technique", severity="3")


def _fault(kind: str, *, code: str, words: str, severity: str) -> bytes:
    body, envelope = _envelope()
    fault = etree.SubElement(body, etree.QName(SOAP, "Fault"))
    etree.SubElement(fault, "faultcode").text = "soapenv:Server"
    etree.SubElement(fault, "faultstring").text = f"{_JAVA}.{kind}"
    detail = etree.SubElement(fault, "detail")
    error = etree.SubElement(detail, etree.QName(SERVICE, kind), nsmap={"ns1": SERVICE})
    fields = {"code": code, "descriptif": "", "libelle": words, "message": "", "severite": severity}
    _fill(error, fields)
    return _bytes(envelope)


def _envelope() -> tuple[_Element, _Element]:
    envelope = etree.Element(etree.QName(SOAP, "Envelope"), nsmap={"soapenv": SOAP})
    return etree.SubElement(envelope, etree.QName(SOAP, "Body")), envelope


def _fill(parent: _Element, fields: Mapping[str, str]) -> None:
    for name, text in fields.items():
        etree.SubElement(parent, name).text = text


def _bytes(envelope: _Element) -> bytes:
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)


def _name(element: _Element) -> str:
    return etree.QName(element).localname
