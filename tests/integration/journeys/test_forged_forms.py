"""Forms that another site, or another person, had a browser send."""

from collections.abc import Callable, Mapping

import attrs
import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending, fill_in

ELSEWHERE: tuple[Mapping[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "https://mechant.example"},
    {"Origin": "http://localhost.mechant.example"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "https://localhost"},
    {"Origin": "null"},
)
HERE: tuple[Mapping[str, str], ...] = (
    {},
    {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "http://localhost"},
)


def _sign_in(service: SamplePortal) -> tuple[Browser, Sending]:
    service.account("100200423")
    browser = service.visitor()
    typed = {"email": "odile.marchal@exemple.fr", "password": PASSWORD}
    return browser, browser.prepare("/connexion", **typed)


def _register(service: SamplePortal) -> tuple[Browser, Sending]:
    browser = service.visitor()
    return browser, browser.prepare(
        "/inscription",
        email="autre@exemple.fr",
        password=PASSWORD,
        password_confirmation=PASSWORD,
    )


def _resend(service: SamplePortal) -> tuple[Browser, Sending]:
    browser = service.visitor()
    return browser, browser.prepare("/activation/renvoyer", email="odile@exemple.fr")


def _link(service: SamplePortal) -> tuple[Browser, Sending]:
    browser = service.subscriber()
    typed = {"contract_number": "100200423", "security_key": key_of("100200423")}
    return browser, browser.prepare("/contrats/lier", **typed)


def _send_reading(service: SamplePortal) -> tuple[Browser, Sending]:
    browser = service.subscriber("100200423")
    return browser, browser.prepare("/contrats/100200423/releve", index="570")


def _sign_out(service: SamplePortal) -> tuple[Browser, Sending]:
    browser = service.subscriber("100200423")
    page = browser.open("/mon-compte")
    form = next(each for each in page.tree.all("form") if each["action"] == "/deconnexion")
    return browser, fill_in(form, {}, at=page.path)


FORMS: tuple[Callable[[SamplePortal], tuple[Browser, Sending]], ...] = (
    _sign_in,
    _register,
    _resend,
    _link,
    _send_reading,
    _sign_out,
)


def _with_token(sending: Sending, *tokens: str) -> Sending:
    kept = tuple(pair for pair in sending.fields if pair[0] != "csrf_token")
    return attrs.evolve(sending, fields=kept + tuple(("csrf_token", each) for each in tokens))


def _token(sending: Sending) -> str:
    return dict(sending.fields)["csrf_token"]


@pytest.mark.parametrize("prepare", FORMS)
class TestAForgedForm:
    def test_changes_nothing(
        self,
        service: SamplePortal,
        prepare: Callable[[SamplePortal], tuple[Browser, Sending]],
    ) -> None:
        browser, sending = prepare(service)
        own = _token(sending)
        _, of_another = _register(service)
        before = contents(service.database.engine)

        def answer(forged: Sending, headers: Mapping[str, str] | None = None) -> int:
            return browser.transmit(forged, headers=headers or {}).status_code

        assert answer(_with_token(sending)) in {400, 411}
        assert answer(_with_token(sending, "")) == 400
        assert answer(_with_token(sending, _token(of_another))) == 400
        assert answer(_with_token(sending, own[:-1])) == 400
        assert answer(_with_token(sending, own, own)) == 403
        assert answer(_with_token(sending, own, _token(of_another))) == 403
        in_the_address = attrs.evolve(
            _with_token(sending, ""), action=f"{sending.action}?csrf_token={own}"
        )
        assert answer(in_the_address) == 400
        assert {answer(sending, headers) for headers in ELSEWHERE} == {403}
        assert contents(service.database.engine) == before

        assert answer(sending) == 303, "the same form, sent by its reader"
        assert contents(service.database.engine) != before


class TestAFormOfOurs:
    def test_is_taken_from_browsers_of_any_age(self, service: SamplePortal) -> None:
        for headers in HERE:
            browser, sending = _register(service)

            assert browser.transmit(sending, headers=headers).status_code == 303

    def test_opened_before_signing_in_is_no_use_afterwards(self, service: SamplePortal) -> None:
        browser, sending = _sign_in(service)
        assert browser.transmit(sending).status_code == 303

        assert browser.transmit(sending).status_code == 400

    def test_says_what_to_do_when_it_is_too_old(self, service: SamplePortal) -> None:
        browser, sending = _register(service)
        browser.client.delete_cookie("siegvo")

        page = browser.deliver(sending, expect=400)

        assert "rechargez la page, puis recommencez" in page
