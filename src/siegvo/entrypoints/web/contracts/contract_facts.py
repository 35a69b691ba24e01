"""What the dashboard says of the contract and its payment, ready to print."""

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.payment_mode import PaymentMode

_CATEGORIES = {
    Category.HOUSEHOLD: "Particulier",
    Category.BUSINESS: "Professionnel",
    Category.PUBLIC_BODY: "Collectivité",
}
_PAYMENT_MODES = {
    PaymentMode.ON_INVOICE: "À réception de la facture",
    PaymentMode.DIRECT_DEBIT: "Prélèvement à l’échéance",
    PaymentMode.MONTHLY: "Mensualisation",
}
_E_INVOICE = {True: "Oui", False: "Non, vos factures arrivent par la poste."}
_E_INVOICE_ASKED = {True: "La e-facture est demandée.", False: "Le retour au papier est demandé."}
_DOTS = str.maketrans({"X": "•", "*": "•"})


@attrs.frozen(kw_only=True)
class ContractFacts:
    """Address: `12 rue des Mirabelliers, 57865 AMANVILLERS`; days: `01/09/2009`.

    Empty when there is none: `occupant`, `ended_on`, `iban` (`FR76 •••• •••• 412`),
    `account_href`, `iban_aloud` (`I B A N qui finit par 4 1 2`), and `e_invoice_asked`, a
    sentence or two.
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
    payment_mode: str
    mode_href: str
    account_href: str
    iban: str
    iban_aloud: str


def contract_facts(sheet: ContractSheet) -> ContractFacts:
    """Write out the contract of `sheet`."""
    tenure = sheet.tenure
    iban = tenure.masked_iban or ""
    is_debited = tenure.payment_mode is not PaymentMode.ON_INVOICE
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
        payment_mode=_PAYMENT_MODES[tenure.payment_mode],
        mode_href=f"/contrats/{tenure.contract}/mode-de-reglement",
        account_href=f"/contrats/{tenure.contract}/coordonnees-bancaires" if is_debited else "",
        iban=iban.translate(_DOTS),
        iban_aloud=f"I B A N qui finit par {' '.join(iban.split()[-1])}" if iban else "",
    )


def _asked(sheet: ContractSheet) -> str:
    asked = sheet.e_invoice_asked
    said = ["Votre adresse e-mail refuse nos courriels."] if sheet.is_mailbox_refused else []
    said += [] if asked is None else [_E_INVOICE_ASKED[asked]]
    return " ".join(said)
