"""Small exchange files, written as a billing system might."""

from collections.abc import Iterable, Mapping
from pathlib import Path

READINGS = "numero_compteur;releve_le;index;origine"
METERS = "numero_compteur;numero_contrat;chiffres;pose_le;index_pose;depose_le;index_depose"
CONTRACTS = (
    "numero_contrat;cle_securite;code_redevable;nom_redevable;adresse_redevable;"
    "code_postal_redevable;commune_redevable;adresse_desservie;code_postal_desservi;"
    "commune_desservie;categorie;debut;fin;mode_reglement;e_facture;siret_redevable;"
    "email_redevable;iban_masque"
)

INVOICES = (
    "numero_facture;numero_contrat;type;emise_le;echeance_le;periode_debut;periode_fin;"
    "montant_ttc;reste_a_payer;situation_au;volume_m3;montant_ht;montant_tva;exercice;"
    "reference_payfip;preleve_le;annulee;fichier_pdf"
)
INVOICE_LINES = (
    "numero_facture;rang;rubrique;libelle;quantite;unite;prix_unitaire;taux_tva;montant_ht"
)
COLLECTIONS = "numero_facture;encaisse_le;montant;moyen"

_CONTRACT = {
    "numero_contrat": "900000001",
    "cle_securite": "K3YGOOD2",
    "code_redevable": "R900001",
    "nom_redevable": "Mme Zoé Bœuf",
    "adresse_redevable": "1 rue de Metz",
    "code_postal_redevable": "57865",
    "commune_redevable": "AMANVILLERS",
    "adresse_desservie": "2 rue de Metz",
    "code_postal_desservi": "57865",
    "commune_desservie": "AMANVILLERS",
    "categorie": "particulier",
    "debut": "2020-01-01",
    "mode_reglement": "facture",
    "e_facture": "non",
}


_INVOICE = {
    "numero_facture": "2026-EA-0018342",
    "numero_contrat": "100214873",
    "type": "facture",
    "emise_le": "2026-10-22",
    "echeance_le": "2026-11-21",
    "periode_debut": "2026-06-10",
    "periode_fin": "2026-10-10",
    "montant_ttc": "180,00",
    "reste_a_payer": "180,00",
    "situation_au": "2026-11-17",
}

_LINE_OF_AN_INVOICE = {
    "numero_facture": "2026-EA-0018342",
    "rang": "1",
    "rubrique": "eau",
    "libelle": "Consommation d'eau potable",
    "quantite": "54",
    "unite": "m3",
    "prix_unitaire": "1,4210",
    "taux_tva": "5,5",
    "montant_ht": "76,73",
}

_COLLECTION = {
    "numero_facture": "2026-EA-0018342",
    "encaisse_le": "2026-11-10",
    "montant": "180,00",
    "moyen": "virement",
}


def a_contract_line(**cells: str) -> str:
    """Write an unremarkable contract, with some cells otherwise."""
    return _written(CONTRACTS, {**_CONTRACT, **cells})


def an_invoice_line(**cells: str) -> str:
    """Write an unremarkable invoice, with some cells otherwise."""
    return _written(INVOICES, {**_INVOICE, **cells})


def a_line_of_an_invoice(**cells: str) -> str:
    """Write an unremarkable line of an invoice, with some cells otherwise."""
    return _written(INVOICE_LINES, {**_LINE_OF_AN_INVOICE, **cells})


def a_collection_line(**cells: str) -> str:
    """Write an unremarkable collection, with some cells otherwise."""
    return _written(COLLECTIONS, {**_COLLECTION, **cells})


def _written(header: str, row: Mapping[str, str]) -> str:
    return ";".join(row.get(column, "") for column in header.split(";"))


def a_file(folder: Path, lines: Iterable[str] | bytes, *, name: str = "fichier.csv") -> Path:
    """Write lines in UTF-8, or the very bytes."""
    path = folder / name
    path.write_bytes(lines if isinstance(lines, bytes) else "\n".join([*lines, ""]).encode())
    return path
