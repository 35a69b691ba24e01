from datetime import date, timedelta
from itertools import pairwise

import pytest

from siegvo.entrypoints.demo.bills import demo_bills
from siegvo.entrypoints.demo.syndicate import demo_contracts
from siegvo.entrypoints.demo.tariff import amounts_of, lines_for
from siegvo.entrypoints.demo.volumes import drawn

DAY = date(2026, 11, 23)
DAYS = [date(2026, 1, 1) + timedelta(days=each) for each in range(0, 730, 97)]


class TestTheBills:
    def test_are_the_same_each_time(self) -> None:
        contracts = demo_contracts(DAY)

        assert demo_bills(contracts, today=DAY) == demo_bills(contracts, today=DAY)

    @pytest.mark.parametrize("today", DAYS)
    def test_follow_the_meters(self, today: date) -> None:
        bills = demo_bills(demo_contracts(today), today=today)

        assert len(bills) > 600
        for bill in bills:
            if bill.kind != "avoir":
                passed = drawn(bill.contract, first=bill.first, last=bill.last, today=today)
                assert 0 <= bill.volume <= passed
            assert bill.issued_on <= today
            assert bill.issued_on <= bill.due_on
            assert bill.known_on <= today
            assert bill.left >= 0

    @pytest.mark.parametrize("today", DAYS)
    def test_add_up_with_what_was_received(self, today: date) -> None:
        for bill in demo_bills(demo_contracts(today), today=today):
            received = sum(receipt.amount for receipt in bill.receipts)
            owed = 0 if bill.is_cancelled or bill.kind == "avoir" else bill.total
            assert received + bill.left == owed, bill.number
            assert all(receipt.on <= bill.known_on for receipt in bill.receipts)

    def test_are_numbered_once_in_the_order_they_were_issued(self) -> None:
        bills = demo_bills(demo_contracts(DAY), today=DAY)

        assert len({bill.number for bill in bills}) == len(bills)
        assert all(one.issued_on <= other.issued_on for one, other in pairwise(bills))

    def test_name_the_levies_of_their_year(self) -> None:
        bills = demo_bills(demo_contracts(DAY), today=DAY)

        for bill in bills:
            labels = " ".join(line.label for line in bill.lines)
            assert ("performance des réseaux" in labels) == (bill.first >= date(2025, 1, 1))
            assert ("modernisation des réseaux" in labels) == (bill.first < date(2025, 1, 1))


class TestTheTariff:
    def test_charges_what_one_can_check_by_hand(self) -> None:
        """16.33 + 38 x (1.4210 + 1.8800 + 0.3900 + 0.0170 + 0.0240 + 0.0590), line by line."""
        amounts = amounts_of(lines_for(38, since=date(2026, 6, 10)))

        assert (amounts.net, amounts.vat, amounts.total) == (16_039, 1_208, 17_247)
