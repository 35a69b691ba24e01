"""Small exchange files, written as a billing system might."""

from collections.abc import Iterable
from pathlib import Path

READINGS = "numero_compteur;releve_le;index;origine"
METERS = "numero_compteur;numero_contrat;chiffres;pose_le;index_pose;depose_le;index_depose"
CONTRACTS = (
    "numero_contrat;cle_securite;code_redevable;nom_redevable;adresse_redevable;"
    "code_postal_redevable;commune_redevable;adresse_desservie;code_postal_desservi;"
    "commune_desservie;categorie;debut;fin;mode_reglement;e_facture;siret_redevable;"
    "email_redevable;iban_masque"
)

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


def a_contract_line(**cells: str) -> str:
    """Write an unremarkable contract, with some cells otherwise."""
    row = {**_CONTRACT, **cells}
    return ";".join(row.get(column, "") for column in CONTRACTS.split(";"))


def a_file(folder: Path, lines: Iterable[str] | bytes, *, name: str = "fichier.csv") -> Path:
    """Write lines in UTF-8, or the very bytes."""
    path = folder / name
    path.write_bytes(lines if isinstance(lines, bytes) else "\n".join([*lines, ""]).encode())
    return path
