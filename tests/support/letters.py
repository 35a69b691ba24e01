"""Letters to look at: one of each kind, with facts of an unremarkable subscriber."""

from collections.abc import Mapping

from siegvo.application.notifications.letters import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.policy import ACTIVATION_LASTS
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import NOON
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


_FACTS: Mapping[LetterKind, Mapping[str, object]] = {
    LetterKind.ACTIVATION: {"token": TOKEN, "until": NOON + ACTIVATION_LASTS},
    LetterKind.ACCOUNT_EXISTS: {"at": NOON},
    LetterKind.CONTRACT_LINKED: {
        "at": NOON,
        "contract": CONTRACT,
        "tenures": (a_tenure(), a_tenure("100214874")),
    },
    LetterKind.PAYER_LINKED_ELSEWHERE: {"at": NOON, "tenures": (a_tenure(),)},
    LetterKind.READING_RECEIVED: _READING,
    LetterKind.READING_TO_REVIEW: _READING,
    LetterKind.READING_ACCEPTED: {**_READING, "reason": None},
    LetterKind.READING_REFUSED: {**_READING, "reason": "La photo montre un autre compteur."},
    LetterKind.READING_SEEN: _READING,
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
