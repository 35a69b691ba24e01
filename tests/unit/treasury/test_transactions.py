from datetime import UTC, datetime

import pytest

from siegvo.adapters.treasury.envelope import Unreadable
from siegvo.adapters.treasury.transactions import moment, transaction
from siegvo.domain.billing.treasury_answer import Transaction, TreasuryResult
from siegvo.domain.kernel.money import Money

FIELDS = {
    "dattrans": "23112026",
    "exer": "2026",
    "heurtrans": "0905",
    "idop": "cc0cb210-1cd4-11ea-8cca-0213ad91a103",
    "mel": "odile.marchal@exemple.fr",
    "montant": "14691",
    "numauto": "A55A",
    "numcli": "090909",
    "objet": "Facture d eau",
    "refdet": "F2026000123",
    "resultrans": "P",
    "saisie": "T",
}


class TestATransaction:
    def test_is_told_as_it_came(self) -> None:
        assert transaction(FIELDS) == Transaction(
            idop="cc0cb210-1cd4-11ea-8cca-0213ad91a103",
            reference="F2026000123",
            fiscal_year=2026,
            amount=Money(14691),
            client="090909",
            result=TreasuryResult.PAID_BY_CARD,
            at=datetime(2026, 11, 23, 8, 5, tzinfo=UTC),
            mode="T",
        )

    @pytest.mark.parametrize(
        ("letter", "result", "is_paid"),
        [
            ("P", TreasuryResult.PAID_BY_CARD, True),
            ("V", TreasuryResult.PAID_BY_DEBIT, True),
            ("R", TreasuryResult.CARD_REFUSED, False),
            ("Z", TreasuryResult.DEBIT_REFUSED, False),
            ("A", TreasuryResult.ABANDONED, False),
        ],
    )
    def test_has_one_of_five_results(
        self, letter: str, result: TreasuryResult, *, is_paid: bool
    ) -> None:
        found = transaction(FIELDS | {"resultrans": letter}).result

        assert found is result
        assert found.is_paid is is_paid

    @pytest.mark.parametrize("name", sorted(set(FIELDS) - {"mel", "objet", "numauto"}))
    def test_lacks_nothing(self, name: str) -> None:
        with pytest.raises(Unreadable):
            transaction({key: text for key, text in FIELDS.items() if key != name})

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("resultrans", "Q"),
            ("resultrans", ""),
            ("montant", "146.91"),
            ("montant", "-14691"),
            ("montant", "1" * 12),
            ("montant", "²"),
            ("exer", "26"),
            ("dattrans", "20261123"),
            ("dattrans", "30022026"),
            ("heurtrans", "2460"),
            ("heurtrans", "9h05"),
            ("idop", "a b"),
        ],
    )
    def test_makes_sense(self, name: str, text: str) -> None:
        with pytest.raises(Unreadable):
            transaction(FIELDS | {name: text})


class TestAMomentInParis:
    @pytest.mark.parametrize(
        ("day", "hour", "utc"),
        [
            ("01072026", "0000", datetime(2026, 6, 30, 22, tzinfo=UTC)),
            ("31122026", "2359", datetime(2026, 12, 31, 22, 59, tzinfo=UTC)),
            ("25102026", "0230", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ],
    )
    def test_is_told_in_utc(self, day: str, hour: str, utc: datetime) -> None:
        assert moment(day, hour) == utc
