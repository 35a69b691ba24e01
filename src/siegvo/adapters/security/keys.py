"""One secret in the settings, one key for each use."""

import hmac
from collections.abc import Sequence
from enum import StrEnum
from typing import Self

import attrs

_SHORTEST_SECRET = 32


class Use(StrEnum):
    """What a key serves; a key for one use tells nothing about the others."""

    PASSWORDS = "siegvo/passwords/1"
    KEYED_HASHES = "siegvo/keyed-hashes/1"
    LINKS = "siegvo/links/1"
    FORMS = "siegvo/forms/1"
    BANK_DETAILS = "siegvo/bank-details/1"
    BANK_FINGERPRINTS = "siegvo/bank-fingerprints/1"
    PAPERS = "siegvo/papers/1"


@attrs.frozen
class Key:
    """A key, and the name under which what it made remembers it."""

    id: str
    bytes: bytes = attrs.field(repr=False)


@attrs.frozen
class KeyRing:
    """The keys of one use, the newest first: it makes, all verify."""

    keys: tuple[Key, ...]

    @classmethod
    def derived(cls, secrets: Sequence[str], use: Use) -> Self:
        """Derive a key from each secret, the newest first (HKDF, RFC 5869, one block).

        Names come from the secrets, so that a secret may change places.
        """
        if not secrets or any(len(secret) < _SHORTEST_SECRET for secret in secrets):
            message = f"a secret of {_SHORTEST_SECRET} characters at least is needed"
            raise ValueError(message)
        return cls(tuple(_derive(secret, use) for secret in secrets))

    @property
    def newest(self) -> Key:
        return self.keys[0]

    def named(self, key_id: str) -> Key | None:
        """Return the key of that name, if we still have it."""
        return next((key for key in self.keys if key.id == key_id), None)


def _derive(secret: str, use: Use) -> Key:
    extracted = hmac.digest(b"siegvo", secret.encode(), "sha512")
    name = hmac.digest(extracted, f"{use}/name\x01".encode(), "sha512").hex()[:8]
    return Key(name, hmac.digest(extracted, f"{use}\x01".encode(), "sha512"))
