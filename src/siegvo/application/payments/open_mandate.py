"""The mandate on paper: to be read before it is given, to be kept afterwards."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.papers import Addressee, Consent, MandatePaper, Papers
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Look, Readers
from siegvo.application.repositories.payments import KeptMandate
from siegvo.application.sealed_mandates import holder_of
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import NotFound
from siegvo.domain.payments.mandate import MandateState, state_of

_BLANK = "..."


@attrs.frozen
class NoMandatePaper(NotFound):
    """Nothing here makes papers, or the utility has no creditor identifier."""

    contract: ContractNumber


@attrs.frozen(kw_only=True)
class OpenMandate:
    look: Look
    clock: Clock
    vault: Vault
    papers: Papers | None
    utility: Utility

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> bytes:
        """Return a PDF: the latest mandate that serves or is signed, or else one left blank.

        Its account is masked.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            NoMandatePaper: none can be made.
            SealBroken: in whose name it is cannot be read.
        """
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            if self.papers is None or not self.utility.sepa_creditor_id:
                raise NoMandatePaper(contract)
            paper = self._paper(readers, tenure, holder)
        return self.papers.mandate(paper)

    def _paper(self, readers: Readers, tenure: Tenure, holder: AccountId) -> MandatePaper:
        today, alive = self.clock.today(), {MandateState.SIGNED, MandateState.ACTIVE}
        given = readers.mandates.of_contract(tenure.contract, tenure.payer)
        kept = next((each for each in reversed(given) if state_of(each, today) in alive), None)
        name = readers.contract_sheets.held_by(holder, tenure.contract).payer_name
        return MandatePaper(
            made_on=today,
            utility=self.utility,
            reference=kept.reference.text if kept else _BLANK,
            creditor_id=self.utility.sepa_creditor_id,
            debtor=Addressee(
                name=holder_of(self.vault, kept) if kept else name, address=tenure.supply
            ),
            iban=kept.masked_iban if kept else _BLANK,
            bic=kept.bic if kept else None,
            contracts=(tenure.contract,),
            consent=self._consent(readers, kept, holder) if kept else None,
        )

    def _consent(self, readers: Readers, kept: KeptMandate, holder: AccountId) -> Consent:
        """Return what proves it; an address is told to its own account alone."""
        mine = kept.evidence.account == str(holder)
        return Consent(
            at=kept.evidence.at,
            signed_as=readers.accounts.of(holder).email.text if mine else "",
            origin=kept.evidence.origin,
            text_version=kept.evidence.text,
        )
