"""Whoever changes what is debited proves who they are, a moment before."""

from datetime import datetime

import attrs

from siegvo.application.current_password import CurrentPassword
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.errors import Refused
from siegvo.domain.policy import PROOF_LASTS


@attrs.frozen
class ProofMissing(Refused):
    """The password was not given, or too long ago."""


@attrs.frozen(kw_only=True)
class Proof:
    """The password itself, or the moment it was given to the session, ten minutes ago at most."""

    look: Look
    clock: Clock
    current_password: CurrentPassword

    def check(
        self,
        account: AccountId,
        *,
        password: Password | None,
        proved_at: datetime | None,
        origin: str,
    ) -> Account:
        """Return the account as it stood when it was proved.

        Raises:
            ProofMissing: it was not, or too long ago.
            WrongPassword: not its password.
            TooManyAttempts: too many wrong ones.
            AccountNotFound: it is gone.
            HasherBusy: try again in a moment.
        """
        if password is not None:
            return self.current_password.check(account, password, origin=origin)
        now = self.clock.now()
        if proved_at is None or not now - PROOF_LASTS <= proved_at <= now:
            raise ProofMissing
        with self.look() as readers:
            return readers.accounts.of(account)
