"""Letters to look at: one of each kind, with facts of an unremarkable subscriber."""

from collections.abc import Mapping

from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.policy import (
    ACTIVATION_LASTS,
    ADDRESS_CHANGE_LASTS,
    CANCELLATION_LASTS,
    PASSWORD_RESET_LASTS,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import NOON
from tests.support.builders.billing import INVOICE
from tests.support.builders.changes import a_change_view
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.meters import SERIAL, day

TOKEN = "eyJhIjo0Mn0.aSVx-0123456789abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_READING: Mapping[str, object] = {
    "reference": RequestReference(2026, 123),
    "contract": CONTRACT,
    "serial": SERIAL,
    "index": MeterIndex(1247),
    "taken_on": day("2026-11-22"),
}

_DEVICE: Mapping[str, object] = {
    "at": NOON,
    "used": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "place": "203.0.113.0/24",
}
_CANCELLATION: Mapping[str, object] = {
    "at": NOON,
    "new": EmailAddress("o.marchal@exemple.org"),
    "token": TOKEN,
    "until": NOON + CANCELLATION_LASTS,
}

_REQUEST: Mapping[str, object] = {
    "at": NOON,
    "reference": RequestReference(2026, 123),
    "about": RequestKind.SUBSCRIPTION,
}

_E_INVOICE: Mapping[str, object] = {
    "at": NOON,
    "contract": CONTRACT,
    "wanted": True,
    "reference": RequestReference(2026, 123),
}

_PAYMENT_CHANGE: Mapping[str, object] = {"at": NOON, "change": a_change_view()}
_PAYMENT_LINK: Mapping[str, object] = {"token": TOKEN, "until": NOON + CANCELLATION_LASTS}

_CONTACT: Mapping[str, object] = {
    "at": NOON,
    "reference": RequestReference(2026, 124),
    "subject": "Pression trop faible",
    "message": "Bonjour,\nla pression est faible le soir.",
    "name": "Odile Marchal",
    "email": EmailAddress("odile.marchal@exemple.fr"),
    "contract": CONTRACT,
}

_FACTS: Mapping[LetterKind, Mapping[str, object]] = {
    LetterKind.PAYMENT_CHANGE_TO_CONFIRM: {**_PAYMENT_CHANGE, **_PAYMENT_LINK},
    LetterKind.PAYMENT_CHANGE_NOTICED: {**_PAYMENT_CHANGE, **_PAYMENT_LINK},
    LetterKind.PAYMENT_CHANGE_CONFIRMED: {**_PAYMENT_CHANGE, **_PAYMENT_LINK},
    LetterKind.PAYMENT_CHANGE_APPLIED: _PAYMENT_CHANGE,
    LetterKind.PAYMENT_CHANGE_CANCELLED: {**_PAYMENT_CHANGE, "has_lapsed": False},
    LetterKind.PAYMENT_CHANGE_REFUSED: {**_PAYMENT_CHANGE, "reason": "Le titulaire a déménagé."},
    LetterKind.MANDATE_REVOKED: {
        "at": NOON,
        "change": a_change_view(
            after=PaymentMode.ON_INVOICE, is_revocation=True, debit_day=None, holder=None
        ),
    },
    LetterKind.MANDATE_LAPSED: {
        "at": NOON,
        "contract": CONTRACT,
        "mandate": "100214873-20231120-1A2B3C4D",
    },
    LetterKind.CONTACT_COPY: _CONTACT,
    LetterKind.CONTACT_RECEIVED: _CONTACT,
    LetterKind.CONTACT_ANSWERED: _CONTACT,
    LetterKind.ACTIVATION: {"token": TOKEN, "until": NOON + ACTIVATION_LASTS},
    LetterKind.ACCOUNT_EXISTS: {"at": NOON},
    LetterKind.PASSWORD_RESET: {"at": NOON, "token": TOKEN, "until": NOON + PASSWORD_RESET_LASTS},
    LetterKind.PASSWORD_CHANGED: {"at": NOON, "by_link": True},
    LetterKind.ADDRESS_TO_CONFIRM: {
        "at": NOON,
        "token": TOKEN,
        "until": NOON + ADDRESS_CHANGE_LASTS,
    },
    LetterKind.ADDRESS_IN_USE: {"at": NOON},
    LetterKind.ADDRESS_CHANGE_ASKED: _CANCELLATION,
    LetterKind.ADDRESS_CHANGED: {"at": NOON},
    LetterKind.ADDRESS_LEFT: _CANCELLATION,
    LetterKind.ADDRESS_LEFT_BY_STAFF: {"at": NOON, "new": EmailAddress("o.marchal@exemple.org")},
    LetterKind.ADDRESS_CHANGE_CANCELLED: {
        "at": NOON,
        "token": TOKEN,
        "until": NOON + PASSWORD_RESET_LASTS,
    },
    LetterKind.ACCOUNT_DELETED: {"at": NOON},
    LetterKind.NEW_DEVICE: _DEVICE,
    LetterKind.SIGNED_IN_AFTER_FAILURES: {**_DEVICE, "failures": 7},
    LetterKind.SESSION_STOLEN: _DEVICE,
    LetterKind.CONTRACT_LINKED: {
        "at": NOON,
        "contract": CONTRACT,
        "tenures": (a_tenure(), a_tenure("100214874")),
    },
    LetterKind.PAYER_LINKED_ELSEWHERE: {"at": NOON, "tenures": (a_tenure(),)},
    LetterKind.LINK_ASKED: {
        "at": NOON,
        "contract": CONTRACT,
        "reference": RequestReference(2026, 123),
    },
    LetterKind.LINK_TURNED_DOWN: {
        "reference": RequestReference(2026, 123),
        "reason": "Le syndic ne vous connaît pas.",
    },
    LetterKind.LINK_DISPUTE_ANSWERED: {
        "reference": RequestReference(2026, 123),
        "reason": "Ce compte est celui de votre conjoint.",
    },
    LetterKind.PAYER_UNLINKED: {"at": NOON, "contract": CONTRACT},
    LetterKind.READING_RECEIVED: _READING,
    LetterKind.READING_TO_REVIEW: _READING,
    LetterKind.READING_ACCEPTED: {**_READING, "reason": None},
    LetterKind.READING_REFUSED: {**_READING, "reason": "La photo montre un autre compteur."},
    LetterKind.READING_SEEN: _READING,
    LetterKind.ABNORMAL_CONSUMPTION: {
        "contract": CONTRACT,
        "first": day("2026-05-10"),
        "last": day("2026-11-09"),
        "drawn": 260,
        "claim_by": day("2026-12-23"),
        "is_comparable": False,
        "mean": 56,
        "water_cap": 113,
    },
    LetterKind.PAYMENT_RECEIVED: {
        "invoice": INVOICE,
        "amount": Money(16_910),
        "paid_on": day("2026-11-23"),
    },
    LetterKind.INVOICE_AVAILABLE: {
        "contract": CONTRACT,
        "invoice": INVOICE,
        "issued_on": day("2026-11-20"),
        "is_credit": False,
    },
    LetterKind.E_INVOICE_ASKED: _E_INVOICE,
    LetterKind.E_INVOICE_TAKEN_BACK: _E_INVOICE,
    LetterKind.E_INVOICE_GRANTED: _E_INVOICE,
    LetterKind.REQUEST_RECEIVED: _REQUEST,
    LetterKind.REQUEST_ANSWERED: {**_REQUEST, "awaits_reply": True},
    LetterKind.REQUEST_STARTED: _REQUEST,
    LetterKind.REQUEST_CLOSED: _REQUEST,
    LetterKind.REQUEST_REFUSED: {**_REQUEST, "reason": "Ce logement a un autre réseau."},
    LetterKind.REQUEST_CANCELLED: _REQUEST,
    LetterKind.REQUEST_REOPENED: _REQUEST,
    LetterKind.TEST: {"at": NOON},
}


def a_letter(
    kind: LetterKind = LetterKind.ACTIVATION,
    *,
    to: str = "odile.marchal@exemple.fr",
    message_id: str = "20261123T110000.17.1",
    **facts: object,
) -> Letter:
    return Letter(
        to=EmailAddress(to),
        template=kind,
        facts={**_FACTS[kind], **facts},
        message_id=message_id,
    )
