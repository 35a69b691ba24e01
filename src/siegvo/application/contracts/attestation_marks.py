"""How a code vouches for what a paper says."""

from datetime import date

from siegvo.application.ports.paper_marks import PaperMarks
from siegvo.application.readers.named_tenures import NamedTenure
from siegvo.domain.contracts.attestation import Attestation
from siegvo.domain.contracts.attestation_code import (
    HOLDER_SIGNS,
    WORDS_SIGNS,
    AttestationCode,
)
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode


def code_of(made: Attestation, marks: PaperMarks) -> AttestationCode:
    """Return what is printed on the attestation, and what is typed to have it checked."""
    holder = _holder(made.contract, made.made_on, made.payer)
    return AttestationCode(
        contract=made.contract,
        made_on=made.made_on,
        holder_mark=marks.make(*holder, length=HOLDER_SIGNS),
        words_mark=marks.make(*_words(made), length=WORDS_SIGNS),
    )


def vouches_for(code: AttestationCode, payer: PayerCode, marks: PaperMarks) -> bool:
    """Say whether the portal made this code for that payer, of that contract, on that day."""
    holder = _holder(code.contract, code.made_on, payer)
    return marks.fits(code.holder_mark, *holder)


def said_on(code: AttestationCode, known: NamedTenure, marks: PaperMarks) -> Attestation | None:
    """Return what the paper says, if it is what we know of this tenure; else nothing.

    A contract that had ended by then may not have been known to.
    """
    if known.tenure.days.first > code.made_on:
        return None
    made = Attestation.of(known.tenure, payer_name=known.payer_name, on=code.made_on)
    for each in (made, made.still_running):
        if marks.fits(code.words_mark, *_words(each)):
            return each
    return None


def _holder(contract: ContractNumber, made_on: date, payer: PayerCode) -> tuple[str, ...]:
    return "attestation", contract.digits, made_on.isoformat(), payer.text


def _words(made: Attestation) -> tuple[str, ...]:
    where, days = made.supply, made.days
    return (
        *_holder(made.contract, made.made_on, made.payer),
        made.payer_name,
        where.street,
        where.postcode,
        where.town,
        days.first.isoformat(),
        days.last.isoformat() if days.last else "",
    )
