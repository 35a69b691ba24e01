"""What the dashboard says of the contract, ready to print."""

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.contracts.category import Category

_CATEGORIES = {
    Category.HOUSEHOLD: "Particulier",
    Category.BUSINESS: "Professionnel",
    Category.PUBLIC_BODY: "Collectivité",
}
_E_INVOICE = {True: "Oui", False: "Non, vos factures arrivent par la poste."}
_E_INVOICE_ASKED = {True: "La e-facture est demandée.", False: "Le retour au papier est demandé."}


@attrs.frozen(kw_only=True)
class ContractFacts:
    """Address: `12 rue des Mirabelliers, 57865 AMANVILLERS`; days: `01/09/2009`.

    Empty when there is none: `occupant`, `ended_on`, and `e_invoice_asked`, a sentence or two.
    """

    number: str
    payer: str
    occupant: str
    address: str
    category: str
    since: str
    ended_on: str
    e_invoice: str
    e_invoice_asked: str
    e_invoice_href: str
    attestation_href: str


def contract_facts(sheet: ContractSheet) -> ContractFacts:
    """Write out the contract of `sheet`."""
    tenure = sheet.tenure
    return ContractFacts(
        number=str(tenure.contract),
        payer=sheet.payer_name,
        occupant=tenure.occupant or "",
        address=say(tenure.supply),
        category=_CATEGORIES[tenure.category],
        since=say(tenure.days.first),
        ended_on=say(tenure.days.last) if tenure.days.last else "",
        e_invoice=_E_INVOICE[tenure.has_e_invoice],
        e_invoice_asked=_asked(sheet),
        e_invoice_href=f"/contrats/{tenure.contract}/e-facture",
        attestation_href=f"/contrats/{tenure.contract}/attestation.pdf",
    )


def _asked(sheet: ContractSheet) -> str:
    asked = sheet.e_invoice_asked
    said = ["Votre adresse e-mail refuse nos courriels."] if sheet.is_mailbox_refused else []
    said += [] if asked is None else [_E_INVOICE_ASKED[asked]]
    return " ".join(said)
