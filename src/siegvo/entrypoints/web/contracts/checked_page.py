"""What is said of an attestation that is ours, ready to print."""

from collections.abc import Mapping
from typing import Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.domain.contracts.attestation import (
    Attestation,
    AttestationStanding,
    CheckedAttestation,
)

_VERDICTS: Final[Mapping[AttestationStanding, tuple[str, str]]] = {
    AttestationStanding.STANDS: (
        "Cette attestation est authentique",
        (
            "Ce qu’elle dit est toujours exact, d’après le service de facturation. Comparez avec"
            " le papier qu’on vous présente."
        ),
    ),
    AttestationStanding.ENDED: (
        "Cette attestation n’est plus d’actualité",
        (
            "Elle est authentique, mais le contrat a pris fin depuis, d’après le service de"
            " facturation. Voici ce qu’elle disait\u00a0:"
        ),
    ),
    AttestationStanding.CORRECTED: (
        "Cette attestation n’est plus d’actualité",
        (
            "Elle est authentique, mais une de ses indications a été corrigée depuis par le"
            " service de facturation. Demandez à l’abonné de vous en donner une nouvelle."
        ),
    ),
}


@attrs.frozen(kw_only=True)
class CheckedPage:
    """`facts`: label and value, as the paper says them; none when it was corrected."""

    title: str
    sentence: str
    made_on: str
    is_warm: bool
    facts: tuple[tuple[str, str], ...]


def checked_page(checked: CheckedAttestation) -> CheckedPage:
    """Write out what the paper says, and whether it is still so."""
    title, sentence = _VERDICTS[checked.standing]
    return CheckedPage(
        title=title,
        sentence=sentence,
        made_on=say(checked.made_on),
        is_warm=checked.standing is not AttestationStanding.STANDS,
        facts=_facts(checked.said) if checked.said else (),
    )


def _facts(said: Attestation) -> tuple[tuple[str, str], ...]:
    until = said.days.last
    return (
        ("Titulaire", said.payer_name),
        ("Lieu desservi", say(said.supply)),
        ("Contrat", said.contract.digits),
        ("Depuis le" if until is None else "Du", say(said.days.first)),
        *((("Au", say(until)),) if until else ()),
    )
