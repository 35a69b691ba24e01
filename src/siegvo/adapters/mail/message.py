"""A letter as mail servers carry it (RFC 5322): text and HTML, quoted-printable."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import attrs

from siegvo.adapters.mail.rendering import Written
from siegvo.application.ports.mailer import Letter
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class Sender:
    """Who letters come from, and where the answers go."""

    name: str
    address: EmailAddress
    replies_to: EmailAddress

    @property
    def domain(self) -> str:
        return self.address.text.rpartition("@")[2]


def message_of(letter: Letter, written: Written, *, sender: Sender, at: datetime) -> EmailMessage:
    """Return the message; a line break in a header is refused by the `email` package itself.

    Raises:
        ValueError: a header would not hold on a line of its own.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(sender.name, addr_spec=sender.address.text)
    message["Reply-To"] = (
        Address(addr_spec=letter.replies_to.text)
        if letter.replies_to
        else Address(sender.name, addr_spec=sender.replies_to.text)
    )
    message["To"] = Address(addr_spec=letter.to.text)
    message["Subject"] = written.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.message_id}@{sender.domain}>"
    message["Content-Language"] = "fr"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(written.text, cte="quoted-printable")
    message.add_alternative(written.html, subtype="html", cte="quoted-printable")
    return message
