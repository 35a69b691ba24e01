"""Keyed hashes: HMAC-SHA-256, the name of the key in front."""

import hmac

import attrs

from siegvo.adapters.security.keys import Key, KeyRing


@attrs.frozen
class HmacKeyedHash:
    """`KeyedHash`: `<key name>$<64 hexadecimal digits>`."""

    ring: KeyRing

    def of(self, purpose: str, *parts: str) -> str:
        return _hash(self.ring.newest, purpose, parts)

    def is_current(self, stored: str) -> bool:
        return stored.partition("$")[0] == self.ring.newest.id

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        """Compare at the same cost whatever `stored` is, a hash of ours or nothing."""
        key = self.ring.named(stored.partition("$")[0]) or self.ring.newest
        made = _hash(key, purpose, parts)
        return hmac.compare_digest(made.encode(), stored.encode("utf-8", "surrogatepass"))


def _hash(key: Key, purpose: str, parts: tuple[str, ...]) -> str:
    """Hash the parts, each with its length before it: "ab", "c" is not "a", "bc"."""
    framed = b"".join(_frame(part) for part in (purpose, *parts))
    return f"{key.id}${hmac.digest(key.bytes, framed, 'sha256').hex()}"


def _frame(part: str) -> bytes:
    text = part.encode("utf-8", "surrogatepass")
    return len(text).to_bytes(8, "big") + text
