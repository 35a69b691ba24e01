"""What an attestation says."""

from collections.abc import Mapping

from siegvo.adapters.french.values import say
from siegvo.adapters.papers.compiling import Fact
from siegvo.adapters.papers.shared_facts import (
    address_facts,
    addressee_facts,
    day_facts,
    utility_facts,
)
from siegvo.application.ports.papers import AttestationPaper


def attestation_facts(paper: AttestationPaper) -> Mapping[str, Fact]:
    return {
        "made": day_facts(paper.made_on),
        "made_on": say(paper.made_on),
        "utility": utility_facts(paper.utility),
        "to": addressee_facts(paper.payer),
        "contract": paper.contract.digits,
        "supply": address_facts(paper.supply),
        "since": say(paper.since),
        "until": say(paper.until) if paper.until else None,
        "code": paper.code,
        "verify_at": paper.verify_at,
        "checked_until": say(paper.checked_until),
    }
