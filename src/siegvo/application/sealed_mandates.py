"""Mandates as they lie in the database, and as they are: whose account, under seal or not."""

from collections.abc import Callable

import attrs

from siegvo.application.ports.vault import Place, Vault
from siegvo.application.repositories.payments import KeptMandate
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.mandate import Mandate, MandateReference


def sealed(vault: Vault, mandate: Mandate) -> KeptMandate:
    """Return a mandate as it may be kept: account and holder sealed to its own row."""
    iban = mandate.details.iban
    return KeptMandate(
        reference=mandate.reference,
        contract=mandate.contract,
        payer=mandate.payer,
        sealed_iban=vault.seal(iban.text, place=_place(mandate.reference, "iban")),
        sealed_holder=vault.seal(mandate.details.holder, place=_place(mandate.reference, "holder")),
        fingerprint=vault.fingerprints(iban.text)[0],
        masked_iban=iban.masked,
        bic=mandate.details.bic,
        bank_name=mandate.details.bank_name,
        evidence=mandate.evidence,
        activated_on=mandate.activated_on,
        first_collected_on=mandate.first_collected_on,
        last_collected_on=mandate.last_collected_on,
        ended_on=mandate.ended_on,
        was_replaced=mandate.was_replaced,
    )


def opened(vault: Vault, kept: KeptMandate) -> Mandate:
    """Return a mandate with its account and its holder in clear.

    Raises:
        SealBroken: they were not sealed here, were altered, or their key is gone.
    """
    iban = Iban(vault.open(kept.sealed_iban, place=_place(kept.reference, "iban")))
    return Mandate(
        reference=kept.reference,
        contract=kept.contract,
        payer=kept.payer,
        details=BankDetails(
            iban=iban, holder=holder_of(vault, kept), bic=kept.bic, bank_name=kept.bank_name
        ),
        evidence=kept.evidence,
        activated_on=kept.activated_on,
        first_collected_on=kept.first_collected_on,
        last_collected_on=kept.last_collected_on,
        ended_on=kept.ended_on,
        was_replaced=kept.was_replaced,
    )


def holder_of(vault: Vault, kept: KeptMandate) -> str:
    """Return in whose name the account is.

    Raises:
        SealBroken: it was not sealed here, was altered, or its key is gone.
    """
    return vault.open(kept.sealed_holder, place=_place(kept.reference, "holder"))


def moved(vault: Vault, kept: KeptMandate, move: Callable[[Mandate], Mandate]) -> KeptMandate:
    """Return a mandate one step further, sealed anew if its key is an older one.

    Raises:
        SealBroken: what lies there is not what was sealed there.
        MandateEnded: it serves no more.
    """
    mandate = move(opened(vault, kept))
    if not vault.is_current(kept.sealed_iban):
        return sealed(vault, mandate)
    return attrs.evolve(
        kept,
        activated_on=mandate.activated_on,
        first_collected_on=mandate.first_collected_on,
        last_collected_on=mandate.last_collected_on,
        ended_on=mandate.ended_on,
        was_replaced=mandate.was_replaced,
    )


def _place(reference: MandateReference, column: str) -> Place:
    return Place(table="mandates", column=column, row=reference.text)
