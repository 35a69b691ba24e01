"""An attempt at opening an account, waiting for its mailbox to answer."""

from datetime import datetime, timedelta
from typing import NewType
from uuid import UUID

import attrs

from siegvo.domain.errors import Refused
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.policy import REGISTRATION_KEPT

RegistrationId = NewType("RegistrationId", UUID)


@attrs.frozen
class RegistrationLapsed(Refused):
    """It waited too long for its mailbox to answer."""

    email: EmailAddress


@attrs.frozen(kw_only=True)
class Registration:
    """One attempt, with the password typed that day.

    Each attempt stands alone: whoever asks again with the same address does not
    replace the password of the first, so the link opens the attempt it was made for.
    """

    id: RegistrationId
    email: EmailAddress
    password_hash: str = attrs.field(repr=False)
    registered_at: datetime

    def is_alive(self, now: datetime, *, within: timedelta = REGISTRATION_KEPT) -> bool:
        """Say whether it is no older than seven days."""
        return now - self.registered_at <= within

    def check_alive(self, now: datetime, *, within: timedelta = REGISTRATION_KEPT) -> None:
        """Refuse once it is older than seven days."""
        if not self.is_alive(now, within=within):
            raise RegistrationLapsed(self.email)
