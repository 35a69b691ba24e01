from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import attrs
import pytest

from siegvo.application.exchange.export_direct_debits import (
    BanksClosed,
    DebitsExported,
    ExportDirectDebits,
    NoCreditor,
    TooLateToCollect,
)
from siegvo.application.ports.sepa import DebitMessage, SepaVersion
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.direct_debit import MonthOf, Sequence
from siegvo.domain.payments.mandate import Mandate
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.banking import DEBITING, a_mandate, a_monthly_change, french_iban
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.payments import a_begun_payment
from tests.support.builders.requests import a_request
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

MONDAY: Final = date(2026, 12, 7)
Give = Callable[..., None]


@attrs.define
class Bank:
    """Takes files, and asks for debits of one Monday unless told otherwise."""

    export: ExportDirectDebits
    files: list[DebitMessage] = attrs.Factory(list)

    def ask(self, *, on: date | None = MONDAY, **facts: Any) -> DebitsExported:
        return self.export(on=on, hand_over=self.files.append, **facts)


@pytest.fixture
def bank(world: World, surroundings: Surroundings) -> Bank:
    return Bank(
        ExportDirectDebits(
            begin=world.begin,
            look=world.look,
            clock=surroundings.clock,
            utility=DEBITING,
            vault=surroundings.vault,
        )
    )


@pytest.fixture
def give(world: World, surroundings: Surroundings) -> Give:
    """Let payers give mandates."""

    def given(*mandates: Mandate) -> None:
        with world.begin() as work:
            for mandate in mandates:
                work.mandates.add(sealed(surroundings.vault, mandate))

    return given


def _an_invoice(**facts: Any) -> Any:
    return an_invoice(**{"issued": "2026-11-20", "debit": "2026-12-05", **facts})


class TestTheDebitsOfADay:
    def test_are_the_invoices_that_fall_on_it(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice(left=17_000))
        give(a_mandate())

        done = bank.ask()

        [message] = bank.files
        [debit] = message.debits
        assert (debit.amount, debit.collect_on) == (Money(17_000), MONDAY)
        assert (debit.iban, debit.end_to_end) == (french_iban(1), INVOICE.text)
        assert message.creditor.identifier.text == DEBITING.sepa_creditor_id
        assert message.version is SepaVersion.OF_2009
        assert (done.count, done.total, done.collect_on) == (1, Money(17_000), MONDAY)
        assert done.tell_by == date(2026, 11, 23)
        assert done.reference == message.reference

    @pytest.mark.parametrize(
        "facts",
        [
            {"debit": None},
            {"debit": "2026-12-04"},
            {"debit": "2026-12-08"},
            {"debit": "2026-12-05", "issued": "2026-11-30"},
            {"debit": "2026-12-05", "is_cancelled": True},
            {"debit": "2026-12-05", "left": 0},
        ],
    )
    def test_are_no_others(
        self, world: World, give: Give, bank: Bank, facts: dict[str, Any]
    ) -> None:
        world.know(a_tenure(), _an_invoice(**facts))
        give(a_mandate())

        assert bank.ask().count == 0
        assert bank.files == []
        assert world.kept.audit.entries == []

    def test_leave_out_what_was_paid_meanwhile(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice(), a_collection(18_000, on="2026-11-20"))
        world.know(_an_invoice(number="F-2"))
        with world.begin() as work:
            work.online_payments.add(a_begun_payment(invoice=InvoiceNumber("F-2")))
        give(a_mandate())

        assert bank.ask().count == 0

    @pytest.mark.parametrize(
        "facts",
        [
            {"activated_on": None},
            {"ended_on": date(2026, 11, 1)},
            {"activated_on": date(2023, 1, 1), "last_collected_on": date(2023, 2, 1)},
            {"payer": PayerCode("R0041")},
            {"contract": ContractNumber("4001")},
        ],
        ids=["not active", "revoked", "lapsed", "another's", "of another contract"],
    )
    def test_need_a_mandate_in_force(
        self, world: World, give: Give, bank: Bank, facts: dict[str, Any]
    ) -> None:
        world.know(a_tenure(), _an_invoice())
        give(a_mandate(**facts))

        done = bank.ask()

        assert (done.count, done.without_mandate) == (0, 1)
        assert bank.files == []

    def test_take_the_account_given_last(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice())
        give(a_mandate(1, ended_on=date(2026, 11, 1), was_replaced=True), a_mandate(2))

        bank.ask()

        assert bank.files[0].debits[0].iban == french_iban(2)

    def test_are_the_instalments_that_fall_on_it(
        self, world: World, give: Give, bank: Bank, surroundings: Surroundings
    ) -> None:
        monthly = attrs.evolve(a_tenure(), payment_mode=PaymentMode.MONTHLY)
        world.know(monthly, an_invoice(issued="2026-10-22", total=24_001))
        request = a_request(kind=RequestKind.PAYMENT_MODE)
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.requests.add(request)
            work.payment_changes.add(a_monthly_change(request.reference))
        give(a_mandate())
        surroundings.clock.moment = datetime(2027, 1, 8, 9, tzinfo=UTC)

        first = bank.ask(on=date(2027, 1, 11))
        last = bank.ask(on=date(2027, 10, 11))

        assert first.total == Money(2400)
        assert last.total == Money(2401)
        assert bank.files[0].debits[0].about == MonthOf(contract=CONTRACT, on=date(2027, 1, 10))
        assert bank.files[0].debits[0].end_to_end == "100214873-202701"
        assert bank.ask(on=date(2027, 11, 10)).count == 0

    def test_tell_of_those_who_have_no_plan(self, world: World, bank: Bank) -> None:
        world.know(attrs.evolve(a_tenure(), payment_mode=PaymentMode.MONTHLY), an_invoice())
        request = a_request(kind=RequestKind.PAYMENT_MODE)
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.requests.add(request)
            work.payment_changes.add(a_monthly_change(request.reference, debit_day=7))

        assert bank.ask().without_plan == 1


class TestTheDay:
    def test_is_the_soonest_unless_said(self, bank: Bank) -> None:
        assert bank.ask(on=None).collect_on == date(2026, 11, 24)

    def test_is_one_when_banks_are_open(self, bank: Bank) -> None:
        with pytest.raises(BanksClosed) as refusal:
            bank.ask(on=date(2026, 12, 25))

        assert refusal.value.next_open == date(2026, 12, 28)

    @pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 20)])
    def test_leaves_the_bank_time(self, bank: Bank, day: date) -> None:
        with pytest.raises(TooLateToCollect) as refusal:
            bank.ask(on=day)

        assert refusal.value.soonest == date(2026, 11, 24)


class TestAskedAgain:
    def test_the_same_debits_leave_under_the_same_names(
        self, world: World, give: Give, bank: Bank
    ) -> None:
        world.know(a_tenure(), _an_invoice(), _an_invoice(number="F-2"))
        give(a_mandate())

        bank.ask()
        bank.ask()

        assert bank.files[0] == bank.files[1]
        assert [debit.sequence for debit in bank.files[1].debits] == [
            Sequence.FIRST,
            Sequence.RECURRENT,
        ]

    def test_banks_take_one_file_of_a_day_whatever_changed_since(
        self, world: World, give: Give, bank: Bank
    ) -> None:
        world.know(a_tenure(), _an_invoice())
        give(a_mandate())

        first = bank.ask()
        world.know(_an_invoice(number="F-2"))
        second = bank.ask()

        assert first.count != second.count
        assert first.reference == second.reference == "SIEGVO-20261207"

    def test_banks_take_one_file_a_day(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice(), _an_invoice(number="F-2", debit="2026-12-08"))
        give(a_mandate())

        assert bank.ask().reference != bank.ask(on=date(2026, 12, 8)).reference

    def test_for_a_later_day_the_mandate_is_not_new(
        self, world: World, give: Give, bank: Bank
    ) -> None:
        world.know(a_tenure(), _an_invoice(), _an_invoice(number="F-2", debit="2026-12-14"))
        give(a_mandate())

        bank.ask()
        bank.ask(on=date(2026, 12, 14))

        assert [file.debits[0].sequence.value for file in bank.files] == ["FRST", "RCUR"]
        assert world.kept.mandates.of(a_mandate().reference).last_collected_on == date(2026, 12, 14)

    def test_each_day_is_marked_as_before(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice(), _an_invoice(number="F-2", debit="2026-12-14"))
        give(a_mandate())
        later = date(2026, 12, 14)

        for day in (MONDAY, later, later, MONDAY, later):
            bank.ask(on=day)

        marks = [(file.reference, file.debits[0].sequence.value) for file in bank.files]
        assert set(marks) == {("SIEGVO-20261207", "FRST"), ("SIEGVO-20261214", "RCUR")}

    def test_no_invoice_is_debited_twice(
        self, world: World, give: Give, bank: Bank, surroundings: Surroundings
    ) -> None:
        """Every business day for six weeks, and nothing comes in meanwhile."""
        world.know(
            a_tenure(),
            *(_an_invoice(number=f"F-{n}", debit=f"2026-12-{n:02}") for n in range(1, 29)),
        )
        give(a_mandate())

        for _ in range(42):
            bank.ask(on=None)
            surroundings.clock.advance(timedelta(days=1))

        names = [
            debit.end_to_end
            for file in {f.reference: f for f in bank.files}.values()
            for debit in file.debits
        ]
        assert sorted(names) == sorted(f"F-{n}" for n in range(1, 29))


class TestAFile:
    def test_is_written_down_without_any_account(
        self, world: World, give: Give, bank: Bank
    ) -> None:
        world.know(a_tenure(), _an_invoice())
        give(a_mandate())

        done = bank.ask(actor=Actor.staff("nuit"))

        [entry] = world.kept.audit.entries
        assert entry.gesture is Gesture.DIRECT_DEBITS_EXPORTED
        assert entry.actor == Actor.staff("nuit")
        assert entry.subject == f"{done.reference}: 1 debits, 180.00"

    def test_that_cannot_be_written_was_not_asked_for(
        self, world: World, give: Give, bank: Bank
    ) -> None:
        def full(message: DebitMessage) -> None:
            raise OSError(message.reference)

        world.know(a_tenure(), _an_invoice())
        give(a_mandate())

        with pytest.raises(OSError, match="SIEGVO"):
            bank.export(on=MONDAY, hand_over=full)

        assert world.kept.audit.entries == []
        assert world.kept.mandates.of(a_mandate().reference).last_collected_on is None

    def test_is_in_the_version_asked_for(self, world: World, give: Give, bank: Bank) -> None:
        world.know(a_tenure(), _an_invoice())
        give(a_mandate())

        bank.ask(version=SepaVersion.OF_2019)

        assert bank.files[0].version is SepaVersion.OF_2019

    def test_needs_somebody_who_collects(self, bank: Bank) -> None:
        with pytest.raises(NoCreditor):
            Bank(attrs.evolve(bank.export, utility=SIEGVO)).ask()
