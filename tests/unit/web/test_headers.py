"""The one header that changes with the installation."""

import pytest
from werkzeug.test import Client

from siegvo.entrypoints.siegvo_utility import SIEGVO
from siegvo.entrypoints.web.headers import Headers
from siegvo.entrypoints.web.site import Site
from tests.support.outside import StoppedClock

_BEFORE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
)
_AFTER = (
    "; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def policy(*, payment_origin: str = "", public_url: str = "http://localhost:8000") -> str:
    """Return the policy of a page that says nothing."""

    def silent(_environ: object, start_response: object) -> list[bytes]:
        assert callable(start_response)
        start_response("200 OK", [])
        return []

    site = Site(
        public_url=public_url,
        form_keys=("k" * 32,),
        utility=SIEGVO,
        clock=StoppedClock(),
        payment_origin=payment_origin,
    )
    return Client(Headers(silent, site)).get("/").headers["Content-Security-Policy"]


class TestThePolicy:
    def test_keeps_forms_here(self) -> None:
        assert policy() == f"{_BEFORE}form-action 'self'{_AFTER}"

    def test_lets_them_lead_to_where_payments_are_made(self) -> None:
        assert policy(payment_origin="https://www.payfip.gouv.fr") == (
            f"{_BEFORE}form-action 'self' https://www.payfip.gouv.fr{_AFTER}"
        )

    @pytest.mark.parametrize("origin", ["", "https://www.payfip.gouv.fr"])
    def test_asks_for_encryption_last(self, origin: str) -> None:
        found = policy(payment_origin=origin, public_url="https://abonnes.exemple.fr")

        assert found == f"{policy(payment_origin=origin)}; upgrade-insecure-requests"
