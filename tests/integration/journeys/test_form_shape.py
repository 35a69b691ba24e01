"""Forms that hold more than what was asked, or the same thing twice."""

from typing import Final

import attrs
import pytest

from siegvo.domain.kernel.gesture import Gesture
from tests.support.asking import at_once
from tests.support.builders.accounts import NOON
from tests.support.contents import contents
from tests.support.every_form import (
    NUMBER,
    ODILE,
    PREPARED,
    WITHOUT_TOKEN,
    Found,
    addresses_of_forms,
    forms_on_pages,
)
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending

EXTRA: Final = (
    "account",
    "account_id",
    "activated",
    "admin",
    "contract",
    "created_at",
    "drawn_m3",
    "exported_at",
    "holder",
    "id",
    "index_source",
    "is_staff",
    "key_hash",
    "origin",
    "owner",
    "payer_id",
    "proved_at",
    "reference",
    "review",
    "role",
    "started_on",
    "state",
    "status",
    "validated",
    "version",
)


def _forms_shown(service: SamplePortal) -> list[Found]:
    """Return the forms that pages show to a stranger and to a subscriber."""
    subscriber = service.subscriber(NUMBER)
    subscriber.deliver(at_once(subscriber, "autre"))  # to be replied to, or cancelled
    service.account(NUMBER, email="karim@exemple.fr")  # whose access may be disputed
    elsewhere = service.visitor()  # a second session, to be ended from the first
    elsewhere.submit("/connexion", email=ODILE, password=PASSWORD)
    return list(forms_on_pages(service.app, service.visitor(), subscriber))


def _with(sending: Sending, *fields: tuple[str, str]) -> Sending:
    return attrs.evolve(sending, fields=sending.fields + fields)


class TestAnythingThatWasNotAsked:
    def test_is_refused_by_every_form_of_a_page(self, service: SamplePortal) -> None:
        forms = _forms_shown(service)
        before = _but_notes(service)
        shown = {each.rule for each in forms}
        assert set(addresses_of_forms(service.app)) - set(WITHOUT_TOKEN) <= shown | set(PREPARED)

        for form in forms:
            for name in EXTRA:
                answer = form.browser.transmit(_with(form.sending, (name, "1")))
                assert answer.status_code == 422, (form.rule, name)
        assert _but_notes(service) == before

    @pytest.mark.parametrize("rule", PREPARED)
    def test_is_refused_with_what_was(
        self, writing_service: SamplePortal, mail: MailSink, rule: str
    ) -> None:
        browser, sending = PREPARED[rule](writing_service, mail)
        before = _but_notes(writing_service)
        assert len(EXTRA) == 25

        for name in EXTRA:
            answer = browser.transmit(_with(sending, (name, "1")))
            assert answer.status_code == 422, name
        assert _but_notes(writing_service) == before

    def test_is_written_down_by_name(self, service: SamplePortal) -> None:
        account = service.account(NUMBER)
        browser = service.visitor()
        browser.submit("/connexion", email=ODILE, password=PASSWORD)
        before = len(service.portal.operations.list_audit(since=NOON))
        sending = browser.prepare(f"/contrats/{NUMBER}/releve", index="570")

        answer = browser.transmit(_with(sending, ("payer_id", "R000022"), ("role", "admin")))

        assert answer.status_code == 422
        (line,) = service.portal.operations.list_audit(since=NOON)[before:]
        assert (line.gesture, line.actor_name) == (Gesture.FORM_REFUSED, str(account))
        assert line.subject == "/contrats/<contract:number>/releve payer_id"

    def test_is_not_written_down_for_strangers(self, service: SamplePortal) -> None:
        browser = service.visitor()
        sending = browser.prepare("/connexion", email=ODILE, password=PASSWORD)
        before = contents(service.database.engine)

        assert browser.transmit(_with(sending, ("role", "admin"))).status_code == 422

        assert contents(service.database.engine) == before


class TestAnythingGivenTwice:
    def test_is_refused_by_every_form(self, service: SamplePortal) -> None:
        forms = _forms_shown(service)
        before = contents(service.database.engine)

        for form in forms:
            for name, value in form.sending.fields:
                answer = form.browser.transmit(_with(form.sending, (name, value)))
                expected = 403 if name == "csrf_token" else 422
                assert answer.status_code == expected, (form.rule, name)
        assert contents(service.database.engine) == before

    @pytest.mark.parametrize(
        "path",
        [f"/tableau-de-bord?contrat={NUMBER}&contrat={NUMBER}", "/connexion?next=/a&next=/b"],
    )
    def test_is_refused_in_an_address(self, service: SamplePortal, path: str) -> None:
        assert service.subscriber(NUMBER).ask("GET", path).status_code == 422


def _but_notes(service: SamplePortal) -> dict[str, list[str]]:
    """Return what the database holds, but for the note of what was refused."""
    notes = {"audit", "attempts"}
    kept = contents(service.database.engine)
    return {table: rows for table, rows in kept.items() if table not in notes}
