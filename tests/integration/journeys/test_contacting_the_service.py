"""Anybody writes to the service."""

import pytest

from tests.support.mail_server import MailSink
from tests.support.page import Page
from tests.support.sample_portal import SamplePortal

TYPED = {
    "name": "Odile Marchal",
    "email": "odile.marchal@exemple.fr",
    "contract_number": "100 200 423",
    "subject": "Pression",
    "message": "Bonjour,\nla pression est faible le soir.",
}


def _write(service: SamplePortal, *, expect: int = 200, **typed: str) -> Page:
    return service.visitor().submit("/contact", expect=expect, **{**TYPED, **typed})


class TestContactForm:
    def test_gives_a_number_writes_to_the_service_and_sends_a_copy(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        page = _write(writing_service)
        writing_service.post()

        assert "D-2026-000001" in page
        assert page.path.startswith("/contact/envoye")
        copy, received = mail.arrived
        assert copy.recipients == ("odile.marchal@exemple.fr",)
        assert received.recipients == ("facturation@siegvo.com",)
        assert received.message["Reply-To"] == "odile.marchal@exemple.fr"

    def test_keeps_what_was_typed_when_something_is_missing(self, service: SamplePortal) -> None:
        page = _write(service, expect=422, email="odile", contract_number="")

        assert page.typed_in("subject") == "Pression"
        assert "la pression est faible le soir." in page.typed_in("message")

    def test_is_not_for_programs_that_fill_in_everything(self, service: SamplePortal) -> None:
        page = _write(service, expect=422, website="https://exemple.com")

        assert "Un champ caché a été rempli" in page
        assert page.typed_in("website") == ""

    def test_slows_down_and_loses_nothing(self, service: SamplePortal) -> None:
        for _ in range(3):
            _write(service)

        page = _write(service, expect=429)

        assert "la pression est faible le soir." in page.typed_in("message")

    def test_says_to_programs_when_to_try_again(self, service: SamplePortal) -> None:
        for _ in range(3):
            _write(service)
        visitor = service.visitor()

        answer = visitor.transmit(visitor.prepare("/contact", **TYPED))

        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")

    @pytest.mark.parametrize("number", ["", "?numero=", "?numero=%3Cb%3E"])
    def test_confirms_nothing_without_a_number(self, service: SamplePortal, number: str) -> None:
        assert service.visitor().ask("GET", f"/contact/envoye{number}").status_code == 422
