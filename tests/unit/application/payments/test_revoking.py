"""A mandate is taken back by whoever gave it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.proof import ProofMissing
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeCannotBecome, ChangeStep, PaymentChange
from siegvo.domain.payments.events import MandateRevoked, PaymentChangeCancelled
from siegvo.domain.payments.mandate import MandateState
from siegvo.domain.payments.wish import NothingDebited
from siegvo.domain.policy import PROOF_LASTS
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import CLERK, PASSWORD, Changing, tenure_in
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World

DEBIT, INVOICE = PaymentMode.DIRECT_DEBIT, PaymentMode.ON_INVOICE
FORM = UUID(int=78)
STRANGER = AccountId(UUID(int=99))
IN_FORCE = a_kept_mandate(activated_on=date(2026, 10, 5))


@pytest.fixture
def debited(world: World, changing: Changing) -> Changing:
    """Mme Marchal is debited, under a mandate that the portal holds."""
    world.know(tenure_in(DEBIT))
    world.kept.mandates.add(IN_FORCE)
    return changing


def _revoke(changing: Changing, holder: AccountId = ALICE, **form: Any) -> RequestReference:
    return changing.payments.revoke_mandate(
        **{"holder": holder, "contract": CONTRACT, "password": PASSWORD, **form}
    )


class TestRevoking:
    def test_ends_the_mandate_at_once(self, world: World, debited: Changing) -> None:
        reference = _revoke(debited)

        change = debited.change(reference)
        assert (change.step, change.before, change.after) == (ChangeStep.READY, DEBIT, INVOICE)
        assert (change.is_revocation, change.mandate) == (True, IN_FORCE.reference)
        assert world.kept.mandates.of(IN_FORCE.reference).ended_on == NOON.date()
        assert world.kept.mandates.serving() == ()
        assert world.kept.requests.of(reference).state is RequestState.IN_PROGRESS

    def test_tells_everybody_who_sees_the_contract(self, debited: Changing) -> None:
        reference = str(_revoke(debited))

        assert debited.told == [
            MandateRevoked(at=NOON, reference=reference, account=str(ALICE)),
            MandateRevoked(at=NOON, reference=reference, account=str(BOB)),
        ]

    def test_is_written_down_once(self, world: World, debited: Changing) -> None:
        _revoke(debited, origin="192.0.2.77")

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.origin) == (Gesture.MANDATE_REVOKED, "192.0.2.77")

    def test_needs_no_mandate_that_the_portal_holds(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(DEBIT))

        change = changing.change(_revoke(changing))

        assert (change.step, change.mandate) == (ChangeStep.READY, None)

    def test_is_open_to_who_moved_out(self, world: World, debited: Changing) -> None:
        world.know(tenure_in(DEBIT, until="2026-10-31"))

        assert debited.change(_revoke(debited)).is_revocation

    def test_does_not_ask_whether_the_seal_holds(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(DEBIT))
        world.kept.mandates.add(attrs.evolve(IN_FORCE, sealed_iban="x", sealed_holder="x"))

        _revoke(changing)

        assert world.kept.mandates.of(IN_FORCE.reference).ended_on == NOON.date()
        assert _pending(changing).mandate == IN_FORCE.reference

    def test_leaves_the_account_to_one_password(self, debited: Changing) -> None:
        reference = _revoke(debited, password=None, proved_at=NOON - PROOF_LASTS)

        assert debited.change(reference).is_revocation

    def test_twice_by_the_same_form_is_once(self, debited: Changing) -> None:
        first = _revoke(debited, submission=FORM)

        assert _revoke(debited, submission=FORM) == first
        with pytest.raises(ChangeUnderWay):
            _revoke(debited)

    def test_is_another_form_for_another_contract(self, world: World, debited: Changing) -> None:
        _revoke(debited, submission=FORM)
        other = type(CONTRACT)("100214999")
        world.know(attrs.evolve(tenure_in(DEBIT), contract=other))

        with pytest.raises(SubmissionReused):
            _revoke(debited, contract=other, submission=FORM)

    @pytest.mark.parametrize(
        ("form", "refusal"),
        [
            ({"password": None}, ProofMissing),
            ({"password": Password("une autre phrase de passe")}, WrongPassword),
            ({"password": None, "proved_at": NOON - 2 * PROOF_LASTS}, ProofMissing),
            ({"holder": STRANGER}, ContractNotFound),
        ],
    )
    def test_is_refused(
        self, world: World, debited: Changing, form: dict[str, Any], refusal: type[DomainError]
    ) -> None:
        with pytest.raises(refusal):
            _revoke(debited, **form)

        assert world.kept.mandates.of(IN_FORCE.reference).ended_on is None
        assert not world.kept.payment_changes.kept

    def test_is_refused_where_nothing_is_debited(self, changing: Changing) -> None:
        with pytest.raises(NothingDebited):
            _revoke(changing)


class TestWhatWasAskedBefore:
    def test_gives_way_whoever_asked(self, world: World, debited: Changing) -> None:
        first = debited.ask_account(holder=BOB)

        _revoke(debited)

        assert debited.change(first).step is ChangeStep.CANCELLED
        assert all(each.ended_on for each in world.kept.mandates.kept.values())
        told = [each for each in debited.told if isinstance(each, PaymentChangeCancelled)]
        assert {each.account for each in told} == {str(ALICE), str(BOB)}

    def test_stays_once_the_billing_system_has_it(self, world: World, debited: Changing) -> None:
        first = debited.ask_account()
        debited.make_ready(first)
        debited.export(first)

        with pytest.raises(ChangeUnderWay):
            _revoke(debited)

        assert world.kept.mandates.of(IN_FORCE.reference).ended_on is None


class TestARevocation:
    def test_is_not_taken_back(self, debited: Changing) -> None:
        reference = _revoke(debited)

        with pytest.raises(ChangeCannotBecome):
            debited.payments.cancel_change(holder=ALICE, contract=CONTRACT, reference=reference)
        with pytest.raises(ChangeUnderWay):
            debited.ask_account()

    def test_refused_by_staff_does_not_bring_the_mandate_back(
        self, world: World, debited: Changing
    ) -> None:
        reference = _revoke(debited)
        debited.surroundings.clock.advance(timedelta(days=2))

        debited.payments.refuse_change(reference, reason="Contrat repris.", actor=CLERK)

        assert world.kept.mandates.of(IN_FORCE.reference).ended_on == NOON.date()

    def test_leaves_for_the_billing_system_and_is_closed_by_it(
        self, world: World, debited: Changing
    ) -> None:
        reference = _revoke(debited)
        exchange = Exchange.on(debited.outside)
        left: list[PaymentChange] = []

        assert exchange.export_mandates(since=None, hand_over=len) == 0
        assert debited.change(reference).step is ChangeStep.READY
        assert exchange.export_payment_modes(since=None, hand_over=left.extend) == 1
        assert [(each.reference, each.after) for each in left] == [(reference, INVOICE)]
        feed = contract_feed([contract_row(tenure_in(INVOICE))])
        assert exchange.import_contracts(feed, actor=CLERK).closed == 1

        assert debited.change(reference).step is ChangeStep.APPLIED
        mandate = world.kept.mandates.of(IN_FORCE.reference)
        assert (mandate.ended_on, mandate.was_replaced) == (NOON.date(), False)

    def test_is_shown_with_the_debit_that_the_bank_has(
        self, world: World, changing: Changing
    ) -> None:
        world.know(tenure_in(DEBIT))
        world.kept.mandates.add(attrs.evolve(IN_FORCE, last_collected_on=date(2026, 12, 7)))

        _revoke(changing)

        pending = _pending(changing)
        assert pending.still_debited_on == date(2026, 12, 7)
        assert (pending.masked_iban, pending.holder) == (IN_FORCE.masked_iban, None)
        assert (pending.is_revocation, pending.may_be_cancelled) == (True, False)

    def test_has_no_debit_left_where_the_last_is_over(
        self, world: World, changing: Changing
    ) -> None:
        world.know(tenure_in(DEBIT))
        world.kept.mandates.add(attrs.evolve(IN_FORCE, last_collected_on=date(2026, 11, 23)))

        _revoke(changing)

        assert _pending(changing).still_debited_on is None
        found = changing.payments.show_arrangement(holder=ALICE, contract=CONTRACT)
        assert found.mandate is None or found.mandate.state is not MandateState.ACTIVE


def _pending(changing: Changing) -> Any:
    return changing.payments.show_arrangement(holder=ALICE, contract=CONTRACT).pending
