"""A letter that only shows whether letters leave."""

import attrs

from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.mailer import Letter, Mailer
from siegvo.application.ports.unavailable import MailServerUnavailable
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class SendTest:
    """Send it at once, past the outbox: whoever asks wants to see what the server says."""

    clock: Clock
    new_id: NewId
    mailer: Mailer | None

    def __call__(self, to: EmailAddress) -> None:
        """Send a letter to `to`.

        Raises:
            MailServerUnavailable: it does not answer, or there is none.
            MailRefused: it refuses the letter, or the mailbox.
        """
        if self.mailer is None:
            raise MailServerUnavailable
        now = self.clock.now()
        letter = Letter(
            to=to,
            template=LetterKind.TEST,
            facts={"at": now},
            message_id=f"{now:%Y%m%dT%H%M%S%f}.{self.new_id()}",
        )
        self.mailer.send(letter)
