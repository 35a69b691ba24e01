"""What a stranger learns of who has an account: nothing, the mail server up or down."""

import re

import pytest

from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ACTIVE, WAITING, GONE, UNKNOWN = (
    f"{name}@exemple.fr" for name in ("active", "waiting", "gone", "unknown")
)
# Signed anew each second, so never twice the same.
_TOKEN = re.compile(r'(?<=name="csrf_token")[^>]* value="[^"]*"')
WRONG = "un autre mot de passe"
DOORS = {
    "/connexion": {"password": WRONG},
    "/inscription": {"password": PASSWORD, "password_confirmation": PASSWORD},
    "/activation/renvoyer": {},
    "/mot-de-passe-oublie": {},
}


@pytest.fixture
def crowded(writing_service: SamplePortal) -> SamplePortal:
    """Give a portal where one address has an account, one waits, and one had an account."""
    writing_service.account(email=ACTIVE)
    leaving = writing_service.subscriber(email=GONE)
    leaving.submit("/mon-compte/suppression", password=PASSWORD)
    writing_service.visitor().submit(
        "/inscription", email=WAITING, password=PASSWORD, password_confirmation=PASSWORD
    )
    return writing_service


def _answer(service: SamplePortal, door: str, email: str) -> object:
    browser = service.visitor()
    sending = browser.prepare(door, email=email, **DOORS[door])
    answer = browser.transmit(sending)
    submission = dict(sending.fields).get("submission", "-")
    body = _TOKEN.sub("", answer.text).replace(submission, "").replace(email, "")
    cookies = [each.partition("=")[0] for each in answer.headers.getlist("Set-Cookie")]
    headers = sorted(
        pair for pair in answer.headers if pair[0] not in {"Set-Cookie", "Content-Length"}
    )
    return answer.status_code, body, cookies, headers


@pytest.mark.parametrize("door", DOORS)
class TestEveryDoor:
    @pytest.mark.parametrize("trouble", [None, "451 4.3.0 not now"])
    def test_answers_alike_whoever_is_named(
        self, crowded: SamplePortal, mail: MailSink, door: str, trouble: str | None
    ) -> None:
        mail.at_mail = trouble

        known = _answer(crowded, door, ACTIVE)

        for email in (WAITING, GONE, UNKNOWN):
            assert _answer(crowded, door, email) == known
