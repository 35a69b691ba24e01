"""Asking for another payment mode, or another account."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import attrs
import pytest

from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.bundle import Payments
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.payments.proof import ProofMissing
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.payments.change import ChangeStep, Suspicion
from siegvo.domain.payments.events import PaymentChangeAsked, PaymentChangeNoticed
from siegvo.domain.payments.iban import WrongChecksum
from siegvo.domain.payments.monthly_plan import DayNotOffered
from siegvo.domain.payments.wish import (
    AccountMissing,
    ConsentMissing,
    DebitDayMissing,
    NothingDebited,
    SameMode,
)
from siegvo.domain.policy import MANDATE_TEXT, PROOF_LASTS
from siegvo.domain.requests.asked import AnswerMissing
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, a_device
from tests.support.builders.banking import french_iban
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link
from tests.support.changing import Changing, tenure_in
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

DEBIT, MONTHLY, INVOICE = PaymentMode.DIRECT_DEBIT, PaymentMode.MONTHLY, PaymentMode.ON_INVOICE
FORM = UUID(int=77)
STRANGER = AccountId(UUID(int=99))


class TestAskingToBeDebited:
    def test_is_a_request_that_waits_for_the_mailbox(
        self, world: World, changing: Changing
    ) -> None:
        reference = changing.ask(origin="192.0.2.77", device="Firefox")

        request, change = world.kept.requests.of(reference), changing.change(reference)
        assert (request.kind, request.state) == (RequestKind.PAYMENT_MODE, RequestState.REGISTERED)
        assert (change.step, change.before, change.after) == (ChangeStep.ASKED, INVOICE, DEBIT)
        assert change.suspicions == frozenset()
        assert changing.told == [
            PaymentChangeAsked(at=NOON, reference=str(reference), account=str(ALICE)),
            PaymentChangeNoticed(at=NOON, reference=str(reference), account=str(BOB)),
        ]

    def test_signs_a_mandate_with_its_evidence_and_without_the_account(
        self, world: World, changing: Changing
    ) -> None:
        changing.ask(origin="192.0.2.77", device="Firefox")

        (mandate,) = world.kept.mandates.of_contract(CONTRACT, MARCHAL)
        assert mandate.reference.text == "100214873-20261123-00000001"
        assert attrs.astuple(mandate.evidence, recurse=False) == (
            str(ALICE),
            NOON,
            "192.0.2.0/24",
            "Firefox",
            MANDATE_TEXT,
        )
        assert mandate.masked_iban == french_iban().masked
        assert french_iban().text not in repr(world.kept.mandates)
        assert french_iban().text not in mandate.sealed_iban

    def test_is_written_down_once(self, world: World, changing: Changing) -> None:
        changing.ask()

        entries = [each.gesture for each in world.kept.audit.entries]
        assert entries == [Gesture.PAYMENT_CHANGE_ASKED]

    def test_twice_by_the_same_form_is_once(self, changing: Changing) -> None:
        first = changing.ask(submission=FORM)

        assert changing.ask(submission=FORM) == first
        with pytest.raises(SubmissionReused):
            changing.ask(number=2, submission=FORM)

    def test_anew_takes_the_place_of_the_first(self, world: World, changing: Changing) -> None:
        first = changing.ask()

        second = changing.ask(number=2)

        assert changing.change(first).step is ChangeStep.CANCELLED
        assert changing.change(second).step is ChangeStep.ASKED
        mandates = world.kept.mandates.of_contract(CONTRACT, MARCHAL)
        assert [each.ended_on is None for each in mandates] == [False, True]

    def test_does_not_push_aside_what_another_asked(self, changing: Changing) -> None:
        first = changing.ask(holder=BOB)

        with pytest.raises(ChangeUnderWay):
            changing.ask()

        assert changing.change(first).step is ChangeStep.ASKED

    def test_does_not_push_aside_what_has_left(self, changing: Changing) -> None:
        first = changing.ask()
        changing.make_ready(first)
        changing.export(first)

        with pytest.raises(ChangeUnderWay):
            changing.ask()

    def test_ten_times_a_day_is_enough(self, changing: Changing) -> None:
        for number in range(10):
            changing.ask(number=number + 1)

        with pytest.raises(TooManyAttempts):
            changing.ask()

    @pytest.mark.parametrize(
        ("form", "refusal"),
        [
            ({"iban": None}, AccountMissing),
            ({"iban": "FR76 3000 6000 0112 3456 7890 188"}, WrongChecksum),
            ({"account_holder": " "}, AnswerMissing),
            ({"consent": False}, ConsentMissing),
            ({"mode": INVOICE}, SameMode),
            ({"mode": MONTHLY, "debit_day": None}, DebitDayMissing),
            ({"mode": MONTHLY, "debit_day": 11}, DayNotOffered),
            ({"password": None}, ProofMissing),
            ({"password": Password("une autre phrase de passe")}, WrongPassword),
            ({"password": None, "proved_at": NOON - 2 * PROOF_LASTS}, ProofMissing),
            ({"password": None, "proved_at": NOON + PROOF_LASTS}, ProofMissing),
            ({"holder": STRANGER}, ContractNotFound),
        ],
    )
    def test_is_refused(
        self, world: World, changing: Changing, form: dict[str, Any], refusal: type[DomainError]
    ) -> None:
        with pytest.raises(refusal):
            changing.ask(**form)

        assert not world.kept.payment_changes.kept
        assert not world.kept.mandates.kept

    def test_takes_a_password_given_a_moment_ago(self, changing: Changing) -> None:
        reference = changing.ask(password=None, proved_at=NOON - PROOF_LASTS)

        assert changing.change(reference).step is ChangeStep.ASKED

    def test_is_refused_once_the_contract_ended(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(INVOICE, until="2026-10-31"))

        with pytest.raises(ContractEnded):
            changing.ask()

    def test_needs_a_register_of_banks(self, changing: Changing) -> None:
        bare = Payments.on(attrs.evolve(changing.outside, banks=None))

        with pytest.raises(AccountsNotTaken):
            attrs.evolve(changing, payments=bare).ask()


class TestAskingToPayByTheMonth:
    def test_keeps_the_day(self, changing: Changing) -> None:
        reference = changing.ask(MONTHLY)

        assert changing.change(reference).debit_day == 10

    def test_may_go_on_with_the_account_debited_today(
        self, world: World, changing: Changing
    ) -> None:
        world.know(tenure_in(DEBIT))

        reference = changing.ask(MONTHLY, iban=None)

        assert changing.change(reference).mandate is None

    @pytest.mark.parametrize("ended_on", [None, date(2026, 11, 1)])
    def test_needs_an_account_once_its_mandate_has_lapsed(
        self, world: World, changing: Changing, ended_on: date | None
    ) -> None:
        world.know(tenure_in(DEBIT))
        lapsed = a_kept_mandate(activated_on=date(2022, 10, 5), ended_on=ended_on)
        world.kept.mandates.add(lapsed)

        with pytest.raises(AccountMissing):
            changing.ask(MONTHLY, iban=None)

        world.kept.mandates.add(a_kept_mandate(2, activated_on=date(2026, 10, 5)))
        assert changing.change(changing.ask(MONTHLY, iban=None)).mandate is None


class TestAskingToPayOnInvoice:
    def test_needs_neither_account_nor_consent(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(MONTHLY))

        reference = changing.ask(INVOICE, consent=False)

        change = changing.change(reference)
        assert (change.after, change.mandate, change.debit_day) == (INVOICE, None, None)


class TestAskingForAnotherAccount:
    def test_keeps_the_mode(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(DEBIT))

        reference = changing.ask_account()

        assert changing.change(reference).is_of_account_only
        assert world.kept.requests.of(reference).kind is RequestKind.BANK_DETAILS

    def test_is_refused_where_nothing_is_debited(self, changing: Changing) -> None:
        with pytest.raises(NothingDebited):
            changing.ask_account()


class TestSuspicion:
    def test_falls_on_a_fresh_link(self, world: World, surroundings: Surroundings) -> None:
        changing = Changing.on(world, surroundings)
        world.kept.links.forget(ALICE)
        world.kept.links.add(a_link(ALICE, at=NOON - timedelta(days=6)))

        assert changing.change(changing.ask()).suspicions == {Suspicion.FRESH_ACCESS}

    def test_falls_on_a_new_device(self, world: World, changing: Changing) -> None:
        world.kept.devices.keep(a_device())

        assert changing.change(changing.ask()).suspicions == {Suspicion.FRESH_ACCESS}

    def test_falls_on_another_holder(self, changing: Changing) -> None:
        reference = changing.ask(account_holder="Jean Dupont")

        assert changing.change(reference).suspicions == {Suspicion.OTHER_HOLDER}

    def test_falls_on_the_third_payer_of_an_account(self, world: World, changing: Changing) -> None:
        for number in (1, 2):
            other = a_kept_mandate(1, payer=MARCHAL.__class__(f"R9{number}"))
            world.kept.mandates.add(
                attrs.evolve(other, reference=other.reference.__class__(f"OTHER-{number}"))
            )
            expected = {Suspicion.SHARED_ACCOUNT} if number == 2 else frozenset()

            assert changing.change(changing.ask()).suspicions == expected
