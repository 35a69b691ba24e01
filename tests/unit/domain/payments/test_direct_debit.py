from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.business_days import is_business_day
from siegvo.domain.payments.direct_debit import MOST, DebitRules, Sequence
from tests.support.builders.banking import a_debit

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 1, 1))
rules = st.builds(DebitRules, notice_days=st.integers(1, 30), bank_days=st.integers(1, 5))


class TestTheDayOfADebit:
    @pytest.mark.parametrize(
        ("wanted", "told", "found"),
        [
            ("2026-12-10", "2026-11-23", "2026-12-10"),
            ("2026-12-07", "2026-11-23", "2026-12-07"),
            ("2026-12-07", "2026-11-24", "2026-12-08"),
            ("2026-12-05", "2026-11-20", "2026-12-07"),
            ("2026-12-01", "2026-11-23", "2026-12-07"),
            ("2026-12-25", "2026-11-23", "2026-12-28"),
            ("2026-04-03", "2026-03-01", "2026-04-07"),
        ],
    )
    def test_leaves_time_to_be_told(self, wanted: str, told: str, found: str) -> None:
        day = DebitRules().day_for(date.fromisoformat(wanted), told_on=date.fromisoformat(told))

        assert day == date.fromisoformat(found)

    @given(rules, days, days)
    def test_is_legal_and_no_sooner_than_wanted(
        self, rules: DebitRules, wanted: date, told: date
    ) -> None:
        day = rules.day_for(wanted, told_on=told)

        assert is_business_day(day)
        assert day >= max(wanted, told + timedelta(days=rules.notice_days))
        assert rules.tell_by(day) >= told

    @given(rules, days)
    def test_is_the_one_wanted_when_all_is_in_time(self, rules: DebitRules, wanted: date) -> None:
        day = rules.day_for(wanted, told_on=wanted - timedelta(days=60))

        assert day - wanted <= timedelta(days=4)
        assert (day == wanted) == is_business_day(wanted)

    def test_is_told_a_fortnight_before(self) -> None:
        assert DebitRules().tell_by(date(2026, 12, 7)) == date(2026, 11, 23)

    @pytest.mark.parametrize(
        ("sent", "bank_days", "soonest"),
        [
            ("2026-12-07", 1, "2026-12-08"),
            ("2026-12-04", 1, "2026-12-07"),
            ("2026-12-05", 1, "2026-12-07"),
            ("2026-12-24", 1, "2026-12-28"),
            ("2026-12-24", 2, "2026-12-29"),
        ],
    )
    def test_leaves_the_bank_time(self, sent: str, bank_days: int, soonest: str) -> None:
        rules = DebitRules(bank_days=bank_days)

        assert rules.soonest(date.fromisoformat(sent)) == date.fromisoformat(soonest)


class TestTheSequenceOfADebit:
    @pytest.mark.parametrize(
        ("first", "was_collected", "is_last", "sequence"),
        [
            (Sequence.FIRST, False, False, Sequence.FIRST),
            (Sequence.FIRST, False, True, Sequence.FIRST),
            (Sequence.FIRST, True, False, Sequence.RECURRENT),
            (Sequence.FIRST, True, True, Sequence.LAST),
            (Sequence.RECURRENT, False, False, Sequence.RECURRENT),
            (Sequence.RECURRENT, True, False, Sequence.RECURRENT),
            (Sequence.RECURRENT, True, True, Sequence.LAST),
        ],
    )
    def test_tells_the_first_from_the_others(
        self, *, first: Sequence, was_collected: bool, is_last: bool, sequence: Sequence
    ) -> None:
        rules = DebitRules(first=first)

        assert rules.sequence(was_collected=was_collected, is_last=is_last) is sequence

    @pytest.mark.parametrize("first", [Sequence.LAST, Sequence.ONE_OFF])
    def test_of_the_first_is_one_of_two(self, first: Sequence) -> None:
        with pytest.raises(ValueError, match="first"):
            DebitRules(first=first)


class TestADirectDebit:
    @pytest.mark.parametrize("amount", [Money(1), Money(5000), MOST])
    def test_takes_some_cents_or_a_fortune(self, amount: Money) -> None:
        assert a_debit(amount=amount).amount == amount

    @pytest.mark.parametrize(
        "wrong",
        [
            {"amount": Money(0)},
            {"amount": Money(-1)},
            {"amount": MOST + Money(1)},
            {"collect_on": date(2026, 12, 5)},
            {"collect_on": date(2026, 12, 25)},
            {"mandate": ""},
            {"mandate": "A" * 36},
            {"mandate": "/A"},
            {"mandate": "RÉF"},
            {"end_to_end": "A/"},
            {"end_to_end": "A//B"},
            {"end_to_end": "A\nB"},
            {"end_to_end": " A"},
            {"debtor": ""},
            {"bic": "PSST"},
        ],
    )
    def test_cannot_be_what_banks_refuse(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=r".+"):
            a_debit(**wrong)

    @pytest.mark.parametrize("name", ["A", "2026-EA-0018342", "SIEGVO/2026 (1)", "A" * 35])
    def test_is_named_by_what_banks_pass_on(self, name: str) -> None:
        assert a_debit(end_to_end=name).end_to_end == name

    def test_never_shows_the_account(self) -> None:
        debit = a_debit(3)

        assert debit.iban.text not in repr(debit)
