"""Forms that another site, or another person, had a browser send."""

from collections.abc import Mapping

import attrs
import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.every_form import (
    NUMBER,
    PREPARED,
    WITHOUT_TOKEN,
    addresses_of_forms,
    register,
)
from tests.support.mail_server import MailSink
from tests.support.sample_portal import SamplePortal
from tests.support.web_form import Sending

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


def _with_token(sending: Sending, *tokens: str) -> Sending:
    kept = tuple(pair for pair in sending.fields if pair[0] != "csrf_token")
    return attrs.evolve(sending, fields=kept + tuple(("csrf_token", each) for each in tokens))


def _token(sending: Sending) -> str:
    return dict(sending.fields)["csrf_token"]


def _refusals(browser: Browser, sending: Sending, *, of_another: str) -> dict[str, int]:
    """Send the form in every way that is not its reader's; return what was answered to each."""
    own = _token(sending)

    def answer(forged: Sending, headers: Mapping[str, str] | None = None) -> int:
        return browser.transmit(forged, headers=headers or {}).status_code

    mark = "&" if "?" in sending.action else "?"
    in_the_address = f"{sending.action}{mark}csrf_token={own}"
    return {
        "no token": answer(_with_token(sending)),
        "empty": answer(_with_token(sending, "")),
        "of another": answer(_with_token(sending, of_another)),
        "cut short": answer(_with_token(sending, own[:-1])),
        "twice": answer(_with_token(sending, own, own)),
        "and of another": answer(_with_token(sending, own, of_another)),
        "in the address": answer(
            attrs.evolve(_with_token(sending, ""), action=in_the_address),
        ),
        **{str(headers): answer(sending, headers) for headers in ELSEWHERE},
    }


@pytest.mark.parametrize("rule", PREPARED)
class TestAForgedForm:
    def test_changes_nothing(
        self, writing_service: SamplePortal, mail: MailSink, rule: str
    ) -> None:
        browser, sending = PREPARED[rule](writing_service, mail)
        _, anothers = register(writing_service, mail)
        before = contents(writing_service.database.engine)

        refusals = _refusals(browser, sending, of_another=_token(anothers))

        by_token = {"no token", "empty", "of another", "cut short", "in the address"}
        assert refusals.pop("no token") in {400, 411}
        assert {how: status for how, status in refusals.items() if how in by_token} == (
            dict.fromkeys(by_token - {"no token"}, 400)
        )
        assert {status for how, status in refusals.items() if how not in by_token} == {403}
        assert contents(writing_service.database.engine) == before

        assert browser.transmit(sending).status_code == 303, "the same form, sent by its reader"
        assert contents(writing_service.database.engine) != before


class TestEveryAddressThatTakesForms:
    """Read off the router: a form nobody thought of here is tried as well."""

    def test_refuses_what_is_forged_before_it_looks_at_it(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser = writing_service.subscriber(NUMBER)
        page = browser.open("/mon-compte")
        tokens = [each for each in page.tree.all("input") if each["name"] == "csrf_token"]
        own = tokens[0]["value"]
        _, anothers = register(writing_service, mail)
        before = contents(writing_service.database.engine)
        addresses = addresses_of_forms(writing_service.app)
        assert set(PREPARED) <= set(addresses)

        for rule, path in addresses.items():
            if rule in WITHOUT_TOKEN:
                continue
            empty = Sending(
                method="POST",
                action=path,
                fields=(("csrf_token", own),),
                files=(),
                is_multipart=False,
            )
            refusals = _refusals(browser, empty, of_another=_token(anothers))
            assert set(refusals.values()) <= {400, 403, 411}, (rule, refusals)
        assert contents(writing_service.database.engine) == before


class TestAFormOfOurs:
    def test_is_taken_from_browsers_of_any_age(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        for headers in HERE:
            browser, sending = register(writing_service, mail)

            assert browser.transmit(sending, headers=headers).status_code == 303

    def test_opened_before_signing_in_is_no_use_afterwards(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser, sending = PREPARED["/connexion"](writing_service, mail)
        assert browser.transmit(sending).status_code == 303

        assert browser.transmit(sending).status_code == 400

    def test_says_what_to_do_when_it_is_too_old(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser, sending = register(writing_service, mail)
        browser.client.delete_cookie("siegvo")

        page = browser.deliver(sending, expect=400)

        assert "rechargez la page, puis recommencez" in page
