"""What a browser holds to say who it is, out of the operating system's randomness."""

from hashlib import sha256
from secrets import token_urlsafe

from siegvo.application.ports.session_keys import SessionKey

_BYTES = 32


class RandomSessionKeys:
    """`SessionKeys`.  A leaked table of fingerprints opens no session."""

    def new(self) -> SessionKey:
        value = token_urlsafe(_BYTES)
        return SessionKey(value, self.fingerprint(value))

    def renewed(self, value: str) -> SessionKey:
        lasting = value.partition(".")[0]
        drawn = f"{lasting}.{token_urlsafe(_BYTES)}"
        return SessionKey(drawn, self.fingerprint(drawn))

    def fingerprint(self, value: str) -> str:
        return sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
