"""A subscriber takes away a proof of address."""

import attrs

from siegvo.application.contracts.attestation_marks import code_of
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.paper_marks import PaperMarks
from siegvo.application.ports.papers import Addressee, AttestationPaper, Papers
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.attestation import Attestation, expires_after
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import NotFound


@attrs.frozen
class NoAttestationPaper(NotFound):
    """Nothing here makes papers."""

    contract: ContractNumber


@attrs.frozen(kw_only=True)
class IssueAttestation:
    """Attest that a payer has a contract, or had one: who, where, from when to when.

    Nothing is kept: the code on the paper carries the marks it is checked by.
    """

    look: Look
    clock: Clock
    papers: Papers | None
    marks: PaperMarks
    utility: Utility
    verification_page: str

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> bytes:
        """Return a PDF, the same all day long.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            ContractNotBegun: it is not the payer's yet.
            NoAttestationPaper: none can be made.
        """
        with self.look() as readers:
            known = readers.named_tenures.held_by(holder, contract)
        if self.papers is None:
            raise NoAttestationPaper(contract)
        made = Attestation.of(known.tenure, payer_name=known.payer_name, on=self.clock.today())
        return self.papers.attestation(
            AttestationPaper(
                made_on=made.made_on,
                utility=self.utility,
                payer=Addressee(name=known.payer_name, address=known.payer_address),
                contract=contract,
                supply=made.supply,
                since=made.days.first,
                until=made.days.last,
                code=str(code_of(made, self.marks)),
                verify_at=self.verification_page,
                checked_until=expires_after(made.made_on),
            )
        )
