"""The files that imports are measured with: their rows, and the least that loads them.

What a bare load knows of a file it takes for granted: nothing is checked, nothing is looked up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

import attrs

from benchmarks.invoiced import invoices_of
from benchmarks.network import FIRST_DAY, LAST_DAY, supplies

Row = Sequence[str]
_HEADINGS: Final = ("eau", "assainissement", "organismes")


@attrs.frozen
class Bare:
    """A table, its columns, and the values of a row of the file in them."""

    table: str
    columns: tuple[str, ...]
    values: Callable[[Row], tuple[object, ...]]


@attrs.frozen(kw_only=True)
class Cargo:
    """`lines` are given how many contracts there are, and yield the header, then rows at will."""

    goal: str
    lines: Callable[[int], Iterator[str]]
    bare: tuple[Bare, ...]

    def text(self, *, contracts: int, rows: int) -> Iterator[str]:
        return (f"{line}\n" for line in islice(self.lines(contracts), rows + 1))


def _readings(contracts: int) -> Iterator[str]:
    """Write what remote reading would send: each meter in turn, one index a day for ten days."""
    yield "numero_compteur;releve_le;index;origine"
    for first in range(1, 4000, 10):
        for supply in supplies(contracts):
            meter = supply.meters[-1]
            last = meter.readings[-1].index_m3 if meter.readings else meter.fitted_m3
            for day in range(first, first + 10):
                yield f"{meter.serial};{LAST_DAY + timedelta(days=day)};{last + day};telereleve"


def _contracts(contracts: int) -> Iterator[str]:
    """Write contracts nobody knows yet, and whose payers are new, too."""
    yield (
        "numero_contrat;cle_securite;code_redevable;nom_redevable;adresse_redevable"
        ";code_postal_redevable;commune_redevable;adresse_desservie;code_postal_desservi"
        ";commune_desservie;categorie;debut;fin;suspendu;mode_reglement;e_facture"
    )
    rank = contracts
    while True:
        rank += 1
        place = f"{rank % 180} rue des Mirabelliers;57120;ROMBAS"
        yield (
            f"{300_000_000 + rank};K{rank:07};N{rank:07};M. ou Mme Gaëlle Œuvrard {rank};{place}"
            f";{place};particulier;{FIRST_DAY};;non;facture;non"
        )


def _invoices(contracts: int) -> Iterator[str]:
    """Write the invoices of a round: one to a contract, then the next year's."""
    yield (
        "numero_facture;numero_contrat;type;emise_le;echeance_le;periode_debut;periode_fin"
        ";montant_ttc;reste_a_payer;situation_au;volume_m3;exercice;reference_payfip"
    )
    rank = 0
    while True:
        issued = date(2026, 6, 1) + timedelta(days=rank % 100)
        days = ";".join(str(issued + timedelta(days=each)) for each in (0, 30, -180, -10))
        total = f"{100 + rank % 300}.{rank % 100:02}"
        yield (
            f"2026-NEW-{rank:08};{100_000_000 + rank % contracts};facture;{days};{total};{total}"
            f";2026-11-01;{20 + rank % 90};2026;NEW2026{rank:08}"
        )
        rank += 1


def _invoice_lines(contracts: int) -> Iterator[str]:
    """Write ten lines of each invoice there is."""
    yield "numero_facture;rang;rubrique;libelle;quantite;unite;prix_unitaire;taux_tva;montant_ht"
    for supply in supplies(contracts):
        for invoice in invoices_of(supply):
            for rank in range(1, 11):
                yield (
                    f"{invoice['number']};{rank};{_HEADINGS[rank % 3]};Consommation d'eau potable"
                    f";{20 + rank};m3;1.4210;5.5;{30 + rank}.{rank:02}"
                )


def _cents(text: str) -> int:
    return int(text.replace(".", ""))


CARGOES: Final[Mapping[str, Cargo]] = {
    "readings": Cargo(
        goal="S7",
        lines=_readings,
        bare=(
            Bare(
                "readings",
                ("meter", "taken_on", "index_m3", "source"),
                lambda row: (row[0], row[1], int(row[2]), "remote"),
            ),
        ),
    ),
    "contracts": Cargo(
        goal="S8",
        lines=_contracts,
        bare=(
            Bare("payers", ("code", "name", "street", "postcode", "town"), lambda row: row[2:7]),
            Bare(
                "contracts",
                ("number", "street", "postcode", "town"),
                lambda row: (row[0], *row[7:10]),
            ),
            Bare(
                "tenures",
                (
                    *("contract", "payer", "started_on", "suspended", "category"),
                    *("payment_mode", "e_invoice", "key_hash", "key_bits"),
                ),
                lambda row: (
                    *(row[0], row[2], row[11], False, "household"),
                    *("on_invoice", False, row[1] * 9, 40),
                ),
            ),
        ),
    ),
    "invoices": Cargo(
        goal="S8",
        lines=_invoices,
        bare=(
            Bare(
                "invoices",
                (
                    *("number", "contract", "kind", "issued_on", "due_on", "period_first"),
                    *("period_last", "belongs_on", "total_cents", "outstanding_cents", "as_of"),
                    *("volume_m3", "fiscal_year", "treasury_reference", "is_cancelled"),
                ),
                lambda row: (
                    *(row[0], row[1], "invoice", *row[3:7], row[6], _cents(row[7])),
                    *(_cents(row[8]), row[9], int(row[10]), int(row[11]), row[12], False),
                ),
            ),
        ),
    ),
    "invoice-lines": Cargo(
        goal="S8",
        lines=_invoice_lines,
        bare=(
            Bare(
                "invoice_lines",
                (
                    *("invoice", "rank", "heading", "label", "quantity", "unit"),
                    *("unit_price", "vat_rate", "net_cents"),
                ),
                lambda row: (
                    *(row[0], int(row[1]), row[2], *row[3:6]),
                    *(_cents(row[6]), 550, _cents(row[8])),
                ),
            ),
        ),
    ),
}
"""By the name of their command."""
