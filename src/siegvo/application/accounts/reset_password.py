"""Somebody opens the link that lets them choose another password."""

import attrs

from siegvo.application.accounts.new_password import accepted_hash
from siegvo.application.accounts.reset_links import account_behind
from siegvo.application.accounts.throttles import of_owner
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.application.ports.tokens import LinkUsed, Purpose, Tokens
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import PasswordChanged
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class ResetPassword:
    """Give an account another password: its mailbox vouches for whoever holds the link.

    Nobody is signed in by it; whoever was, no longer is.
    """

    begin: Begin
    look: Look
    clock: Clock
    hasher: Hasher
    guesser: Guesser
    keyed_hash: KeyedHash
    tokens: Tokens

    def __call__(self, *, token: str, password: Password, origin: str = "") -> None:
        """Change the password, end every session, and let the owner sign in at once.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for another one.
            LinkUsed: it has been used, or the account has changed since it was sent, or is gone.
            PasswordTooShort, PasswordTooSimple, PasswordTooCommon: choose another one.
            HasherBusy: try again in a moment.
        """
        with self.look() as readers:
            account = account_behind(token, tokens=self.tokens, accounts=readers.accounts)
            words = (*account.email.words, *readers.account_lists.words_of(account.id))
        password_hash = accepted_hash(
            password, words=words, guesser=self.guesser, hasher=self.hasher
        )
        now = self.clock.now()
        with self.begin() as work:
            account = account_behind(token, tokens=self.tokens, accounts=work.accounts)
            try:
                work.accounts.save(account.with_hash(password_hash))
            except AccountChangedMeanwhile:  # somebody used the same link a moment before
                raise LinkUsed(Purpose.PASSWORD_RESET) from None
            work.sessions.end_all(account.id)
            work.devices.forget_all(account.id)
            of_owner(self.keyed_hash, account, origin=origin).wipe(work.attempts)
            work.record(PasswordChanged(at=now, account=str(account.id), by_link=True))
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account.id),
                    gesture=Gesture.PASSWORD_RESET,
                    subject=str(account.id),
                    origin=origin,
                )
            )
