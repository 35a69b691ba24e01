"""The use cases about accounts."""

from typing import Self

import attrs

from siegvo.application.accounts.activate import Activate
from siegvo.application.accounts.activate_by_staff import ActivateByStaff
from siegvo.application.accounts.open_session import OpenSession
from siegvo.application.accounts.register import Register
from siegvo.application.accounts.resend_activation import ResendActivation
from siegvo.application.accounts.sign_in import SignIn
from siegvo.application.accounts.sign_out import SignOut
from siegvo.application.accounts.who_is import WhoIs
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Accounts:
    register: Register
    resend_activation: ResendActivation
    activate: Activate
    activate_by_staff: ActivateByStaff
    sign_in: SignIn
    open_session: OpenSession
    sign_out: SignOut
    who_is: WhoIs

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
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
                hasher=outside.hasher,
                keyed_hash=outside.keyed_hash,
                session_keys=outside.session_keys,
            ),
            open_session=OpenSession(begin, clock, outside.session_keys),
            sign_out=SignOut(begin, clock, outside.session_keys),
            who_is=WhoIs(begin, look, clock, outside.session_keys),
        )
