"""What each cell of the files about invoices may hold, and what is said of another."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from siegvo.adapters.exchange_files.opening import (
    open_collections,
    open_invoice_lines,
    open_invoices,
)
from siegvo.application.ports.billing_faults import (
    CreditNoteAboveZero,
    DueBeforeIssued,
    NotADecimal,
    NotAnAmount,
    NotAnInvoiceNumber,
    NotARate,
    NotATreasuryReference,
    NotAVolume,
    NothingReceived,
)
from siegvo.application.ports.cell_faults import (
    CellEmpty,
    CellTooLong,
    EndsBeforeItStarts,
    NotAContractNumber,
    NotADay,
    NotANumber,
    UnknownWord,
)
from siegvo.application.ports.file_faults import ColumnsMissing
from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection, Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.billing.invoice_line import Heading
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.money import Money
from tests.support.exchange_files import (
    COLLECTIONS,
    INVOICE_LINES,
    INVOICES,
    a_collection_line,
    a_file,
    a_line_of_an_invoice,
    an_invoice_line,
)
from tests.support.feeds import reasons

Read = Callable[..., tuple[list[object], list[tuple[int, str]]]]
_KINDS = ("facture", "acompte", "avoir")


def _invoices(folder: Path, *lines: str) -> tuple[list[Invoice], list[tuple[int, str]]]:
    with open_invoices(a_file(folder, [INVOICES, *lines])) as feed:
        batches = list(feed.batches())
    good = [row.invoice for each in batches for row in each.good]
    return good, reasons(bad for each in batches for bad in each.bad)


class TestAnInvoice:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        line = an_invoice_line(
            type="Acompte",
            emise_le="22/10/2026",
            montant_ht="1 234,50",
            montant_tva="65.50",
            montant_ttc="1\u202f300,00",
            reste_a_payer="12.5",
            volume_m3="54",
            exercice="2026",
            reference_payfip="EA20260018342",
            preleve_le="2026-11-21",
            annulee="oui",
            fichier_pdf="2026-EA-0018342.pdf",
        )

        with open_invoices(a_file(tmp_path, [INVOICES, line])) as feed:
            ((row,),) = (each.good for each in feed.batches())

        assert (row.line, row.pdf) == (2, "2026-EA-0018342.pdf")
        assert row.invoice == Invoice(
            number=InvoiceNumber("2026-EA-0018342"),
            contract=ContractNumber("100214873"),
            kind=InvoiceKind.INTERIM,
            issued_on=date(2026, 10, 22),
            due_on=date(2026, 11, 21),
            period=Period(first=date(2026, 6, 10), last=date(2026, 10, 10)),
            total=Money(130_000),
            balance=Balance(amount=Money(1250), as_of=date(2026, 11, 17)),
            net=Money(123_450),
            vat=Money(6550),
            volume_m3=54,
            fiscal_year=2026,
            treasury_reference="EA20260018342",
            debit_on=date(2026, 11, 21),
            is_cancelled=True,
        )

    def test_may_say_no_more_than_it_must(self, tmp_path: Path) -> None:
        (invoice,), _ = _invoices(tmp_path, an_invoice_line())

        spare = (invoice.net, invoice.vat, invoice.volume_m3, invoice.fiscal_year)
        assert spare == (None,) * 4
        assert (invoice.treasury_reference, invoice.debit_on) == (None, None)
        assert not invoice.is_cancelled

    def test_of_credit_is_below_zero(self, tmp_path: Path) -> None:
        lines = [
            an_invoice_line(type="avoir", montant_ttc=given, reste_a_payer="0", volume_m3="-12")
            for given in ("-31,20", "\u221231,20", "- 31.20", "'-31,20", "0,00")
        ]

        good, bad = _invoices(tmp_path, *lines)

        assert not bad
        assert [each.total.cents for each in good] == [-3120] * 4 + [0]
        assert all(each.is_credit and each.volume_m3 == -12 for each in good)

    @pytest.mark.parametrize(
        ("cells", "reason"),
        [
            ({"numero_facture": ""}, CellEmpty(column="numero_facture")),
            (
                {"numero_facture": "n° 12"},
                NotAnInvoiceNumber(column="numero_facture", given="n° 12"),
            ),
            ({"numero_contrat": "x"}, NotAContractNumber(column="numero_contrat", given="x")),
            ({"type": "devis"}, UnknownWord(column="type", given="devis", known=_KINDS)),
            ({"emise_le": "2026-02-30"}, NotADay(column="emise_le", given="2026-02-30")),
            ({"reste_a_payer": ""}, CellEmpty(column="reste_a_payer")),
            ({"volume_m3": "1,5"}, NotAVolume(column="volume_m3", given="1,5")),
            (
                {"exercice": "26"},
                NotANumber(column="exercice", given="26", least=1900, most=2199),
            ),
            (
                {"reference_payfip": "2026-EA"},
                NotATreasuryReference(column="reference_payfip", given="2026-EA"),
            ),
            (
                {"reference_payfip": "A" * 31},
                NotATreasuryReference(column="reference_payfip", given="A" * 31),
            ),
            ({"fichier_pdf": "x" * 201}, CellTooLong(column="fichier_pdf", most=200)),
            (
                {"echeance_le": "2026-10-21"},
                DueBeforeIssued(issued_on=date(2026, 10, 22), due_on=date(2026, 10, 21)),
            ),
            (
                {"periode_fin": "2026-06-09"},
                EndsBeforeItStarts(first=date(2026, 6, 10), last=date(2026, 6, 9)),
            ),
            (
                {"type": "avoir", "montant_ttc": "31,20"},
                CreditNoteAboveZero(total=Money(3120)),
            ),
        ],
    )
    def test_is_refused_otherwise(
        self, tmp_path: Path, cells: dict[str, str], reason: DomainError
    ) -> None:
        good, bad = _invoices(tmp_path, an_invoice_line(**cells), an_invoice_line())

        assert bad == [(2, repr(reason))]
        assert len(good) == 1

    def test_may_be_due_the_day_it_is_issued_for_a_single_day(self, tmp_path: Path) -> None:
        line = an_invoice_line(echeance_le="2026-10-22", periode_fin="2026-06-10")

        (invoice,), _ = _invoices(tmp_path, line)

        assert invoice.belongs_on == date(2026, 6, 10)

    def test_without_one_of_its_columns_refuses_the_file(self, tmp_path: Path) -> None:
        header = INVOICES.replace("situation_au;", "")

        with (
            pytest.raises(ColumnsMissing) as refusal,
            open_invoices(a_file(tmp_path, [header])),
        ):
            pass

        assert refusal.value.columns == ("situation_au",)


class TestAnAmount:
    @pytest.mark.parametrize(
        ("given", "cents"),
        [
            ("123,45", 12_345),
            ("123.45", 12_345),
            ("123", 12_300),
            ("123,4", 12_340),
            ("0", 0),
            ("-0,00", 0),
            ("007,50", 750),
            (" 1 234,56 ", 123_456),
            ("1\u00a0234\u202f567,89", 123_456_789),
            ("9999999,99", 999_999_999),
            ("\u22121\u00a0234,56", -123_456),
        ],
    )
    def test_is_exact(self, tmp_path: Path, given: str, cents: int) -> None:
        (invoice,), _ = _invoices(tmp_path, an_invoice_line(montant_ttc=given))

        assert invoice.total == Money(cents)

    @pytest.mark.parametrize(
        "given",
        [
            "12,345",
            "12,500",
            "1.234,56",
            "1,234.56",
            "12 34,56",
            "1  234",
            "12 €",
            "EUR 12",
            "douze",
            "12,",
            ",50",
            "--5",
            "+5",
            "1e3",
            "NaN",
            "10000000",
            "9" * 40,
            "\u0661\u0662",
        ],
    )
    def test_is_refused_if_it_may_be_another(self, tmp_path: Path, given: str) -> None:
        _, bad = _invoices(tmp_path, an_invoice_line(montant_ttc=f'"{given}"'))

        assert bad == [(2, repr(NotAnAmount(column="montant_ttc", given=given)))]


class TestALineOfAnInvoice:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        line = a_line_of_an_invoice(
            rubrique="Assainissement", quantite="1\u202f054,125000", prix_unitaire="1,421000"
        )

        with open_invoice_lines(a_file(tmp_path, [INVOICE_LINES, line])) as feed:
            (rows,) = feed.batches()

        assert attrs.asdict(rows) == {
            "lines": range(2, 3),
            "invoices": ["2026-EA-0018342"],
            "ranks": [1],
            "headings": [Heading.SANITATION],
            "labels": ["Consommation d'eau potable"],
            "quantities": [Decimal("1054.125")],
            "units": ["m3"],
            "unit_prices": [Decimal("1.421")],
            "vat_rates": [Decimal("5.5")],
            "nets": [{"cents": 7673}],
            "bad": (),
        }
        assert str(rows.quantities[0]) == "1054.125"

    @pytest.mark.parametrize(
        ("given", "written"), [("54,000", "54"), ("-0", "0"), ("0,0333333333", "0.0333333333")]
    )
    def test_is_written_one_way_only(self, tmp_path: Path, given: str, written: str) -> None:
        line = a_line_of_an_invoice(quantite=given, unite="")

        with open_invoice_lines(a_file(tmp_path, [INVOICE_LINES, line])) as feed:
            (rows,) = feed.batches()

        assert (format(rows.quantities[0], "f"), rows.units) == (written, [None])

    @pytest.mark.parametrize(
        ("cells", "reason"),
        [
            ({"rang": "-1"}, NotANumber(column="rang", given="-1", least=0, most=9999)),
            (
                {"rubrique": "gaz"},
                UnknownWord(
                    column="rubrique", given="gaz", known=("eau", "assainissement", "organismes")
                ),
            ),
            ({"libelle": ""}, CellEmpty(column="libelle")),
            ({"quantite": "un"}, NotADecimal(column="quantite", given="un", places=10)),
            (
                {"prix_unitaire": "1,42105"},
                NotADecimal(column="prix_unitaire", given="1,42105", places=4),
            ),
            ({"taux_tva": "100,01"}, NotARate(column="taux_tva", given="100,01")),
            ({"taux_tva": "-1"}, NotARate(column="taux_tva", given="-1")),
            ({"taux_tva": "5,5 %"}, NotARate(column="taux_tva", given="5,5 %")),
            ({"montant_ht": "76,733"}, NotAnAmount(column="montant_ht", given="76,733")),
        ],
    )
    def test_is_refused_otherwise(
        self, tmp_path: Path, cells: dict[str, str], reason: DomainError
    ) -> None:
        lines = [INVOICE_LINES, a_line_of_an_invoice(**cells), a_line_of_an_invoice(taux_tva="0")]

        with open_invoice_lines(a_file(tmp_path, lines)) as feed:
            (rows,) = feed.batches()

        assert reasons(rows.bad) == [(2, repr(reason))]
        assert list(rows.lines) == [3]


class TestACollection:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        lines = [a_collection_line(), a_collection_line(montant="-5,00", moyen="Chèque")]

        with open_collections(a_file(tmp_path, [COLLECTIONS, *lines])) as feed:
            ((first, second),) = (each.good for each in feed.batches())

        assert first.collection == Collection(
            invoice=InvoiceNumber("2026-EA-0018342"),
            received_on=date(2026, 11, 10),
            amount=Money(18_000),
            means=Means.TRANSFER,
        )
        assert (second.collection.amount, second.collection.means) == (Money(-500), Means.CHEQUE)

    @pytest.mark.parametrize(
        "word", ["cb", "virement", "cheque", "prelevement", "especes", "autre"]
    )
    def test_came_by_some_means(self, tmp_path: Path, word: str) -> None:
        lines = [COLLECTIONS, a_collection_line(moyen=word)]

        with open_collections(a_file(tmp_path, lines)) as feed:
            ((row,),) = (each.good for each in feed.batches())

        assert row.collection.means in Means

    @pytest.mark.parametrize(
        ("cells", "reason"),
        [
            ({"montant": "0,00"}, NothingReceived()),
            ({"montant": "12 EUR"}, NotAnAmount(column="montant", given="12 EUR")),
            (
                {"moyen": "troc"},
                UnknownWord(
                    column="moyen",
                    given="troc",
                    known=("cb", "virement", "cheque", "prelevement", "especes", "autre"),
                ),
            ),
        ],
    )
    def test_is_refused_otherwise(
        self, tmp_path: Path, cells: dict[str, str], reason: DomainError
    ) -> None:
        lines = [COLLECTIONS, a_collection_line(**cells)]

        with open_collections(a_file(tmp_path, lines)) as feed:
            (rows,) = feed.batches()

        assert reasons(rows.bad) == [(2, repr(reason))]
        assert not rows.good
