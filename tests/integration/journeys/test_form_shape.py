"""Forms that hold more than what was asked, or the same thing twice."""

from collections.abc import Iterator
from typing import Final

import attrs
import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending, fill_in

NUMBER: Final = "100200423"
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
FOR_ALL: Final = (
    "/connexion",
    "/inscription",
    "/activation/personne",
    "/activation/renvoyer",
    "/mot-de-passe-oublie",
)
PRIVATE: Final = (
    "/connexion/confirmation",
    "/contrats/lier",
    f"/contrats/{NUMBER}/releve",
    "/mon-compte",
    "/mon-compte/adresse-e-mail",
    "/mon-compte/mot-de-passe",
    "/mon-compte/sessions",
    "/mon-compte/suppression",
)


def _forms(browser: Browser, *paths: str) -> Iterator[Sending]:
    """Yield every form of those pages, as it is when they are opened."""
    for path in paths:
        page = browser.open(path)
        for form in page.tree.all("form"):
            if form["method"].upper() == "POST":
                yield fill_in(form, {}, at=page.path)


def _every_form(service: SamplePortal) -> list[tuple[Browser, Sending]]:
    stranger = service.visitor()
    subscriber = service.subscriber(NUMBER)
    elsewhere = service.visitor()  # a second session, to be ended from the first
    elsewhere.submit("/connexion", email="odile.marchal@exemple.fr", password=PASSWORD)
    return [
        *((stranger, form) for form in _forms(stranger, *FOR_ALL)),
        *((subscriber, form) for form in _forms(subscriber, *PRIVATE)),
    ]


def _with(sending: Sending, *fields: tuple[str, str]) -> Sending:
    return attrs.evolve(sending, fields=sending.fields + fields)


class TestAnythingThatWasNotAsked:
    def test_is_refused_by_every_form(self, service: SamplePortal) -> None:
        forms = _every_form(service)
        before = contents(service.database.engine)
        assert len(EXTRA) == 25
        assert len({sending.action for _, sending in forms}) >= 13

        for browser, sending in forms:
            for name in EXTRA:
                answer = browser.transmit(_with(sending, (name, "1")))
                assert answer.status_code == 422, (sending.action, name)
        assert contents(service.database.engine) == before


class TestAnythingGivenTwice:
    def test_is_refused_by_every_form(self, service: SamplePortal) -> None:
        forms = _every_form(service)
        before = contents(service.database.engine)

        for browser, sending in forms:
            for name, value in sending.fields:
                answer = browser.transmit(_with(sending, (name, value)))
                expected = 403 if name == "csrf_token" else 422
                assert answer.status_code == expected, (sending.action, name)
        assert contents(service.database.engine) == before

    @pytest.mark.parametrize(
        "path",
        [f"/tableau-de-bord?contrat={NUMBER}&contrat={NUMBER}", "/connexion?next=/a&next=/b"],
    )
    def test_is_refused_in_an_address(self, service: SamplePortal, path: str) -> None:
        assert service.subscriber(NUMBER).ask("GET", path).status_code == 422
