"""Addresses in the settings: of the portal, of the mail server."""

import re
from ipaddress import ip_address
from typing import Final, Self
from urllib.parse import SplitResult, unquote, urlsplit

import attrs

from siegvo.entrypoints.setting_faults import Fault, InvalidSetting

WEB: Final = frozenset({"http", "https"})

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")
_SMTP_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


@attrs.frozen(kw_only=True)
class PublicUrl:
    """Where browsers find the portal; the one host it answers to."""

    scheme: str
    host: str
    port: int | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `https://abonnes.example.fr`; `http` only for a host of this machine.

        Raises:
            InvalidSetting: it is something else.
        """
        parts = split_address(text, fault=Fault.NOT_A_PUBLIC_URL)
        bare = not (parts.query or parts.fragment or parts.username or parts.path.strip("/"))
        if parts.scheme not in WEB or not bare:
            raise InvalidSetting(Fault.NOT_A_PUBLIC_URL)
        if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
            raise InvalidSetting(Fault.NOT_SECURE)
        return cls(scheme=parts.scheme, host=parts.hostname or "", port=parts.port)

    @property
    def is_secure(self) -> bool:
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """Return what stands in the `Host` header: `abonnes.example.fr`, `localhost:8000`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"


@attrs.frozen(kw_only=True)
class SmtpUrl:
    """A mail server, and how to speak to it: `smtp`, `smtps` or `smtp+starttls`."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = attrs.field(default="", repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `smtp+starttls://portail:secret@mail.example.fr:587`.

        Raises:
            InvalidSetting: it is something else.
        """
        parts = split_address(text, fault=Fault.NOT_AN_SMTP_URL)
        if parts.scheme not in _SMTP_PORTS or parts.path.strip("/") or parts.query:
            raise InvalidSetting(Fault.NOT_AN_SMTP_URL)
        return cls(
            scheme=parts.scheme,
            host=parts.hostname or "",
            port=parts.port or _SMTP_PORTS[parts.scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


def split_address(text: str, *, fault: Fault) -> SplitResult:
    """Take an address apart, if it has a host and a port that can be.

    Raises:
        InvalidSetting: it has not.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise InvalidSetting(fault) from error
    if not _HOST.fullmatch(parts.hostname or "") or port == 0:
        raise InvalidSetting(fault)
    return parts


def is_loopback(host: str) -> bool:
    """Say whether `host` can only be this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
