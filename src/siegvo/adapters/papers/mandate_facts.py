"""What a SEPA mandate says."""

from collections.abc import Mapping

from siegvo.adapters.french.values import say
from siegvo.adapters.papers.compiling import Fact
from siegvo.adapters.papers.shared_facts import addressee_facts, day_facts, utility_facts
from siegvo.application.ports.papers import Consent, MandatePaper


def mandate_facts(paper: MandatePaper) -> Mapping[str, Fact]:
    return {
        "made": day_facts(paper.made_on),
        "made_on": say(paper.made_on),
        "utility": utility_facts(paper.utility),
        "reference": paper.reference,
        "creditor_id": paper.creditor_id,
        "debtor": addressee_facts(paper.debtor),
        "iban": paper.iban,
        "bic": paper.bic,
        "contracts": tuple(contract.digits for contract in paper.contracts),
        "consent": None if paper.consent is None else _consent(paper.consent),
        "is_recurrent": paper.is_recurrent,
    }


def _consent(consent: Consent) -> Mapping[str, Fact]:
    return {
        "at": say(consent.at),
        "signed_as": consent.signed_as or "un autre compte qui suit ce contrat",
        "origin": consent.origin,
        "text_version": consent.text_version,
    }
