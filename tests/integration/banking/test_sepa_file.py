"""Files for the bank: what stands in them, and that banks can read it."""

from collections import Counter
from datetime import date
from importlib.resources import files
from itertools import product
from typing import Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from siegvo.adapters.banking.sepa_file import SepaXmlFiles
from siegvo.application.ports.sepa import DebitMessage, SepaVersion
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.direct_debit import DirectDebit, MonthOf, Sequence
from tests.support.builders.banking import a_creditor, a_debit, a_message, french_iban
from tests.support.builders.contracts import CONTRACT

DAYS: Final = (date(2026, 12, 7), date(2026, 12, 10), date(2027, 1, 5))
SCHEMAS: Final = {
    version: etree.XMLSchema(
        etree.fromstring((files("sepaxml") / "schemas" / f"{version}.xsd").read_bytes())
    )
    for version in SepaVersion
}

amounts = st.integers(min_value=1, max_value=999_999_999_99).map(Money)
names = st.text(min_size=1, max_size=140)
debits = st.builds(
    a_debit,
    st.integers(min_value=1, max_value=10**6),
    debtor=names,
    about=st.one_of(
        st.integers(1, 10**6).map(lambda number: InvoiceNumber(f"F.2026_{number}")),
        st.sampled_from(DAYS).map(lambda day: MonthOf(contract=CONTRACT, on=day)),
    ),
    amount=amounts,
    collect_on=st.sampled_from(DAYS),
    sequence=st.sampled_from(Sequence),
    bic=st.sampled_from([None, "PSSTFRPP", "AGRIFRPPXXX"]),
)
batches = st.builds(
    lambda found, version: a_message(*found, version=version),
    st.lists(debits, min_size=1, max_size=12),
    st.sampled_from(SepaVersion),
)


def _read(message: DebitMessage) -> etree._Element:
    return etree.fromstring(SepaXmlFiles().write(message))


def _texts(element: etree._Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{{*}}{name}")]


def _cents(text: str) -> int:
    euros, _, cents = text.partition(".")
    return int(euros) * 100 + int(cents)


def _year_of_water() -> list[DirectDebit]:
    """Make 500 debits of all sorts: days, sequences, banks, names with accents."""
    sorts = product(DAYS, Sequence, (None, "PSSTFRPP"))
    kinds = list(sorts)
    return [
        a_debit(
            number,
            amount=Money(number * 37 + 1),
            debtor=f"M. et Mme Zoé Œuvrard-L’Hôpital {number}",
            collect_on=kinds[number % len(kinds)][0],
            sequence=kinds[number % len(kinds)][1],
            bic=kinds[number % len(kinds)][2],
        )
        for number in range(500)
    ]


@pytest.mark.parametrize("version", SepaVersion)
class TestAFileOfFiveHundredDebits:
    @pytest.mark.parametrize("bic", [None, "PSSTFRPP", "BDFEFRPPCCT"])
    def test_holds_against_the_schema(self, version: SepaVersion, bic: str | None) -> None:
        root = _read(a_message(*_year_of_water(), creditor=a_creditor(bic=bic), version=version))

        SCHEMAS[version].assertValid(root)
        assert root.tag == f"{{urn:iso:std:iso:20022:tech:xsd:{version}}}Document"

    def test_asks_for_every_one_of_them(self, version: SepaVersion) -> None:
        asked = _year_of_water()
        root = _read(a_message(*asked, version=version))

        assert sorted(_texts(root, "EndToEndId")) == sorted(debit.end_to_end for debit in asked)
        assert sorted(_texts(root, "MndtId")) == sorted(debit.mandate for debit in asked)
        assert Counter(map(_cents, _texts(root, "InstdAmt"))) == Counter(
            debit.amount.cents for debit in asked
        )

    def test_is_the_same_to_the_byte_for_the_same(self, version: SepaVersion) -> None:
        message = a_message(*_year_of_water(), version=version)

        assert len({SepaXmlFiles().write(message) for _ in range(3)}) == 1


whatever = given(batches)


class TestAnyFile:
    @whatever
    @settings(max_examples=40, deadline=None)
    def test_holds_against_the_schema(self, message: DebitMessage) -> None:
        SCHEMAS[message.version].assertValid(_read(message))

    @whatever
    @settings(max_examples=40, deadline=None)
    def test_loses_no_cent(self, message: DebitMessage) -> None:
        root = _read(message)
        total = sum(debit.amount.cents for debit in message.debits)

        whole, *blocks = _texts(root, "CtrlSum")
        assert _cents(whole) == sum(map(_cents, blocks)) == total
        assert sum(map(_cents, _texts(root, "InstdAmt"))) == total

    @whatever
    @settings(max_examples=40, deadline=None)
    def test_counts_right(self, message: DebitMessage) -> None:
        root = _read(message)

        whole, *blocks = map(int, _texts(root, "NbOfTxs"))
        assert whole == sum(blocks) == len(message.debits)

    @whatever
    @settings(max_examples=40, deadline=None)
    def test_has_one_block_for_each_day_and_sequence(self, message: DebitMessage) -> None:
        root = _read(message)
        blocks = list(zip(_texts(root, "ReqdColltnDt"), _texts(root, "SeqTp"), strict=True))

        assert Counter(blocks).most_common(1)[0][1] == 1
        assert set(blocks) == {
            (debit.collect_on.isoformat(), debit.sequence.value) for debit in message.debits
        }

    @whatever
    @settings(max_examples=40, deadline=None)
    def test_writes_only_what_banks_pass_on(self, message: DebitMessage) -> None:
        root = _read(message)

        for text in (*_texts(root, "Nm"), *_texts(root, "Ustrd")):
            assert text.isascii()
            assert not set(text) & set('&<>"#%*;=@[]_`{|}~!$^\\')
            assert text == text.strip("/ ")
            assert "//" not in text


class TestAFile:
    def test_says_who_asks_and_when(self) -> None:
        root = _read(a_message())

        assert _texts(root, "MsgId") == ["SIEGVO-20261207"]
        assert _texts(root, "PmtInfId") == ["SIEGVO-20261207-1"]
        assert _texts(root, "CreDtTm") == ["2026-11-23T12:00:00"]
        assert "FR72ZZZ123456" in _texts(root, "Id")

    def test_asks_for_one_debit(self) -> None:
        root = _read(a_message(a_debit(7)))

        assert _texts(root, "InstdAmt") == ["50.00"]
        assert _texts(root, "ReqdColltnDt") == ["2026-12-07"]
        assert _texts(root, "DtOfSgntr") == ["2026-10-01"]
        assert _texts(root, "SeqTp") == ["RCUR"]
        assert _texts(root, "IBAN") == [french_iban(57_865).text, french_iban(7).text]

    def test_writes_names_as_banks_can(self) -> None:
        debit = a_debit(debtor="Zoé Œuvrard & Fils «\u00a0L’Eau\u00a0»")

        assert _texts(_read(a_message(debit)), "Nm")[-1] == "Zoe OEuvrard Fils L'Eau"

    def test_tells_debtors_what_it_is_about(self) -> None:
        root = _read(
            a_message(
                a_debit(about=InvoiceNumber("F.2026_1")),
                a_debit(about=MonthOf(contract=CONTRACT, on=date(2026, 8, 5))),
            )
        )

        assert _texts(root, "Ustrd") == [
            "Facture d'eau F.2026 1",
            "Mensualite d'aout 2026, contrat 100214873",
        ]

    def test_names_a_debtor_whose_name_banks_cannot_write(self) -> None:
        assert _texts(_read(a_message(a_debit(debtor="€&/"))), "Nm")[-1] == "EUR"
        assert _texts(_read(a_message(a_debit(debtor="\U0001f4a7"))), "Nm")[-1] == "NOTPROVIDED"

    def test_is_never_empty(self) -> None:
        with pytest.raises(ValueError, match="debits"):
            attrs.evolve(a_message(), debits=())

    def test_that_cannot_be_tells_no_account(self) -> None:
        beyond = a_debit(mandate="A" * 35)
        object.__setattr__(beyond, "mandate", "A" * 36)

        with pytest.raises(ValueError, match="no pain") as trouble:
            SepaXmlFiles().write(a_message(beyond))

        assert beyond.iban.text not in str(trouble.value)
