"""What a setting may hold, and what may be wrong with it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from ipaddress import ip_address
from typing import Final, Self
from urllib.parse import SplitResult, unquote, urlsplit

import attrs

from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.email_address import EmailAddress

SHORTEST_SECRET: Final = 32

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")
_DATABASES = re.compile(r"sqlite:///(?!:memory:).+|postgresql(\+psycopg)?://.+")
_WEB = frozenset({"http", "https"})
_SMTP_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


class Fault(StrEnum):
    """What is wrong with a setting; the words for staff are the command line's."""

    UNKNOWN = "no such setting"
    NOT_TEXT = "not a text"
    NOT_A_DATABASE = "neither sqlite:///... nor postgresql+psycopg://..."
    TOO_SHORT = "a secret of fewer than 32 characters"
    NOT_A_PUBLIC_URL = "not https://host, without a path"
    NOT_SECURE = "http is for a loopback host only"
    NOT_AN_ADDRESS = "not a list of internet addresses"
    NOT_AN_SMTP_URL = "not smtp://, smtps:// or smtp+starttls://[user:password@]host:port"
    NOT_A_MAILBOX = "not an e-mail address"
    NOT_A_SERVICE = "not an https:// or http:// address"
    NOT_A_PAYFIP_CLIENT = "not six digits"
    NOT_A_PAYFIP_MODE = "neither T, X nor W"


@attrs.frozen
class InvalidSetting(ValueError):
    """It carries what is wrong, never the value, which may be a secret."""

    fault: Fault

    def __str__(self) -> str:
        return str(self.fault)


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
        parts = _split(text, fault=Fault.NOT_A_PUBLIC_URL)
        bare = not (parts.query or parts.fragment or parts.username or parts.path.strip("/"))
        if parts.scheme not in _WEB or not bare:
            raise InvalidSetting(Fault.NOT_A_PUBLIC_URL)
        if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
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
        parts = _split(text, fault=Fault.NOT_AN_SMTP_URL)
        if parts.scheme not in _SMTP_PORTS or parts.path.strip("/") or parts.query:
            raise InvalidSetting(Fault.NOT_AN_SMTP_URL)
        return cls(
            scheme=parts.scheme,
            host=parts.hostname or "",
            port=parts.port or _SMTP_PORTS[parts.scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


def parse_database_url(text: str) -> str:
    """Let it pass if it names a kind of database we know.

    Raises:
        InvalidSetting: it does not.
    """
    if not _DATABASES.fullmatch(text):
        raise InvalidSetting(Fault.NOT_A_DATABASE)
    return text


def parse_secrets(texts: str | Iterable[str]) -> tuple[str, ...]:
    """Read secrets separated by commas, the one that signs first.

    Raises:
        InvalidSetting: one of them is too short.
    """
    secrets = _listed(texts)
    if any(len(secret) < SHORTEST_SECRET for secret in secrets):
        raise InvalidSetting(Fault.TOO_SHORT)
    return secrets


def parse_addresses(texts: str | Iterable[str]) -> frozenset[str]:
    """Read `127.0.0.1, ::1`.

    Raises:
        InvalidSetting: one of them is no internet address.
    """
    try:
        return frozenset(str(ip_address(text)) for text in _listed(texts))
    except ValueError as error:
        raise InvalidSetting(Fault.NOT_AN_ADDRESS) from error


def parse_mailbox(text: str) -> EmailAddress:
    """Read an e-mail address.

    Raises:
        InvalidSetting: it is none.
    """
    try:
        return EmailAddress.parse(text)
    except DomainError as error:
        raise InvalidSetting(Fault.NOT_A_MAILBOX) from error


def parse_service_url(text: str | None) -> str | None:
    """Let it pass if a program could call it.

    Raises:
        InvalidSetting: it could not.
    """
    if text is not None and _split(text, fault=Fault.NOT_A_SERVICE).scheme not in _WEB:
        raise InvalidSetting(Fault.NOT_A_SERVICE)
    return text


def parse_payfip_client(text: str | None) -> str | None:
    """Let it pass if it has six digits.

    Raises:
        InvalidSetting: it has not.
    """
    if text is not None and not re.fullmatch(r"[0-9]{6}", text):
        raise InvalidSetting(Fault.NOT_A_PAYFIP_CLIENT)
    return text


def parse_payfip_mode(text: str) -> str:
    """Let it pass if it is `T` (test), `X` (activation) or `W` (production).

    Raises:
        InvalidSetting: it is none of them.
    """
    if text not in {"T", "X", "W"}:
        raise InvalidSetting(Fault.NOT_A_PAYFIP_MODE)
    return text


def without_password(url: str) -> str:
    """Write an address that may be shown."""
    return re.sub(r"(?<=://)([^/@:]*):[^/]*@", r"\1:***@", url)


def _split(text: str, *, fault: Fault) -> SplitResult:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise InvalidSetting(fault) from error
    if not _HOST.fullmatch(parts.hostname or "") or port == 0:
        raise InvalidSetting(fault)
    return parts


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listed(texts: object) -> tuple[str, ...]:
    parts = texts.split(",") if isinstance(texts, str) else texts
    if not isinstance(parts, Iterable):
        raise InvalidSetting(Fault.NOT_TEXT)
    return tuple(text for text in (str(part).strip() for part in parts) if text)
