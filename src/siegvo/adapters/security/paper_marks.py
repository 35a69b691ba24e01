"""Marks on papers: the beginning of an HMAC-SHA-256, in signs a person can copy."""

import hmac

import attrs

from siegvo.adapters.security.keys import Key, KeyRing
from siegvo.domain.contracts.attestation_code import SIGNS


@attrs.frozen
class HmacPaperMarks:
    """`PaperMarks`: five bits a sign, 51 signs at the most; every key of ours is tried."""

    ring: KeyRing

    def make(self, *facts: str, length: int) -> str:
        return _mark(self.ring.newest, facts, length)

    def fits(self, mark: str, *facts: str) -> bool:
        made = (_mark(key, facts, len(mark)) for key in self.ring.keys)
        return any(hmac.compare_digest(each, mark) for each in made)


def _mark(key: Key, facts: tuple[str, ...], length: int) -> str:
    """Hash the facts, each with its length before it, and write the first bits down."""
    framed = b"".join(len(fact.encode()).to_bytes(8, "big") + fact.encode() for fact in facts)
    digest = int.from_bytes(hmac.digest(key.bytes, framed, "sha256"), "big")
    return "".join(SIGNS[(digest >> (251 - 5 * rank)) % len(SIGNS)] for rank in range(length))
