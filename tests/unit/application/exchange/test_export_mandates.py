from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import pytest

from siegvo.application.exchange.export_mandates import ExportMandates, LeavingMandate
from siegvo.application.exchange.export_payment_modes import ExportPaymentModes
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.banking import a_mandate, a_monthly_change, french_iban
from tests.support.builders.contracts import a_tenure
from tests.support.builders.requests import a_request
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

FIRST: Final = RequestReference(2026, 1)
Sign = Callable[..., None]


class DiskFull(Exception):
    """Nothing more can be written."""


def _full_disk(leaving: Sequence[LeavingMandate]) -> None:
    raise DiskFull(len(leaving))


@pytest.fixture
def export(world: World, surroundings: Surroundings) -> ExportMandates:
    return ExportMandates(
        begin=world.begin, look=world.look, clock=surroundings.clock, vault=surroundings.vault
    )


@pytest.fixture
def sign(world: World, surroundings: Surroundings) -> Sign:
    """Have a mandate signed with a change that stands at some step."""
    world.know(a_tenure())
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))

    def signed(number: int = 1, **facts: Any) -> None:
        mandate = a_mandate(number, activated_on=None, ended_on=facts.pop("ended_on", None))
        request = a_request(number, kind=RequestKind.BANK_DETAILS)
        change = a_monthly_change(
            request.reference,
            mandate=mandate.reference,
            **{"step": ChangeStep.READY, "debit_day": None, **facts},
        )
        with world.begin() as work:
            work.requests.add(request)
            work.mandates.add(sealed(surroundings.vault, mandate))
            work.payment_changes.kept[change.reference] = change

    return signed


class TestTheMandatesThatLeave:
    def test_are_whole(self, sign: Sign, export: ExportMandates) -> None:
        sign(debit_day=10)
        handed: list[LeavingMandate] = []

        count = export(since=None, hand_over=handed.extend)

        [leaving] = handed
        assert count == 1
        assert leaving.mandate.details.iban == french_iban(1)
        assert (leaving.reference, leaving.mode, leaving.debit_day) == (
            FIRST,
            PaymentMode.MONTHLY,
            10,
        )

    @pytest.mark.parametrize(
        ("step", "count"),
        [
            (ChangeStep.ASKED, 0),
            (ChangeStep.CONFIRMED, 0),
            (ChangeStep.READY, 1),
            (ChangeStep.EXPORTED, 1),
            (ChangeStep.APPLIED, 0),
            (ChangeStep.CANCELLED, 0),
            (ChangeStep.REFUSED, 0),
            (ChangeStep.LAPSED, 0),
        ],
    )
    def test_were_confirmed_and_waited_for(
        self, sign: Sign, export: ExportMandates, step: ChangeStep, count: int
    ) -> None:
        sign(step=step)

        assert export(since=None, hand_over=len) == count

    def test_still_serve(self, sign: Sign, export: ExportMandates) -> None:
        sign(step=ChangeStep.EXPORTED, ended_on=date(2026, 11, 20))

        assert export(since=None, hand_over=len) == 0

    def test_leave_again_until_the_books_show_them(
        self, sign: Sign, export: ExportMandates
    ) -> None:
        sign()

        assert [export(since=None, hand_over=len) for _ in range(3)] == [1, 1, 1]

    @pytest.mark.parametrize(("since", "count"), [("2026-11-23", 1), ("2026-11-24", 0)])
    def test_leave_again_since_a_day(
        self, sign: Sign, export: ExportMandates, since: str, count: int
    ) -> None:
        sign(step=ChangeStep.APPLIED, exported_at=NOON)

        assert export(since=date.fromisoformat(since), hand_over=len) == count

    def test_leave_in_the_order_of_their_requests(self, sign: Sign, export: ExportMandates) -> None:
        sign(2)
        sign(1, step=ChangeStep.EXPORTED)
        handed: list[LeavingMandate] = []

        export(since=None, hand_over=handed.extend)

        assert [each.reference for each in handed] == [FIRST, RequestReference(2026, 2)]


class TestAnExport:
    def test_marks_changes_of_account_alone(
        self, world: World, sign: Sign, export: ExportMandates
    ) -> None:
        sign(before=PaymentMode.MONTHLY)

        export(since=None, hand_over=len)

        change = world.kept.payment_changes.kept[FIRST]
        assert (change.step, change.exported_at) == (ChangeStep.EXPORTED, NOON)
        assert world.kept.requests.of(FIRST).state is RequestState.EXPORTED

    def test_lets_nobody_take_back_a_mode_whose_account_has_left(
        self, world: World, sign: Sign, export: ExportMandates, surroundings: Surroundings
    ) -> None:
        sign()
        modes = ExportPaymentModes(begin=world.begin, look=world.look, clock=surroundings.clock)

        export(since=None, hand_over=len)

        assert world.kept.payment_changes.kept[FIRST].step is ChangeStep.EXPORTED
        assert world.kept.requests.of(FIRST).state is RequestState.EXPORTED
        assert modes(since=None, hand_over=len) == 1

    def test_marks_nothing_that_could_not_be_written(
        self, world: World, sign: Sign, export: ExportMandates
    ) -> None:
        sign(before=PaymentMode.MONTHLY)

        with pytest.raises(DiskFull):
            export(since=None, hand_over=_full_disk)

        assert world.kept.payment_changes.kept[FIRST].step is ChangeStep.READY
        assert world.kept.audit.entries == []

    def test_leaves_alone_what_somebody_moved_meanwhile(
        self, world: World, sign: Sign, export: ExportMandates
    ) -> None:
        sign(before=PaymentMode.MONTHLY)

        def cancel(_: object) -> None:
            with world.begin() as work:
                work.payment_changes.save(work.payment_changes.of(FIRST).cancel())

        assert export(since=None, hand_over=cancel) == 1
        assert world.kept.payment_changes.kept[FIRST].step is ChangeStep.CANCELLED

    def test_is_written_down_without_any_account(
        self, world: World, sign: Sign, export: ExportMandates
    ) -> None:
        sign()

        export(since=None, hand_over=len, actor=Actor.staff("nuit"))

        [entry] = world.kept.audit.entries
        assert entry.gesture is Gesture.MANDATES_EXPORTED
        assert entry.subject == "1 mandates"

    def test_of_nothing_is_none(self, world: World, export: ExportMandates) -> None:
        assert export(since=None, hand_over=_full_disk) == 0
        assert world.kept.audit.entries == []
