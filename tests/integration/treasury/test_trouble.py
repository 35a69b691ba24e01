"""What the treasury's server may do, and what is made of it."""

import gzip
import logging
import ssl
import tracemalloc
from pathlib import Path
from typing import Final

import attrs
import pytest

from siegvo.adapters.treasury.payfip import SERVICE_PATH, PayFip
from siegvo.adapters.treasury.wire import MOST, Wire
from siegvo.application.ports.treasury import TreasuryUnavailable
from siegvo.domain.billing.treasury_answer import NotKnownYet
from siegvo.entrypoints.simulator import soap
from tests.support.bad_server import (
    Behaviour,
    answering,
    bad_server,
    dripping,
    dripping_body,
    endless,
    resetting,
    silent,
)
from tests.support.builders.treasury import an_order
from tests.support.felt_time import felt_time
from tests.support.outside import StoppedClock
from tests.support.programs import PATIENCE

SOON: Final = 0.5
CERTIFICATE: Final = Path(__file__).parents[1] / "mail" / "loopback.pem"

_BOMB: Final = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]><x>&j;</x>"
).encode()
_NAMING_A_FILE: Final = (
    b'<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    + soap.returned("creerPaiementSecurise", {"idOp": "FILE"}).partition(b"\n")[2]
).replace(b"FILE", b"&file;")
_GOOD: Final = soap.returned("creerPaiementSecurise", {"idOp": "an-operation"})


def payfip_at(
    port: int,
    *,
    scheme: str = "http",
    trust: Path | None = None,
    host: str = "localhost",
    within: float = PATIENCE,
) -> PayFip:
    """Speak to a server of this machine, and wait as long as it may take, or `within` a time."""
    at = f"{scheme}://{host}:{port}"
    wire = Wire(
        url=f"{at}{SERVICE_PATH}",
        answers_within=within,
        trust=ssl.create_default_context(cafile=trust),
    )
    payfip = PayFip.at(at, client="090909", mode="T", clock=StoppedClock())
    return attrs.evolve(payfip, post=wire.post)


def encryption() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (silent, "TimeoutError"),
        (resetting, "ConnectionResetError"),
        (dripping, "TimeoutError"),
        (dripping_body, "TimeoutError"),
        (endless, "more than"),
        (lambda *_: None, "RemoteDisconnected"),
        (lambda line, _: line.sendall(b"\x00\x01 what?\r\n"), "BadStatusLine"),
        (answering(b"", status="301 Moved", more="Location: http://localhost:1/\r\n"), "HTTP 301"),
        (answering(_GOOD, status="307 Temporary", more="Location: /tpa/\r\n"), "HTTP 307"),
        (answering(_GOOD, status="404 Not Found"), "HTTP 404"),
        (answering(_GOOD, status="503 Service Unavailable"), "HTTP 503"),
        (answering(_GOOD, content_type="text/html"), "no XML"),
        (answering(_GOOD, content_type=""), "no XML"),
        (answering(b"<html><body>Maintenance</body></html>", content_type="text/html"), "no XML"),
        (answering(b"<html><body>Maintenance</body></html>"), "no sense"),
        (answering(b"<?xml version='1.0'?><html><body>Maintenance</body></html>"), "no sense"),
        (answering(gzip.compress(_GOOD), more="Content-Encoding: gzip\r\n"), "no sense"),
        (answering(b""), "no sense"),
        (answering(_GOOD[:-30]), "no sense"),
        (answering(_BOMB), "no sense"),
        (answering(_NAMING_A_FILE), "no sense"),
        (answering(soap.returned("creerPaiementSecurise", {"idOp": "a b"})), "no sense"),
        (answering(soap.returned("creerPaiementSecurise", {})), "no sense"),
        (answering(soap.returned("recupererDetailClient", {"idOp": "x"})), "no sense"),
        (answering(soap.out_of_order(), status="500 Error"), "out of order"),
        (answering(_GOOD + b" " * MOST), "more than"),
    ],
)
def test_whatever_the_server_does_the_service_is_unavailable_in_time(
    behave: Behaviour, why: str
) -> None:
    tracemalloc.start()
    with bad_server(behave) as server:
        payfip = payfip_at(server.port, within=SOON if why == "TimeoutError" else PATIENCE)
        with felt_time() as took, pytest.raises(TreasuryUnavailable, match=why):
            payfip.open(an_order())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert took.seconds < SOON + 0.5
    assert peak < 4 * 1024 * 1024
    assert server.connections == 1


class TestTheClient:
    def test_reads_a_good_answer(self) -> None:
        with bad_server(answering(_GOOD)) as server:
            assert payfip_at(server.port).open(an_order()).idop == "an-operation"

    def test_reads_a_fault_whatever_its_status(self) -> None:
        for status in ("200 OK", "500 Internal Server Error"):
            with bad_server(answering(soap.refused("P5", ""), status=status)) as server:
                assert payfip_at(server.port).look_up("an-operation") == NotKnownYet()

    def test_does_not_wait_for_nobody(self, port: int) -> None:
        with pytest.raises(TreasuryUnavailable, match="ConnectionRefusedError"):
            payfip_at(port).open(an_order())

    def test_asks_no_proxy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")

        with bad_server(answering(_GOOD)) as server:
            assert payfip_at(server.port).open(an_order()).idop

    def test_tells_nobody_what_was_asked_or_answered(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        words = "odile.marchal@exemple.fr F2026000123 14691"

        with (
            bad_server(answering(soap.refused("Z9", words), status="500 Error")) as server,
            pytest.raises(Exception) as refusal,  # noqa: PT011 (whatever it is)
        ):
            payfip_at(server.port).open(an_order())
        with (
            bad_server(answering(words.encode())) as server,
            pytest.raises(TreasuryUnavailable) as absence,
        ):
            payfip_at(server.port).open(an_order())

        said = f"{refusal.value!r}{absence.value!r}{absence.value.__cause__!r}{caplog.text}"
        assert not [word for word in words.split() if word in said]


class TestEncryption:
    def test_is_trusted_as_the_system_says(self) -> None:
        with bad_server(answering(_GOOD), encryption=encryption()) as server:
            payfip = payfip_at(server.port, scheme="https", trust=CERTIFICATE)

            assert payfip.open(an_order()).idop == "an-operation"
            assert payfip.page_origin == f"https://localhost:{server.port}"

    def test_by_a_stranger_is_refused(self) -> None:
        with (
            bad_server(answering(_GOOD), encryption=encryption()) as server,
            pytest.raises(TreasuryUnavailable, match="SSLCertVerificationError"),
        ):
            payfip_at(server.port, scheme="https").open(an_order())

    def test_for_another_name_is_refused(self) -> None:
        with (
            bad_server(answering(_GOOD), host="127.0.0.2", encryption=encryption()) as server,
            pytest.raises(TreasuryUnavailable, match="SSLCertVerificationError"),
        ):
            payfip_at(server.port, scheme="https", trust=CERTIFICATE, host="127.0.0.2").open(
                an_order()
            )

    @pytest.mark.parametrize("behave", [dripping, silent, dripping_body])
    def test_buys_no_time(self, behave: Behaviour) -> None:
        with bad_server(behave, encryption=encryption()) as server:
            payfip = payfip_at(server.port, scheme="https", trust=CERTIFICATE, within=SOON)
            with felt_time() as took, pytest.raises(TreasuryUnavailable, match="TimeoutError"):
                payfip.open(an_order())

        assert took.seconds < SOON + 0.5

    def test_that_is_promised_is_waited_for_a_while_only(self) -> None:
        with bad_server(silent) as server:
            payfip = payfip_at(server.port, scheme="https", within=SOON)
            with felt_time() as took, pytest.raises(TreasuryUnavailable):
                payfip.open(an_order())

        assert took.seconds < SOON + 0.5
