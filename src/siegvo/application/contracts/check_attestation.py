"""Somebody was shown an attestation, and asks whether it is ours."""

import attrs

from siegvo.application.contracts.attestation_marks import said_on, vouches_for
from siegvo.application.contracts.throttles import of_check
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.paper_marks import PaperMarks
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.audit import Entry
from siegvo.domain.contracts.attestation import (
    AttestationExpired,
    AttestationStanding,
    CheckedAttestation,
    expires_after,
)
from siegvo.domain.contracts.attestation_code import AttestationCode, AttestationUnknown
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class CheckAttestation:
    """Tell whoever holds the code of a paper what that paper says, and whether it is still so."""

    begin: Begin
    look: Look
    clock: Clock
    keyed_hash: KeyedHash
    marks: PaperMarks

    def __call__(self, code: AttestationCode, *, origin: str = "") -> CheckedAttestation:
        """Return what was attested, and nothing that the paper does not say.

        Raises:
            AttestationUnknown: no paper of ours bears that code.
            AttestationExpired: it is ours, and too old to be vouched for.
            TooManyAttempts: from this place.
        """
        now = self.clock.now()
        throttle = of_check(self.keyed_hash, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=now)
        checked = self._checked(code)
        gesture = Gesture.ATTESTATION_CHECKED if checked else Gesture.ATTESTATION_CHECK_FAILED
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.stranger(),
                    gesture=gesture,
                    subject=str(code.contract),
                    origin=origin,
                )
            )
        if checked is None:
            raise AttestationUnknown
        if expires_after(code.made_on) < self.clock.today():
            raise AttestationExpired(made_on=code.made_on)
        return checked

    def _checked(self, code: AttestationCode) -> CheckedAttestation | None:
        with self.look() as readers:
            tenures = readers.named_tenures.of(code.contract)
        theirs = [each for each in tenures if vouches_for(code, each.tenure.payer, self.marks)]
        for known in theirs:
            if said := said_on(code, known, self.marks):
                standing = said.standing_beside(known.tenure, on=self.clock.today())
                return CheckedAttestation(made_on=code.made_on, standing=standing, said=said)
        if not theirs:
            return None
        return CheckedAttestation(made_on=code.made_on, standing=AttestationStanding.CORRECTED)
