"""What is wrong with on-line payments, or may become so."""

from collections.abc import Iterator

from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.entrypoints.bootstrap import greet_treasury
from siegvo.entrypoints.extras import ExtraNotInstalled
from siegvo.entrypoints.findings import Fact, Finding
from siegvo.entrypoints.settings import Settings

_PRODUCTION = "W"


def examine_payments(settings: Settings) -> Iterator[Finding]:
    """Look at the settings of PayFiP, and ask it for our names; without any, find nothing."""
    if settings.payfip_url is None and settings.payfip_client is None:
        return
    if settings.payfip_url is None:
        yield Finding(Fact.PAYFIP_INCOMPLETE, "SIEGVO_PAYFIP_URL")
        return
    if settings.payfip_client is None:
        yield Finding(Fact.PAYFIP_INCOMPLETE, "SIEGVO_PAYFIP_CLIENT")
        return
    if settings.public_url.is_secure:
        yield from _in_earnest(settings)
    yield _answer(settings)


def _in_earnest(settings: Settings) -> Iterator[Finding]:
    """Say what subscribers must not meet."""
    if settings.payment_origin.startswith("http://"):
        yield Finding(Fact.PAYFIP_SIMULATED, settings.payment_origin)
    elif settings.payfip_mode != _PRODUCTION:
        yield Finding(Fact.PAYFIP_IN_TEST, settings.payfip_mode)


def _answer(settings: Settings) -> Finding:
    try:
        details = greet_treasury(settings)
    except ExtraNotInstalled as error:
        return Finding(Fact.EXTRA_MISSING, str(error))
    except TreasuryRefused as refusal:
        return Finding(Fact.PAYFIP_REFUSES, f"{settings.payfip_client}, {refusal.code}")
    except TreasuryUnavailable as error:
        return Finding(Fact.PAYFIP_SILENT, f"{settings.payment_origin} ({error})")
    return Finding(Fact.PAYFIP_ANSWERS, " – ".join(details.names) if details else "")
