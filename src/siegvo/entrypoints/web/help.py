"""Where each page sends whoever wonders what it is for."""

from collections.abc import Mapping
from typing import Final

import attrs
from markupsafe import Markup, escape

from siegvo.entrypoints.web.icons import ICONS

PAGE: Final = "/a-quoi-sert-le-portail"


@attrs.frozen(kw_only=True)
class Topic:
    """A section of « A quoi sert le portail ? »: its anchor there, and what it is about."""

    anchor: str
    title: str

    @property
    def link(self) -> Markup:
        """Return the quiet line at the end of a page."""
        return Markup(
            '<p><small><a class="go" href="{}#{}">{} Aide\u00a0: {}</a></small></p>'
        ).format(PAGE, self.anchor, ICONS["info"], _within_a_sentence(self.title))


TOPICS: Final[Mapping[str, Topic]] = {
    "start": Topic(anchor="commencer", title="Ouvrir un compte"),
    "link": Topic(anchor="lier-un-contrat", title="Lier un contrat"),
    "dashboard": Topic(anchor="tableau-de-bord", title="Le tableau de bord"),
    "reading": Topic(anchor="releve", title="Transmettre un relevé"),
    "invoices": Topic(anchor="factures", title="Les factures"),
    "paying": Topic(anchor="payer", title="Payer en ligne"),
    "payment_mode": Topic(anchor="mode-de-reglement", title="Le prélèvement et la mensualisation"),
    "e_invoice": Topic(anchor="e-facture", title="La e-facture"),
    "consumption": Topic(anchor="consommations", title="Les consommations"),
    "leak": Topic(anchor="consommation-anormale", title="La consommation anormale"),
    "requests": Topic(anchor="demarches", title="Les démarches"),
    "attestation": Topic(anchor="attestation", title="Le justificatif de domicile"),
    "account": Topic(anchor="mon-compte", title="Le compte et le mot de passe"),
    "contact": Topic(anchor="contact", title="Joindre le service"),
}
"""By the name a template sets as `topic`, or else as `tab`."""


def _within_a_sentence(title: str) -> str:
    return escape(title[0].lower() + title[1:])
