"""Links in mails, signed with itsdangerous."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import attrs
from itsdangerous import BadData, SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink, Purpose
from siegvo.domain.policy import (
    ACTIVATION_LASTS,
    ADDRESS_CHANGE_LASTS,
    CANCELLATION_LASTS,
    CHANGE_LINK_LASTS,
    PASSWORD_RESET_LASTS,
)

LIFETIMES: Final[Mapping[Purpose, timedelta]] = {
    Purpose.ACTIVATION: ACTIVATION_LASTS,
    Purpose.PASSWORD_RESET: PASSWORD_RESET_LASTS,
    Purpose.ADDRESS_CHANGE: ADDRESS_CHANGE_LASTS,
    Purpose.ADDRESS_CHANGE_CANCELLATION: CANCELLATION_LASTS,
    Purpose.PAYMENT_CONFIRMATION: CHANGE_LINK_LASTS,
    Purpose.PAYMENT_CANCELLATION: CANCELLATION_LASTS,
}

_LONGEST = 400


@attrs.frozen(kw_only=True)
class SignedTokens:
    """`Tokens`: what is signed can be read by anyone, and changed by nobody.

    `audience` is the public address: a link made for another portal opens nothing here.
    """

    ring: KeyRing
    clock: Clock
    audience: str

    def issue(self, purpose: Purpose, subject: str, *, state: tuple[str, ...] = ()) -> str:
        fingerprint = self._hashes.of(f"link/{purpose}", self.audience, subject, *state)
        signed = [subject, fingerprint] if state else subject
        return self._serializer(purpose).dumps(signed)

    def subject(self, purpose: Purpose, token: str) -> str:
        return self._read(purpose, token)[0]

    def check(self, purpose: Purpose, token: str, *, state: tuple[str, ...]) -> None:
        subject, fingerprint = self._read(purpose, token)
        if not self._hashes.matches(fingerprint, f"link/{purpose}", self.audience, subject, *state):
            raise LinkUsed(purpose)

    def _read(self, purpose: Purpose, token: str) -> tuple[str, str]:
        """Return the subject, and the fingerprint of the state if there is one."""
        if len(token) > _LONGEST:
            raise NoSuchLink
        lifetime = int(LIFETIMES[purpose].total_seconds())
        try:
            signed = self._serializer(purpose).loads(token, max_age=lifetime)
        except SignatureExpired:
            raise LinkExpired(purpose) from None
        except (BadData, ValueError):
            raise NoSuchLink from None
        match signed:
            case str(subject):
                return subject, ""
            case [str(subject), str(fingerprint)]:
                return subject, fingerprint
            case _:
                raise NoSuchLink

    @property
    def _hashes(self) -> HmacKeyedHash:
        return HmacKeyedHash(self.ring)

    def _serializer(self, purpose: Purpose) -> URLSafeTimedSerializer:
        # Our keys stand newest first; itsdangerous signs with the last of its own.
        keys = [key.bytes for key in reversed(self.ring.keys)]
        salt = f"siegvo/{purpose}/1/{self.audience}"
        return URLSafeTimedSerializer(keys, salt=salt, signer=_signer(self.clock))


def _signer(clock: Clock) -> type[TimestampSigner]:
    class ClockSigner(TimestampSigner):
        """Signs with SHA-512, at the hour of our clock."""

        default_digest_method = staticmethod(hashlib.sha512)
        default_key_derivation = "hmac"

        def get_timestamp(self) -> int:
            return int(clock.now().timestamp())

    return ClockSigner
