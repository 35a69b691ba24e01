"""Every page of the portal, room by room: what is tested and photographed."""

from collections.abc import Mapping
from typing import Final

from tests.look.view import View
from tests.look.views.accounts import ACCOUNTS
from tests.look.views.contracts import CONTRACTS, METERS
from tests.look.views.errors import ERRORS
from tests.look.views.home import HOME
from tests.look.views.invoices import INVOICES
from tests.look.views.payments import PAYMENTS
from tests.look.views.requests import REQUESTS

EVERY: Final[Mapping[str, tuple[View, ...]]] = {
    "accueil": HOME,
    "comptes": ACCOUNTS,
    "contrats": CONTRACTS,
    "consommations": METERS,
    "factures": INVOICES,
    "reglement": PAYMENTS,
    "demarches": REQUESTS,
    "erreurs": ERRORS,
}

NO_PAGES: Final[Mapping[str, str]] = {
    "/consommations.csv": "a file",
    "/contrats/<contract:number>/attestation.pdf": "a file",
    "/contrats/<contract:number>/mandat.pdf": "a file",
    "/demarches/<reference:reference>/pieces/<key>": "a file",
    "/factures/annee/<int(fixed_digits=4,min=1):year>.zip": "a file",
    "/sante": "for machines",
}
"""What a GET answers there is not for eyes, and why."""
