"""The use cases about how contracts are paid."""

from typing import Self

import attrs

from siegvo.application.current_password import CurrentPassword
from siegvo.application.payments.cancel_change import (
    CancelByLink,
    CancelChange,
    ShowCancellation,
)
from siegvo.application.payments.change_bank_details import ChangeBankDetails
from siegvo.application.payments.change_desk import ChangeDesk
from siegvo.application.payments.change_payment_mode import ChangePaymentMode
from siegvo.application.payments.confirm_change import ConfirmChange, ShowConfirmation
from siegvo.application.payments.decide_changes import (
    CloseChange,
    LetThrough,
    RefuseChange,
)
from siegvo.application.payments.foresee_change import ForeseeChange
from siegvo.application.payments.lapse_mandates import LapseMandates
from siegvo.application.payments.look_at_changes import ListSuspected, ShowChange, SortChanges
from siegvo.application.payments.open_mandate import OpenMandate
from siegvo.application.payments.plan_months import PlanMonths
from siegvo.application.payments.proof import Proof
from siegvo.application.payments.reseal_mandates import ResealMandates
from siegvo.application.payments.revoke_mandate import RevokeMandate
from siegvo.application.payments.run_due_changes import RunDueChanges
from siegvo.application.payments.show_arrangement import ShowArrangement
from siegvo.application.payments.typed_account import CarryAccount, TakeUpAccount
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Payments:
    show_arrangement: ShowArrangement
    plan_months: PlanMonths
    open_mandate: OpenMandate
    carry_account: CarryAccount
    take_up_account: TakeUpAccount
    foresee_change: ForeseeChange
    change_payment_mode: ChangePaymentMode
    change_bank_details: ChangeBankDetails
    revoke_mandate: RevokeMandate
    show_confirmation: ShowConfirmation
    confirm_change: ConfirmChange
    show_cancellation: ShowCancellation
    cancel_by_link: CancelByLink
    cancel_change: CancelChange
    run_due_changes: RunDueChanges
    lapse_mandates: LapseMandates
    reseal_mandates: ResealMandates
    list_suspected: ListSuspected
    sort_changes: SortChanges
    show_change: ShowChange
    let_through: LetThrough
    refuse_change: RefuseChange
    close_change: CloseChange

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        vault, tokens, utility = outside.vault, outside.tokens, outside.utility
        plan_months = PlanMonths(look, clock, utility.monthly_plan)
        desk = _desk(outside)
        return cls(
            show_arrangement=ShowArrangement(
                look=look, clock=clock, vault=vault, rules=utility.monthly_plan
            ),
            plan_months=plan_months,
            open_mandate=OpenMandate(
                look=look, clock=clock, vault=vault, papers=outside.papers, utility=utility
            ),
            carry_account=CarryAccount(clock=clock, vault=vault, banks=outside.banks),
            take_up_account=TakeUpAccount(clock=clock, vault=vault, banks=outside.banks),
            foresee_change=ForeseeChange(clock=clock, delay=utility.payment_change_delay),
            change_payment_mode=ChangePaymentMode(desk=desk, plan_months=plan_months),
            change_bank_details=ChangeBankDetails(desk=desk),
            revoke_mandate=RevokeMandate(
                begin=begin, look=look, clock=clock, vault=vault, proof=desk.proof
            ),
            show_confirmation=ShowConfirmation(look=look, tokens=tokens, vault=vault),
            confirm_change=ConfirmChange(
                begin=begin,
                clock=clock,
                tokens=tokens,
                vault=vault,
                delay=utility.payment_change_delay,
            ),
            show_cancellation=ShowCancellation(look=look, tokens=tokens, vault=vault),
            cancel_by_link=CancelByLink(begin=begin, clock=clock, tokens=tokens, vault=vault),
            cancel_change=CancelChange(begin=begin, clock=clock, vault=vault),
            run_due_changes=RunDueChanges(begin=begin, look=look, clock=clock, vault=vault),
            lapse_mandates=LapseMandates(begin=begin, look=look, clock=clock),
            reseal_mandates=ResealMandates(begin=begin, look=look, vault=vault),
            list_suspected=ListSuspected(look=look, vault=vault),
            sort_changes=SortChanges(look),
            show_change=ShowChange(look=look, vault=vault),
            let_through=LetThrough(begin=begin, clock=clock, vault=vault),
            refuse_change=RefuseChange(begin=begin, clock=clock, vault=vault),
            close_change=CloseChange(begin=begin, clock=clock, vault=vault),
        )


def _desk(outside: Outside) -> ChangeDesk:
    begin, look, clock = outside.begin, outside.look, outside.clock
    current_password = CurrentPassword.on(outside)
    return ChangeDesk(
        begin=begin,
        look=look,
        clock=clock,
        new_id=outside.new_id,
        keyed_hash=outside.keyed_hash,
        vault=outside.vault,
        banks=outside.banks,
        proof=Proof(look=look, clock=clock, current_password=current_password),
    )
