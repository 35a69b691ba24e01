"""Fields of the database that a stolen copy does not tell: AES-256-GCM, bound to their place."""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, Final

import attrs

from siegvo.adapters.security.keys import Key, KeyRing
from siegvo.application.ports.vault import Place, SealBroken

_VERSION: Final = "v1"
_NONCE_BYTES: Final = 12
_KEY_BYTES: Final = 32
_FINGERPRINT_DIGITS: Final = 32


@attrs.frozen
class AesVault:
    """`Vault`: `v1.<key name>.<nonce and ciphertext>`; fingerprints are HMAC-SHA-256.

    Table, column and row are authenticated with the ciphertext (NIST SP 800-38D): whoever
    writes to the database cannot put one person's account number in the row of another.
    """

    ring: KeyRing
    index: KeyRing

    def seal(self, secret: str, *, place: Place) -> str:
        key, nonce = self.ring.newest, secrets.token_bytes(_NONCE_BYTES)
        sealed = nonce + _cipher(key).encrypt(nonce, secret.encode(), _bound(place))
        return f"{self.mark}{urlsafe_b64encode(sealed).decode()}"

    def open(self, sealed: str, *, place: Place) -> str:
        # Its names are needed only where bank details are kept.
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        version, _, rest = sealed.partition(".")
        name, _, body = rest.partition(".")
        key = self.ring.named(name)
        if version != _VERSION or key is None:
            raise SealBroken
        try:
            raw = urlsafe_b64decode(body)
            if urlsafe_b64encode(raw).decode() != body:  # one ciphertext has one spelling
                raise SealBroken
            nonce, hidden = raw[:_NONCE_BYTES], raw[_NONCE_BYTES:]
            opened: bytes = _cipher(key).decrypt(nonce, hidden, _bound(place))
            return opened.decode()
        except (ValueError, InvalidTag):
            raise SealBroken from None

    def is_current(self, sealed: str) -> bool:
        return sealed.startswith(self.mark)

    @property
    def mark(self) -> str:
        return f"{_VERSION}.{self.ring.newest.id}."

    def fingerprints(self, secret: str) -> tuple[str, ...]:
        return tuple(_fingerprint(key, secret) for key in self.index.keys)


def _cipher(key: Key) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    return AESGCM(key.bytes[:_KEY_BYTES])


def _bound(place: Place) -> bytes:
    return f"siegvo\x1f{place.table}\x1f{place.column}\x1f{place.row}".encode()


def _fingerprint(key: Key, secret: str) -> str:
    return hmac.digest(key.bytes, secret.encode(), "sha256").hex()[:_FINGERPRINT_DIGITS]
