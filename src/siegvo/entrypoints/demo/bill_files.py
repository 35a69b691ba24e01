"""The invoices of the demo, written as a billing system writes: three exchange files."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import attrs

from siegvo.entrypoints.demo.bills import DemoBill
from siegvo.entrypoints.demo.tariff import amounts_of

Row = Mapping[str, object]


@attrs.frozen(kw_only=True)
class BillFiles:
    invoices: Path
    lines: Path
    collections: Path


def write_bill_files(bills: Iterable[DemoBill], *, folder: Path) -> BillFiles:
    """Write the three files into `folder`."""
    known = tuple(bills)
    files = BillFiles(
        invoices=folder / "factures.csv",
        lines=folder / "lignes-factures.csv",
        collections=folder / "encaissements.csv",
    )
    _write(files.invoices, [_invoice(bill) for bill in known])
    _write(files.lines, [row for bill in known for row in _lines(bill)])
    _write(files.collections, [row for bill in known for row in _receipts(bill)])
    return files


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def _invoice(bill: DemoBill) -> Row:
    amounts = amounts_of(bill.lines)
    return {
        "numero_facture": bill.number,
        "numero_contrat": bill.contract.number,
        "type": bill.kind,
        "emise_le": bill.issued_on,
        "echeance_le": bill.due_on,
        "periode_debut": bill.first,
        "periode_fin": bill.last,
        "volume_m3": bill.volume if bill.volume >= 0 else "",
        "montant_ht": _euros(amounts.net),
        "montant_tva": _euros(amounts.vat),
        "montant_ttc": _euros(amounts.total),
        "reste_a_payer": _euros(bill.left),
        "situation_au": bill.known_on,
        "exercice": bill.issued_on.year,
        "reference_payfip": bill.number.replace("-", ""),
        "preleve_le": bill.debit_on or "",
        "annulee": "oui" if bill.is_cancelled else "non",
    }


def _lines(bill: DemoBill) -> Iterator[Row]:
    for rank, line in enumerate(bill.lines, start=1):
        yield {
            "numero_facture": bill.number,
            "rang": rank,
            "rubrique": line.heading,
            "libelle": line.label,
            "quantite": line.quantity,
            "unite": line.unit,
            "prix_unitaire": line.unit_price,
            "taux_tva": line.vat_rate,
            "montant_ht": _euros(line.net),
        }


def _receipts(bill: DemoBill) -> Iterator[Row]:
    for receipt in bill.receipts:
        yield {
            "numero_facture": bill.number,
            "encaisse_le": receipt.on,
            "montant": _euros(receipt.amount),
            "moyen": receipt.means,
        }


def _euros(cents: int) -> str:
    return str(Decimal(cents).scaleb(-2)).replace(".", ",")
