"""A pain.008 message, built by sepaxml and held against its schema; slow to import."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final
from zoneinfo import ZoneInfo

from lxml import etree
from sepaxml import SepaDD

from siegvo.adapters.french.debits import debit_subject
from siegvo.application.ports.sepa import DebitMessage, SepaVersion
from siegvo.domain.payments.creditor import Creditor
from siegvo.domain.payments.direct_debit import DirectDebit

_OUTSIDE: Final = re.compile(r"[^A-Za-z0-9/?:().,'+ -]")
"""What banks need not pass on (EPC 217-08)."""
_UNKNOWN: Final = "NOTPROVIDED"
_PARIS: Final = ZoneInfo("Europe/Paris")


class _Message(SepaDD):
    """What sepaxml makes; in every version it does without the creditor's BIC."""

    def check_config(self, config: dict[str, Any]) -> bool:
        return {"name", "IBAN", "batch", "creditor_id", "currency"} <= config.keys()


def written(message: DebitMessage) -> bytes:
    """Return the message; the same, to the byte, for the same."""
    made = _Message(_creditor(message.creditor), schema=message.version.value, clean=True)
    for debit in message.debits:
        made.add_payment(_debit(debit))
    root = etree.fromstring(made.export(validate=False))
    _name(root, message)
    _tidy(root)
    _check(root, message.version)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _creditor(creditor: Creditor) -> dict[str, Any]:
    known = {"BIC": creditor.bic} if creditor.bic else {}
    return {
        "name": creditor.name,
        "IBAN": creditor.iban.text,
        "batch": True,
        "creditor_id": creditor.identifier.text,
        "currency": "EUR",
        **known,
    }


def _debit(debit: DirectDebit) -> dict[str, Any]:
    known = {"BIC": debit.bic} if debit.bic else {}
    return {
        "name": _printable(debit.debtor),
        "IBAN": debit.iban.text,
        "amount": debit.amount.cents,
        "type": debit.sequence.value,
        "collection_date": debit.collect_on,
        "mandate_id": debit.mandate,
        "mandate_date": debit.signed_on,
        "description": debit_subject(debit.about),
        "endtoend_id": debit.end_to_end,
        **known,
    }


def _printable(text: str) -> str:
    """Leave out what XML cannot carry."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _name(root: etree._Element, message: DebitMessage) -> None:
    """Put our names and our clock where sepaxml throws dice."""
    for element in root.iter("{*}MsgId"):
        element.text = message.reference
    for element in root.iter("{*}CreDtTm"):
        local = message.made_at.astimezone(_PARIS)
        element.text = local.replace(tzinfo=None).isoformat(timespec="seconds")
    for rank, element in enumerate(root.iter("{*}PmtInfId"), start=1):
        element.text = f"{message.reference}-{rank}"


def _tidy(root: etree._Element) -> None:
    """Leave no sign that a bank may refuse in what people wrote."""
    for element in root.iter("{*}Nm", "{*}Ustrd"):
        text = re.sub("/(?=/)", "", _OUTSIDE.sub(" ", element.text or ""))
        element.text = " ".join(text.strip("/ ").split()) or _UNKNOWN


def _check(root: etree._Element, version: SepaVersion) -> None:
    if not _schema(version).validate(root):
        # What the schema says may quote an account: it is not told.
        message = f"what was written is no {version}"
        raise ValueError(message)


@cache
def _schema(version: SepaVersion) -> etree.XMLSchema:
    text = (files("sepaxml") / "schemas" / f"{version}.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(text))
