"""What the web needs to know of its installation."""

from urllib.parse import urlsplit

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.utility import Utility


@attrs.frozen(kw_only=True)
class Site:
    """Where the portal is served, and by whom.

    The first of `form_keys` ties forms to browsers: when it changes, a form left open is to
    be opened again.  `trusted_proxies` are the addresses whose `X-Forwarded-*` are believed.
    `payment_origin` is the one other place a form of ours may lead to.
    """

    public_url: str
    form_keys: tuple[str, ...] = attrs.field(repr=False, validator=attrs.validators.min_len(1))
    utility: Utility
    clock: Clock
    trusted_proxies: frozenset[str] = frozenset()
    payment_origin: str = ""

    @property
    def is_secure(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.public_url).hostname or ""

    @property
    def host_and_port(self) -> str:
        """Return what browsers ask for: `localhost:8000`, or the name alone."""
        return urlsplit(self.public_url).netloc

    @property
    def origin(self) -> str:
        address = urlsplit(self.public_url)
        return f"{address.scheme}://{address.netloc}"

    @property
    def cookie(self) -> str:
        """Return the name of the cookie that names a session."""
        return "__Host-siegvo" if self.is_secure else "siegvo"

    @property
    def device_cookie(self) -> str:
        """Return the name of the cookie that outlives sessions."""
        return "__Host-siegvo-appareil" if self.is_secure else "siegvo-appareil"

    @property
    def link_cookie(self) -> str:
        """Return the name of the cookie that carries the link of a letter to its page."""
        return "__Host-siegvo-lien" if self.is_secure else "siegvo-lien"
