"""Invoices, one and many, and paying them online."""

from typing import Final

from tests.look.view import View, newcomer, subscriber

INVOICES: Final[tuple[View, ...]] = (
    newcomer("/factures"),
    subscriber("/factures?contrat=100200331"),
    subscriber("/factures?contrat=100200331&annee=2023&situation=a-payer"),
    subscriber("/factures?contrat=100200331&situation=annulees"),
    subscriber("/factures?contrat=100200317"),
    subscriber("/factures?contrat=100300002"),
    subscriber("/factures?contrat=tous"),
    subscriber("/factures/2026-EA-0000117"),
    subscriber("/factures/2023-EA-0000106"),
    subscriber("/factures/2026-EA-0000489"),
    subscriber("/factures/F-1"),
    subscriber("/factures/F-2"),
    subscriber("/factures/F-2.pdf", status=404),
    subscriber("/paiements/{waiting_payment}/retour"),
    subscriber("/paiements/{paid_payment}/retour"),
    subscriber("/paiements/{refused_payment}/retour"),
    subscriber("/contrats/100300002/e-facture"),
    subscriber("/contrats/100200423/e-facture"),
)
