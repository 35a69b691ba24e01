"""What is written about an account that moves to another mailbox."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Self

import attrs

from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.tokens import Purpose
from siegvo.application.ports.work import Readers
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId
from siegvo.domain.policy import ADDRESS_CHANGE_LASTS, CANCELLATION_LASTS

Sign = Callable[[Purpose, str, tuple[str, ...], timedelta], Mapping[str, object]]
"""Make the link of a letter, and say until when it serves."""

_TO_OLD = frozenset(
    {
        LetterKind.ADDRESS_CHANGE_ASKED,
        LetterKind.ADDRESS_LEFT,
        LetterKind.ADDRESS_LEFT_BY_STAFF,
    }
)
_SAYS_WHEN_IT_WAS_DONE = frozenset(
    {
        LetterKind.ADDRESS_CHANGED,
        LetterKind.ADDRESS_LEFT,
        LetterKind.ADDRESS_LEFT_BY_STAFF,
    }
)
_CANCELS = frozenset({LetterKind.ADDRESS_CHANGE_ASKED, LetterKind.ADDRESS_LEFT})


@attrs.frozen(kw_only=True)
class Move:
    """A change of address, its account, and whether the new mailbox has another one."""

    change: AddressChange
    account: Account
    is_taken: bool

    @classmethod
    def of(cls, change: AddressChangeId, readers: Readers) -> Self:
        """Look it up.

        Raises:
            AddressChangeNotFound: it was undone, or replaced by another.
        """
        found = readers.address_changes.of(change)
        holder = readers.accounts.with_email(found.new)
        return cls(
            change=found,
            account=readers.accounts.of(found.account),
            is_taken=holder is not None and holder.id != found.account,
        )

    def letter(self, kind: LetterKind, sign: Sign, *, message_id: str) -> Letter | None:
        """Write it; nothing if it asks to confirm what has been confirmed."""
        if kind is LetterKind.ADDRESS_TO_CONFIRM and self.change.is_confirmed:
            return None
        if kind is LetterKind.ADDRESS_TO_CONFIRM and self.is_taken:
            kind = LetterKind.ADDRESS_IN_USE
        return Letter(
            to=self.change.old if kind in _TO_OLD else self.change.new,
            template=kind,
            facts={"at": self._at(kind), **self._facts(kind, sign)},
            message_id=message_id,
        )

    def _at(self, kind: LetterKind) -> datetime:
        asked, confirmed = self.change.asked_at, self.change.confirmed_at
        return confirmed if confirmed and kind in _SAYS_WHEN_IT_WAS_DONE else asked

    def _facts(self, kind: LetterKind, sign: Sign) -> Mapping[str, object]:
        change, subject = self.change, str(self.change.id)
        if kind is LetterKind.ADDRESS_TO_CONFIRM:
            state = change.confirmation_state(self.account)
            return sign(Purpose.ADDRESS_CHANGE, subject, state, ADDRESS_CHANGE_LASTS)
        if kind in _CANCELS:
            purpose, state = Purpose.ADDRESS_CHANGE_CANCELLATION, change.cancellation_state
            return {"new": change.new, **sign(purpose, subject, state, CANCELLATION_LASTS)}
        return {"new": change.new} if kind in _TO_OLD else {}
