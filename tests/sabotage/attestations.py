"""Proofs of address: whose they are, and what a code is believed for."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CONTRACTS: Final = "application/contracts"
_CHECKS: Final = "unit/application/contracts/test_attestations.py::TestCheckAttestation"
_MARKS: Final = "integration/security/test_paper_marks.py"

ATTESTATIONS: Final = (
    Sabotage(
        "rest",
        "any code is that of any payer of its contract",
        f"{_CONTRACTS}/attestation_marks.py",
        was="    return marks.fits(code.holder_mark, *holder)",
        now="    return bool(holder)",
        tests=(_CHECKS,),
    ),
    Sabotage(
        "rest",
        "whatever was put right since is shown to whoever has the code",
        f"{_CONTRACTS}/attestation_marks.py",
        was="        if marks.fits(code.words_mark, *_words(each)):",
        now="        if _words(each):",
        tests=(_CHECKS,),
    ),
    Sabotage(
        "rest",
        "an attestation is vouched for for ever",
        f"{_CONTRACTS}/check_attestation.py",
        was="if expires_after(code.made_on) < self.clock.today():",
        now="if expires_after(code.made_on) < code.made_on:",
        tests=(_CHECKS,),
    ),
    Sabotage(
        "rest",
        "codes of attestations are tried as often as one likes",
        f"{_CONTRACTS}/check_attestation.py",
        was="            throttle.count(work.attempts, at=now)\n",
        now="",
        tests=(_CHECKS,),
    ),
    Sabotage(
        "rest",
        "the marks of papers need no key",
        "adapters/security/paper_marks.py",
        was='hmac.digest(key.bytes, framed, "sha256")',
        now='hmac.digest(key.bytes[:0], framed, "sha256")',
        tests=(_MARKS,),
    ),
)
