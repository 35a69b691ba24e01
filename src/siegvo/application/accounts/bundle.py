"""The use cases about accounts."""

from typing import Self

import attrs

from siegvo.application.accounts.activate import Activate
from siegvo.application.accounts.activate_by_staff import ActivateByStaff
from siegvo.application.accounts.activation_links import CheckActivation
from siegvo.application.accounts.arrive import Arrive
from siegvo.application.accounts.ask_address_change import AskAddressChange
from siegvo.application.accounts.ask_password_reset import AskPasswordReset
from siegvo.application.accounts.cancel_address_change import CancelAddressChange
from siegvo.application.accounts.change_address_by_staff import ChangeAddressByStaff
from siegvo.application.accounts.change_password import ChangePassword
from siegvo.application.accounts.confirm_address_change import ConfirmAddressChange
from siegvo.application.accounts.delete_account import DeleteAccount
from siegvo.application.accounts.delete_by_staff import DeleteByStaff
from siegvo.application.accounts.end_all_sessions import EndAllSessions
from siegvo.application.accounts.end_session import EndSession
from siegvo.application.accounts.end_sessions_by_staff import EndSessionsByStaff
from siegvo.application.accounts.list_accounts import ListAccounts, ShowAccount
from siegvo.application.accounts.list_sessions import ListSessions
from siegvo.application.accounts.open_session import OpenSession
from siegvo.application.accounts.prove import Prove
from siegvo.application.accounts.register import Register
from siegvo.application.accounts.renew_session import RenewSession
from siegvo.application.accounts.resend_activation import ResendActivation
from siegvo.application.accounts.reset_links import CheckReset
from siegvo.application.accounts.reset_password import ResetPassword
from siegvo.application.accounts.sign_in import SignIn
from siegvo.application.accounts.sign_out import SignOut
from siegvo.application.accounts.unlock import Unlock
from siegvo.application.accounts.who_is import WhoIs
from siegvo.application.current_password import CurrentPassword
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Accounts:
    register: Register
    resend_activation: ResendActivation
    check_activation: CheckActivation
    activate: Activate
    activate_by_staff: ActivateByStaff
    sign_in: SignIn
    open_session: OpenSession
    sign_out: SignOut
    who_is: WhoIs
    arrive: Arrive
    renew_session: RenewSession
    prove: Prove
    list_sessions: ListSessions
    end_session: EndSession
    end_all_sessions: EndAllSessions
    ask_password_reset: AskPasswordReset
    check_reset: CheckReset
    reset_password: ResetPassword
    change_password: ChangePassword
    ask_address_change: AskAddressChange
    confirm_address_change: ConfirmAddressChange
    cancel_address_change: CancelAddressChange
    change_address_by_staff: ChangeAddressByStaff
    delete_account: DeleteAccount
    delete_by_staff: DeleteByStaff
    unlock: Unlock
    end_sessions_by_staff: EndSessionsByStaff
    list_accounts: ListAccounts
    show_account: ShowAccount

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        current_password = CurrentPassword.on(outside)
        who_is = WhoIs(begin, outside.glance, clock, outside.session_keys)
        return cls(
            register=Register(
                begin=begin,
                look=look,
                clock=clock,
                new_id=outside.new_id,
                hasher=outside.hasher,
                guesser=outside.guesser,
                keyed_hash=outside.keyed_hash,
            ),
            resend_activation=ResendActivation(begin, clock, outside.keyed_hash),
            check_activation=CheckActivation(look, clock, outside.tokens),
            activate=Activate(
                begin=begin,
                look=look,
                clock=clock,
                new_id=outside.new_id,
                hasher=outside.hasher,
                keyed_hash=outside.keyed_hash,
                tokens=outside.tokens,
            ),
            activate_by_staff=ActivateByStaff(begin, clock, outside.new_id),
            sign_in=SignIn(
                begin=begin,
                look=look,
                clock=clock,
                new_id=outside.new_id,
                hasher=outside.hasher,
                keyed_hash=outside.keyed_hash,
                session_keys=outside.session_keys,
            ),
            open_session=OpenSession(begin, clock, outside.new_id, outside.session_keys),
            sign_out=SignOut(begin, clock, outside.session_keys),
            who_is=who_is,
            arrive=Arrive(outside.glance, outside.session_keys, who_is),
            renew_session=RenewSession(begin, clock, outside.session_keys),
            prove=Prove(
                begin=begin,
                look=look,
                clock=clock,
                hasher=outside.hasher,
                keyed_hash=outside.keyed_hash,
                session_keys=outside.session_keys,
            ),
            list_sessions=ListSessions(look, clock),
            end_session=EndSession(begin, clock),
            end_all_sessions=EndAllSessions(begin, clock),
            ask_password_reset=AskPasswordReset(begin, clock, outside.keyed_hash),
            check_reset=CheckReset(look, outside.tokens),
            reset_password=ResetPassword(
                begin=begin,
                look=look,
                clock=clock,
                hasher=outside.hasher,
                guesser=outside.guesser,
                keyed_hash=outside.keyed_hash,
                tokens=outside.tokens,
            ),
            change_password=ChangePassword(
                begin=begin,
                look=look,
                clock=clock,
                hasher=outside.hasher,
                guesser=outside.guesser,
                session_keys=outside.session_keys,
                current_password=current_password,
            ),
            ask_address_change=AskAddressChange(
                begin=begin,
                look=look,
                clock=clock,
                new_id=outside.new_id,
                keyed_hash=outside.keyed_hash,
                current_password=current_password,
            ),
            confirm_address_change=ConfirmAddressChange(begin, clock, outside.tokens),
            cancel_address_change=CancelAddressChange(begin, clock, outside.new_id, outside.tokens),
            change_address_by_staff=ChangeAddressByStaff(begin, clock, outside.new_id),
            delete_account=DeleteAccount(
                begin=begin,
                clock=clock,
                keyed_hash=outside.keyed_hash,
                current_password=current_password,
            ),
            delete_by_staff=DeleteByStaff(begin, clock, outside.keyed_hash),
            unlock=Unlock(begin, clock, outside.keyed_hash),
            end_sessions_by_staff=EndSessionsByStaff(begin, clock),
            list_accounts=ListAccounts(look),
            show_account=ShowAccount(look),
        )
