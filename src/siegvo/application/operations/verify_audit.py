"""Whether the audit trail is as it was sealed."""

import attrs

from siegvo.application.operations.seal_of import SEALING, sealed_parts
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Look
from siegvo.application.readers.audit import Seal


@attrs.frozen(kw_only=True)
class AlteredStretch:
    """Lines that are not those sealed, numbered after `after`, up to `upto`.

    There were `sealed` of them, and there are `found`; or the seal itself, or the one before
    it, is not the one that was put.
    """

    after: int
    upto: int
    sealed: int
    found: int


@attrs.frozen(kw_only=True)
class Verification:
    """What the seals say of the trail.  `unsealed` lines came after the last seal."""

    sealed: int
    unsealed: int
    altered: tuple[AlteredStretch, ...]
    last: Seal | None

    @property
    def is_intact(self) -> bool:
        return not self.altered


@attrs.frozen(kw_only=True)
class VerifyAudit:
    """Read the whole trail again, and compare it with its seals."""

    look: Look
    keyed_hash: KeyedHash

    def __call__(self) -> Verification:
        """Tell every stretch that was altered, and how much is not sealed yet.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        altered: list[AlteredStretch] = []
        before: Seal | None = None
        with self.look() as readers:
            trail = readers.audit_trail
            seals = trail.seals()
            for seal in seals:
                after = before.upto if before else 0
                lines = trail.between(after, seal.upto)
                parts = sealed_parts(before, lines, seal.upto)
                is_whole = len(lines) == seal.entries
                if not (is_whole and self.keyed_hash.matches(seal.seal, SEALING, *parts)):
                    altered.append(
                        AlteredStretch(
                            after=after, upto=seal.upto, sealed=seal.entries, found=len(lines)
                        )
                    )
                before = seal
            return Verification(
                sealed=sum(each.entries for each in seals),
                unsealed=trail.count_after(before.upto if before else 0),
                altered=tuple(altered),
                last=before,
            )
