"""The audit trail is put under seal, a stretch at a time."""

from typing import Final

import attrs

from siegvo.application.operations.seal_of import SEALING, sealed_parts
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Look
from siegvo.application.readers.audit import Seal

STRETCH: Final = 1000


@attrs.frozen(kw_only=True)
class SealAudit:
    """Vouch for the lines written since the last seal, under a key the database does not know.

    Each seal vouches for the one before it too: lines cannot be changed, added among the
    sealed ones or taken out, nor can a seal, without `VerifyAudit` telling.
    """

    begin: Begin
    look: Look
    clock: Clock
    keyed_hash: KeyedHash
    stretch: int = STRETCH

    def __call__(self) -> int:
        """Seal all there is to seal; return how many lines that was.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        sealed = 0
        while self._is_due():
            sealed += self._seal_a_stretch()
        return sealed

    def _is_due(self) -> bool:
        with self.look() as readers:
            last = readers.audit_trail.last_seal()
            return readers.audit_trail.count_after(last.upto if last else 0) > 0

    def _seal_a_stretch(self) -> int:
        with self.begin() as work:
            last = work.seals.hold()
            lines = work.seals.unsealed(last.upto if last else 0, most=self.stretch)
            if lines:
                upto = lines[-1].number
                seal = self.keyed_hash.of(SEALING, *sealed_parts(last, lines, upto))
                work.seals.add(Seal(upto=upto, entries=len(lines), at=self.clock.now(), seal=seal))
        return len(lines)
