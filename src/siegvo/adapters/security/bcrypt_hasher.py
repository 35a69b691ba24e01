"""Passwords under a pepper, then bcrypt.

What is kept reads `sg1$<key name>$2b$12$<salt and digest>`.  bcrypt refuses more than 72
bytes; it is given the base64 of an HMAC-SHA-384, 64 bytes without a NUL, so that nothing is
cut and every password counts to its end.  The pepper is not in the database: a copy of the
table alone cannot be guessed at.  Its name is, so that it may change at the next sign-in.
"""

import base64
import hmac
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from typing import Final

import attrs
import bcrypt

from siegvo.adapters.security.keys import Key, KeyRing
from siegvo.application.ports.passwords import Verdict
from siegvo.application.ports.unavailable import HasherBusy
from siegvo.domain.accounts.password import Password

COST: Final = 12
WAIT: Final = 2.0

_KEPT = re.compile(
    r"sg1\$(?P<key>[0-9a-f]{8})(?P<bcrypt>\$2b\$(?P<cost>0[4-9]|1[0-5])\$[./A-Za-z0-9]{53})"
)


@attrs.frozen
class _Kept:
    """A hash that can be compared with: its pepper is still ours."""

    key: Key
    cost: int
    bcrypt: bytes


@attrs.define(kw_only=True)
class BcryptHasher:
    """`Hasher`, a few at a time: bcrypt is what limits sign-ins, and must not starve pages.

    `wait` is in seconds.  `work` adds up 2 to the power of every cost paid: two failures
    that take as long as each other add as much.
    """

    ring: KeyRing
    cost: int = COST
    slots: int = attrs.field(factory=lambda: os.cpu_count() or 1)
    wait: float = WAIT
    work: int = attrs.field(default=0, init=False)
    _free: BoundedSemaphore = attrs.field(init=False)
    _counting: Lock = attrs.field(factory=Lock, init=False)
    _no_account: bytes = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._free = BoundedSemaphore(self.slots)
        self._no_account = bcrypt.gensalt(self.cost)

    def hash(self, password: Password) -> str:
        key = self.ring.newest
        made = self._bcrypt(_peppered(password, key), bcrypt.gensalt(self.cost), self.cost)
        return f"sg1${key.id}{made.decode('ascii')}"

    def verify(self, password: Password, stored: str | None) -> Verdict:
        kept = self._kept(stored or "")
        if kept is None:
            self._bcrypt(_peppered(password, self.ring.newest), self._no_account, self.cost)
            return Verdict(is_right=False)
        if self._is_right(password, kept):
            is_stale = kept.key != self.ring.newest or kept.cost != self.cost
            return Verdict(is_right=True, fresher_hash=self.hash(password) if is_stale else None)
        return Verdict(is_right=False)

    def _kept(self, stored: str) -> _Kept | None:
        found = _KEPT.fullmatch(stored)
        key = found and self.ring.named(found["key"])
        if found is None or key is None:
            return None
        return _Kept(key, int(found["cost"]), found["bcrypt"].encode("ascii"))

    def _is_right(self, password: Password, kept: _Kept) -> bool:
        """Compare, and pay what a hash of today would have cost when it is not right."""
        peppered = _peppered(password, kept.key)
        try:
            made = self._bcrypt(peppered, kept.bcrypt, kept.cost)
        except ValueError:  # the shape of a hash, yet bcrypt cannot read its salt
            self._bcrypt(peppered, self._no_account, self.cost)
            return False
        if hmac.compare_digest(made, kept.bcrypt):
            return True
        for cost in range(kept.cost, self.cost):  # 2^c + 2^c + 2^(c+1)... up to 2^cost
            self._bcrypt(peppered, bcrypt.gensalt(cost), cost)
        return False

    def _bcrypt(self, peppered: bytes, salt: bytes, cost: int) -> bytes:
        with self._slot():
            made = bcrypt.hashpw(peppered, salt)
        with self._counting:
            self.work += 2**cost
        return made

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if not self._free.acquire(timeout=self.wait):
            raise HasherBusy
        try:
            yield
        finally:
            self._free.release()


def _peppered(password: Password, key: Key) -> bytes:
    text = password.text.encode("utf-8", "surrogatepass")
    return base64.b64encode(hmac.digest(key.bytes, text, "sha384"))
