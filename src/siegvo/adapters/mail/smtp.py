"""Letters leave through a mail server."""

import attrs

from siegvo.adapters.mail.conversation import hand_over
from siegvo.adapters.mail.message import Sender, message_of
from siegvo.adapters.mail.rendering import Writer
from siegvo.adapters.mail.server import MailServer
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.mailer import Letter


@attrs.frozen(kw_only=True)
class SmtpMailer:
    """`Mailer`, over SMTP: a conversation for each letter, encrypted as the settings say."""

    server: MailServer
    sender: Sender
    writer: Writer
    clock: Clock

    def send(self, letter: Letter) -> None:
        written = self.writer.write(letter)
        message = message_of(letter, written, sender=self.sender, at=self.clock.now())
        hand_over(
            message.as_bytes(),
            sender=self.sender.address.text,
            to=letter.to.text,
            server=self.server,
        )
