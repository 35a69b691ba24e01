"""The link of the letter that activates an account."""

from uuid import UUID

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import NoSuchLink, Purpose, Tokens
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.registration import RegistrationId


@attrs.frozen
class CheckActivation:
    """Tell somebody at once that their link serves no more, before they look for a password."""

    look: Look
    clock: Clock
    tokens: Tokens

    def __call__(self, token: str) -> None:
        """Return if the link would serve now; nothing is changed.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for another one.
            RegistrationNotFound: the link has been used, or its attempt was dropped.
            RegistrationLapsed: the attempt has waited for more than seven days.
        """
        wanted = attempt_behind(token, tokens=self.tokens)
        with self.look() as readers:
            readers.registrations.of(wanted).check_alive(self.clock.now())


def attempt_behind(token: str, *, tokens: Tokens) -> RegistrationId:
    """Return the attempt that `token` names, whether it still waits or not.

    Raises:
        NoSuchLink: not a link of ours.
        LinkExpired: ask for another one.
    """
    try:
        return RegistrationId(UUID(tokens.subject(Purpose.ACTIVATION, token)))
    except ValueError:
        raise NoSuchLink from None
