"""What the billing system writes later on: rows of its files, unremarkable until said otherwise."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, str]

LATER_KEY = "NOUVELLE7"
"""The security key of the contracts that come later."""


def a_contract_row(
    number: str, *, payer: str = "R900001", since: str = "2026-01-15", until: str = ""
) -> Row:
    return {
        "numero_contrat": number,
        "cle_securite": LATER_KEY,
        "code_redevable": payer,
        "nom_redevable": f"Mme {payer}",
        "adresse_redevable": "3 rue des Roses",
        "code_postal_redevable": "57130",
        "commune_redevable": "GRAVELOTTE",
        "adresse_desservie": "3 rue des Roses",
        "code_postal_desservi": "57130",
        "commune_desservie": "GRAVELOTTE",
        "categorie": "particulier",
        "debut": since,
        "fin": until,
        "mode_reglement": "facture",
        "e_facture": "non",
    }


def a_meter_row(
    serial: str,
    *,
    contract: str,
    dials: int = 4,
    fitted_at: int = 0,
    fitted_on: str = "2026-01-15",
    remote: bool = False,
) -> Row:
    return {
        "numero_compteur": serial,
        "numero_contrat": contract,
        "chiffres": str(dials),
        "pose_le": fitted_on,
        "index_pose": str(fitted_at),
        "telereleve": "oui" if remote else "non",
    }


def a_reading_row(serial: str, *, on: str, index: int, source: str = "agent") -> Row:
    return {
        "numero_compteur": serial,
        "releve_le": on,
        "index": str(index),
        "origine": source,
    }


def an_invoice_row(number: str, *, contract: str, total: str = "180,00", left: str = "") -> Row:
    return {
        "numero_facture": number,
        "numero_contrat": contract,
        "type": "facture",
        "emise_le": "2026-11-20",
        "echeance_le": "2026-12-20",
        "periode_debut": "2026-06-10",
        "periode_fin": "2026-10-10",
        "montant_ttc": total,
        "reste_a_payer": left or total,
        "situation_au": "2026-11-20",
        "exercice": "2026",
        "reference_payfip": number.replace("-", ""),
    }


def a_collection_row(invoice: str, *, on: str, amount: str, means: str = "virement") -> Row:
    return {"numero_facture": invoice, "encaisse_le": on, "montant": amount, "moyen": means}


def write_rows(rows: Sequence[Row], *, to: Path) -> Path:
    """Write an exchange file and return where it is."""
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return to
