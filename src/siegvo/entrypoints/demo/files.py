"""The demo syndicate, written as a billing system writes: three exchange files."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import attrs

from siegvo.entrypoints.demo.contracts import DemoContract, DemoMeter
from siegvo.entrypoints.demo.history import index_when_removed, readings_of

Row = Mapping[str, object]

_YES_NO = {True: "oui", False: "non"}


@attrs.frozen(kw_only=True)
class DemoFiles:
    contracts: Path
    meters: Path
    readings: Path


def write_files(contracts: Iterable[DemoContract], *, folder: Path, today: date) -> DemoFiles:
    """Write the three files into `folder`."""
    known = tuple(contracts)
    files = DemoFiles(
        contracts=folder / "contrats.csv",
        meters=folder / "compteurs.csv",
        readings=folder / "releves.csv",
    )
    _write(files.contracts, [_contract(contract) for contract in known])
    fitted = [(each, meter) for each in known for meter in each.meters]
    _write(files.meters, [_meter(each, meter) for each, meter in fitted])
    _write(files.readings, [row for _, meter in fitted for row in _readings(meter, today)])
    return files


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def _contract(contract: DemoContract) -> Row:
    payer, supply = contract.payer, contract.supply
    return {
        "numero_contrat": contract.number,
        "cle_securite": contract.key,
        "code_redevable": payer.code,
        "nom_redevable": payer.name,
        "adresse_redevable": payer.address.street,
        "code_postal_redevable": payer.address.postcode,
        "commune_redevable": payer.address.town,
        "nom_occupant": contract.occupant,
        "adresse_desservie": supply.street,
        "code_postal_desservi": supply.postcode,
        "commune_desservie": supply.town,
        "categorie": payer.category,
        "siret_redevable": payer.siret,
        "debut": contract.started_on,
        "fin": contract.ended_on or "",
        "suspendu": _YES_NO[contract.is_suspended],
        "mode_reglement": contract.payment_mode,
        "e_facture": _YES_NO[contract.has_e_invoice],
        "iban_masque": "" if contract.payment_mode == "facture" else "FR76 XXXX XXXX 123",
    }


def _meter(contract: DemoContract, meter: DemoMeter) -> Row:
    removed_at = index_when_removed(meter)
    return {
        "numero_compteur": meter.serial,
        "numero_contrat": contract.number,
        "chiffres": meter.dials,
        "diametre": 15,
        "marque": "Itron",
        "annee": meter.fitted_on.year,
        "pose_le": meter.fitted_on,
        "index_pose": meter.fitted_at,
        "depose_le": meter.removed_on or "",
        "index_depose": "" if removed_at is None else removed_at,
        "telereleve": _YES_NO[meter.is_remote_read],
    }


def _readings(meter: DemoMeter, today: date) -> Iterator[Row]:
    for reading in readings_of(meter, today=today):
        yield {
            "numero_compteur": meter.serial,
            "releve_le": reading.on,
            "index": reading.index,
            "origine": reading.source,
        }
