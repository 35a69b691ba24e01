"""A secret was replaced: what it sealed is sealed with the newest, and it may go."""

from collections.abc import Sequence
from typing import Final

import attrs

from siegvo.application.ports.vault import SealBroken, Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.sealed_mandates import opened, sealed
from siegvo.domain.payments.mandate import MandateReference

_BATCH: Final = 50


@attrs.frozen(kw_only=True)
class ResealMandates:
    """Seal anew, a few in each transaction: the worker calls it."""

    begin: Begin
    look: Look
    vault: Vault

    def __call__(self) -> int:
        """Return how many accounts bear the newest key now and did not before.

        What cannot be read stays as it is, for the day its secret is found again.
        """
        done, last = 0, None
        while batch := self._old(after=last):
            with self.begin() as work:
                done += sum(self._reseal(work, reference) for reference in batch)
            last = batch[-1]
        return done

    def _old(self, *, after: MandateReference | None) -> Sequence[MandateReference]:
        with self.look() as readers:
            return readers.mandates.sealed_otherwise(self.vault.mark, after=after, most=_BATCH)

    def _reseal(self, work: Work, reference: MandateReference) -> bool:
        kept = work.mandates.hold(reference)
        try:
            work.mandates.save(sealed(self.vault, opened(self.vault, kept)))
        except SealBroken:
            return False
        return True
