"""Letters leave."""

from typing import Protocol

import attrs

from siegvo.domain.kernel.email_address import EmailAddress


class MailRefused(Exception):
    """The mail server refuses this letter for good: sending it again is no use."""


@attrs.frozen(kw_only=True)
class Letter:
    """What to tell one mailbox: a kind of letter, and the facts to put in it.

    It holds no sentence: `template` names the French text, `facts` are domain values.
    Answers go to `replies_to`, or to the service.
    """

    to: EmailAddress
    template: str
    facts: dict[str, object] = attrs.field(repr=False)
    message_id: str
    replies_to: EmailAddress | None = None


class Mailer(Protocol):
    def send(self, letter: Letter) -> None:
        """Hand it to the mail server.

        What it raises is kept for staff to read: no address in it, and nothing of the letter.

        Raises:
            MailServerUnavailable: it may work later.
            MailRefused: it never will.
        """
