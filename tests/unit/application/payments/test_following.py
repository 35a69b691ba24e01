"""A change on its way: confirmed, waited for, handed over, shown by the billing system."""

from datetime import timedelta

import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.ports.tokens import LinkUsed
from siegvo.application.ports.vault import Place
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.payments.change import ChangeCannotBecome, ChangeStep
from siegvo.domain.payments.events import PaymentChangeApplied, PaymentChangeConfirmed
from siegvo.domain.payments.mandate import MandateState
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.banking import french_iban
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import CLERK, Changing, tenure_in
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World

DEBIT, MONTHLY = PaymentMode.DIRECT_DEBIT, PaymentMode.MONTHLY


def _state(world: World, reference: RequestReference) -> RequestState:
    return world.kept.requests.of(reference).state


def _receive(changing: Changing, mode: PaymentMode, *, masked_iban: str | None = None) -> int:

    feed = contract_feed([contract_row(tenure_in(mode, masked_iban=masked_iban))])
    exchange = Exchange.on(changing.outside)
    return exchange.import_contracts(feed, actor=Actor.staff("nuit")).closed


class TestConfirming:
    def test_begins_the_delay_and_tells_everybody(self, world: World, changing: Changing) -> None:
        reference = changing.ask()

        changing.confirm(reference)

        assert changing.change(reference).step is ChangeStep.CONFIRMED
        assert _state(world, reference) is RequestState.IN_PROGRESS
        told = [each for each in changing.told if isinstance(each, PaymentChangeConfirmed)]
        assert {each.account for each in told} == {str(ALICE), str(BOB)}

    def test_works_once(self, changing: Changing) -> None:
        reference = changing.ask()
        link = changing.confirming(reference)
        changing.payments.confirm_change(link)

        with pytest.raises(LinkUsed):
            changing.payments.confirm_change(link)

    def test_in_time_or_not_at_all(self, world: World, changing: Changing) -> None:
        reference = changing.ask()

        assert changing.wait(timedelta(hours=24)) == 1

        assert changing.change(reference).step is ChangeStep.LAPSED
        assert _state(world, reference) is RequestState.CANCELLED


class TestTheDelay:
    def test_ends_after_three_days(self, changing: Changing) -> None:
        reference = changing.ask()
        changing.confirm(reference)

        assert changing.wait(timedelta(hours=72) - timedelta(seconds=1)) == 0
        assert changing.wait(timedelta(seconds=1)) == 1
        assert changing.change(reference).step is ChangeStep.READY

    def test_lets_whoever_did_not_ask_object(self, world: World, changing: Changing) -> None:
        reference = changing.ask()
        changing.confirm(reference)

        changing.payments.cancel_by_link(changing.cancelling(reference))

        assert changing.wait() == 0
        assert _state(world, reference) is RequestState.CANCELLED
        (mandate,) = world.kept.mandates.kept.values()
        assert mandate.ended_on is not None

    def test_is_not_enough_for_what_staff_must_look_at(self, changing: Changing) -> None:
        reference = changing.ask(account_holder="Jean Dupont")
        changing.confirm(reference)

        assert changing.wait() == 0
        assert [each.change.reference for each in changing.payments.list_suspected()] == [reference]
        changing.payments.let_through(reference, actor=CLERK)
        assert changing.wait(timedelta(0)) == 1

    def test_is_in_vain_once_who_asked_sees_the_contract_no_more(
        self, world: World, changing: Changing
    ) -> None:
        reference = changing.ask()
        changing.confirm(reference)
        world.kept.links.forget(ALICE)

        assert changing.wait() == 1

        assert changing.change(reference).step is ChangeStep.CANCELLED

    def test_is_in_vain_once_the_contract_ended(self, world: World, changing: Changing) -> None:
        reference = changing.ask()
        changing.confirm(reference)
        world.know(tenure_in(PaymentMode.ON_INVOICE, until="2026-11-24"))

        assert changing.wait() == 1

        assert changing.change(reference).step is ChangeStep.CANCELLED


class TestTheBooks:
    def test_show_a_change_that_was_handed_over(self, world: World, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)

        assert _receive(changing, DEBIT) == 1

        assert changing.change(reference).step is ChangeStep.APPLIED
        assert _state(world, reference) is RequestState.DONE
        assert any(isinstance(each, PaymentChangeApplied) for each in changing.told)
        arrangement = changing.payments.show_arrangement(holder=ALICE, contract=CONTRACT)
        assert arrangement.mandate is not None
        assert arrangement.mandate.state is MandateState.ACTIVE

    def test_apply_nothing_that_was_not_handed_over(self, world: World, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)

        assert _receive(changing, DEBIT) == 0
        assert changing.change(reference).step is ChangeStep.READY
        assert _state(world, reference) is RequestState.IN_PROGRESS

    def test_that_show_another_mode_apply_nothing(self, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)

        assert _receive(changing, MONTHLY) == 0
        assert changing.change(reference).step is ChangeStep.EXPORTED

    def test_show_another_account_by_its_last_signs(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(DEBIT, masked_iban="FR76 XXXX 999"))
        reference = changing.ask_account()
        changing.make_ready(reference)
        changing.export(reference)

        assert _receive(changing, DEBIT, masked_iban="FR76 XXXX 999") == 0
        ending = french_iban(2).last_three
        assert _receive(changing, DEBIT, masked_iban=f"FR76 XXXX {ending}") == 1

    def test_go_on_where_one_seal_is_broken(self, world: World, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)
        (mandate,) = world.kept.mandates.kept.values()
        elsewhere = Place(table="mandates", column="sealed_iban", row="another")
        of_another = changing.surroundings.vault.seal(french_iban(9).text, place=elsewhere)
        world.kept.mandates.kept[mandate.reference] = attrs.evolve(mandate, sealed_iban=of_another)

        assert _receive(changing, DEBIT) == 0
        assert changing.change(reference).step is ChangeStep.EXPORTED

    def test_have_it_for_good(self, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)

        with pytest.raises(ChangeCannotBecome):
            changing.payments.cancel_change(holder=ALICE, contract=CONTRACT, reference=reference)


class TestStaff:
    def test_may_refuse_a_change_and_say_why(self, world: World, changing: Changing) -> None:
        reference = changing.ask()

        changing.payments.refuse_change(reference, reason="Titulaire inconnu.", actor=CLERK)

        request = world.kept.requests.of(reference)
        assert (request.state, request.steps[-1].reason) == (
            RequestState.REFUSED,
            "Titulaire inconnu.",
        )

    def test_may_say_that_it_is_in_place(self, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)

        changing.payments.close_change(reference, actor=CLERK)

        assert changing.change(reference).step is ChangeStep.APPLIED

    def test_may_not_say_so_of_what_never_left(self, changing: Changing) -> None:
        reference = changing.ask()
        changing.make_ready(reference)

        with pytest.raises(ChangeCannotBecome):
            changing.payments.close_change(reference, actor=CLERK)

        assert changing.change(reference).step is ChangeStep.READY


def test_the_arrangement_shows_what_is_pending(changing: Changing) -> None:
    reference = changing.ask(MONTHLY)

    found = changing.payments.show_arrangement(holder=BOB, contract=CONTRACT)

    assert found.mode is PaymentMode.ON_INVOICE
    assert found.pending is not None
    assert (found.pending.reference, found.pending.debit_day) == (reference, 10)
    assert attrs.astuple(found.pending).count(french_iban().text) == 0
