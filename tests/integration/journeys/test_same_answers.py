"""What a stranger learns of who has an account: nothing, the mail server up or down."""

import re
from datetime import timedelta

import pytest

from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ACTIVE, WAITING, GONE, UNKNOWN = (
    f"{name}@exemple.fr" for name in ("active", "waiting", "gone", "unknown")
)
# Signed anew each second, so never twice the same.
_TOKEN = re.compile(r'(?<=name="csrf_token")[^>]* value="[^"]*"')
WRONG = "un autre mot de passe"
TOO_OFTEN, MANY = 429, 15
FORM = "/mon-compte/adresse-e-mail"
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


def _answer(
    service: SamplePortal, door: str, email: str, *, place: str = "127.0.0.1"
) -> tuple[int, object]:
    browser = service.visitor()
    sending = browser.prepare(door, email=email, **DOORS[door])
    answer = browser.transmit(sending, environ_overrides={"REMOTE_ADDR": place})
    submission = dict(sending.fields).get("submission", "-")
    body = _TOKEN.sub("", answer.text).replace(submission, "").replace(email, "")
    cookies = [each.partition("=")[0] for each in answer.headers.getlist("Set-Cookie")]
    headers = sorted(
        pair for pair in answer.headers if pair[0] not in {"Set-Cookie", "Content-Length"}
    )
    return answer.status_code, (body, cookies, headers)


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

    def test_closes_as_early_and_as_long_whoever_is_named(
        self, crowded: SamplePortal, door: str
    ) -> None:
        crowded.clock.advance(timedelta(days=1))  # what made the crowd is forgotten

        known = _knocked(crowded, door, ACTIVE)

        assert known[0] > 0
        assert known[1][0] == TOO_OFTEN
        for email in (WAITING, GONE, UNKNOWN):
            assert _knocked(crowded, door, email) == known


class TestAnotherAddress:
    @pytest.mark.parametrize("trouble", [None, "451 4.3.0 not now"])
    def test_is_asked_for_alike_whoever_it_is(
        self, crowded: SamplePortal, mail: MailSink, trouble: str | None
    ) -> None:
        mail.at_mail = trouble
        asking = crowded.subscriber(email="odile@exemple.fr")

        def answer(email: str) -> object:
            told = asking.transmit(asking.prepare(FORM, email=email, password=PASSWORD))
            shown = asking.open(told.headers["Location"]).main.text
            return told.status_code, told.text, sorted(told.headers), shown

        known = answer(ACTIVE)

        for email in (WAITING, GONE, UNKNOWN):
            assert answer(email) == known


def _knocked(service: SamplePortal, door: str, email: str) -> tuple[int, tuple[int, object]]:
    """Knock until it is too often; return how many times it was not, and what is answered then."""
    for times in range(MANY):
        place = f"203.0.113.{len(email) * MANY + times}"  # no place is what is too often
        answer = _answer(service, door, email, place=place)
        if answer[0] == TOO_OFTEN:
            return times, answer
    return pytest.fail(f"{door} never closes")
