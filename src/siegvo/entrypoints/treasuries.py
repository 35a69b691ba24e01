"""The treasury's service: what bootstrap loads only where the settings name one."""

from siegvo.adapters.system.clock import WallClock
from siegvo.adapters.treasury.payfip import PayFip
from siegvo.application.ports.treasury import Treasury
from siegvo.entrypoints.settings import Settings


def treasury(settings: Settings) -> Treasury | None:
    """Speak to PayFiP; without an address or a client number, to nobody."""
    if settings.payfip_url is None or settings.payfip_client is None:
        return None
    return PayFip.at(
        settings.payfip_url,
        client=settings.payfip_client,
        mode=settings.payfip_mode,
        clock=WallClock(),
    )
