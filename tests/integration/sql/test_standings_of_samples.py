"""Every standing can be worked out by hand from the sample files."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import situation_of
from tests.support.database import Database
from tests.support.sample_files import SAMPLES

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["sqlite", "postgresql"])
def samples(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Open a database of each kind that the sample files were imported into."""
    engine = open_engine(request.getfixturevalue(f"{request.param}_samples_url"))
    yield Database.on(engine)
    engine.dispose()


def test_every_sample_invoice_stands_as_the_files_say(samples: Database) -> None:
    by_hand = _by_hand()

    assert len(by_hand) == 1972
    assert _known(samples) == by_hand


def test_the_samples_show_most_of_what_may_be() -> None:
    """None is of zero euros, and nobody pays on line in a file."""
    standings = Counter(standing for standing, _, _, _ in _by_hand().values())

    assert standings == {
        "credit_note": 24,
        "cancelled": 10,
        "paid": 1798,
        "partly_paid": 46,
        "to_be_debited": 33,
        "overdue": 61,
    }


def _known(samples: Database) -> dict[str, tuple[str, int, str, str]]:
    """Ask the database and the domain."""
    numbers = [InvoiceNumber(row["numero_facture"]) for row in _rows("factures.csv")]
    with samples.look() as readers:
        invoices = readers.intake.billing.invoices(numbers)
        received = {number: readers.invoices.collections_of(number) for number in numbers}
    found = {}
    for number, invoice in invoices.items():
        situation = situation_of(invoice, received[number], today=TODAY)
        found[number.text] = (
            situation.standing.value,
            situation.outstanding.amount.cents,
            str(situation.outstanding.as_of),
            str(situation.paid_on or ""),
        )
    return found


def _by_hand() -> dict[str, tuple[str, int, str, str]]:
    """Work out standing, cents left, of which day, and day of payment, with no help.

    Days are texts, which sort as days do.
    """
    received = defaultdict(list)
    for row in _rows("encaissements.csv"):
        received[row["numero_facture"]].append((row["encaisse_le"], _cents(row["montant"])))
    return {
        row["numero_facture"]: _stand(row, sorted(received[row["numero_facture"]]))
        for row in _rows("factures.csv")
    }


def _stand(row: dict[str, str], received: list[tuple[str, int]]) -> tuple[str, int, str, str]:
    today, as_of, total = str(TODAY), row["situation_au"], _cents(row["montant_ttc"])
    left, paid_on, sum_so_far = _cents(row["reste_a_payer"]), "", 0
    for day, cents in received:
        assert cents > 0, "no sample was taken back"
        sum_so_far += cents
        if day > row["situation_au"]:
            left, as_of = left - cents, day
        if sum_so_far >= total and not paid_on:
            paid_on = day
    left = max(0, left)
    if row["annulee"] == "oui":
        standing = "cancelled"
    elif row["type"] == "avoir":
        standing = "credit_note"
    elif left == 0:
        standing = "paid"
    elif row["preleve_le"] and min(today, as_of) <= row["preleve_le"]:
        standing = "to_be_debited"
    elif left < total:
        standing = "partly_paid"
    else:
        standing = "overdue" if row["echeance_le"] < today else "due"
    covered = paid_on if total > 0 and left == 0 else ""
    return standing, left, as_of, covered


def _rows(name: str) -> list[dict[str, str]]:
    with Path(SAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _cents(text: str) -> int:
    euros, _, cents = text.replace(",", ".").partition(".")
    sign = -1 if euros.startswith("-") else 1
    return int(euros) * 100 + sign * int(cents)
