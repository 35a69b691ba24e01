"""Links in mails, signed with itsdangerous."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import attrs
from itsdangerous import BadData, SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from siegvo.adapters.security.keys import KeyRing
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import LinkExpired, NoSuchLink, Purpose
from siegvo.domain.policy import ACTIVATION_LASTS

LIFETIMES: Final[Mapping[Purpose, timedelta]] = {Purpose.ACTIVATION: ACTIVATION_LASTS}

_LONGEST = 400


@attrs.frozen(kw_only=True)
class SignedTokens:
    """`Tokens`: what is signed can be read by anyone, and changed by nobody.

    `audience` is the public address: a link made for another portal opens nothing here.
    """

    ring: KeyRing
    clock: Clock
    audience: str

    def issue(self, purpose: Purpose, subject: str) -> str:
        return self._serializer(purpose).dumps(subject)

    def subject(self, purpose: Purpose, token: str) -> str:
        if len(token) > _LONGEST:
            raise NoSuchLink
        lifetime = int(LIFETIMES[purpose].total_seconds())
        try:
            subject = self._serializer(purpose).loads(token, max_age=lifetime)
        except SignatureExpired:
            raise LinkExpired(purpose) from None
        except (BadData, ValueError):
            raise NoSuchLink from None
        if not isinstance(subject, str):
            raise NoSuchLink
        return subject

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
