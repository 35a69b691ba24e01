"""Saying who one is, and being told no."""

import attrs

from siegvo.domain.errors import Refused
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class WrongCredentials(Refused):
    """No such account, or not its password: one answer for both, so that nobody learns which."""


@attrs.frozen
class WrongPassword(Refused):
    """Not the password of the account that is signed in."""


@attrs.frozen
class NotActivatedYet(Refused):
    """The password of an attempt whose mailbox has not answered.

    It does not say that the address has no account: an attempt is kept either way.
    """

    email: EmailAddress


@attrs.frozen
class WrongPasswordForRegistration(Refused):
    """The link is right, but the attempt it was made for has another password."""
