"""What a setting may hold."""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.setting_addresses import WEB, is_loopback, split_address
from siegvo.entrypoints.setting_faults import Fault, InvalidSetting

SHORTEST_SECRET: Final = 32

_DATABASES = re.compile(r"sqlite:///(?!:memory:).+|postgresql(\+psycopg)?://.+")


def parse_database_url(text: str) -> str:
    """Let it pass if it names a kind of database we know.

    Raises:
        InvalidSetting: it does not.
    """
    if not _DATABASES.fullmatch(text) or not _has_sound_port(text):
        raise InvalidSetting(Fault.NOT_A_DATABASE)
    return text


def _has_sound_port(url: str) -> bool:
    try:
        urlsplit(url).port  # noqa: B018
    except ValueError:
        return False
    return True


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
    """Let it pass if a program could call it, and nobody else could answer.

    Raises:
        InvalidSetting: it is no address, holds more than one, or lacks encryption.
    """
    if text is None:
        return None
    place = split_address(text, fault=Fault.NOT_A_SERVICE)
    if place.scheme not in WEB or "@" in place.netloc or place.query or place.fragment:
        raise InvalidSetting(Fault.NOT_A_SERVICE)
    if place.scheme == "http" and not is_loopback(place.hostname or ""):
        raise InvalidSetting(Fault.NOT_SECURE)
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


def _listed(texts: object) -> tuple[str, ...]:
    parts = texts.split(",") if isinstance(texts, str) else texts
    if not isinstance(parts, Iterable):
        raise InvalidSetting(Fault.NOT_TEXT)
    return tuple(text for text in (str(part).strip() for part in parts) if text)
