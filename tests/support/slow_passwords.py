"""A hasher slow enough for something to happen meanwhile."""

from collections.abc import Callable

import attrs

from siegvo.application.ports.passwords import Verdict
from siegvo.domain.accounts.password import Password
from tests.support.outside import QuickHasher


@attrs.frozen
class SlowHasher:
    """Hashes as `QuickHasher` does, after `meanwhile`; offers `fresher_hash` when right."""

    meanwhile: Callable[[], None]
    fresher_hash: str | None = None

    def hash(self, password: Password) -> str:
        self.meanwhile()
        return QuickHasher().hash(password)

    def verify(self, password: Password, stored: str | None) -> Verdict:
        self.meanwhile()
        is_right = QuickHasher().verify(password, stored).is_right
        return Verdict(is_right, self.fresher_hash if is_right else None)
