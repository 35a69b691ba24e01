"""The mail server, as the settings name it."""

import ssl
from enum import StrEnum

import attrs


class Security(StrEnum):
    """How the conversation is protected; the values are the schemes of `SIEGVO_SMTP_URL`."""

    NONE = "smtp"
    TLS = "smtps"
    STARTTLS = "smtp+starttls"


@attrs.frozen(kw_only=True)
class MailServer:
    """Where it is, who we are to it, which certificates we trust (by default, the system's).

    It has `answers_within` seconds for each answer, and twice that to be ready for a letter.
    """

    security: Security
    host: str
    port: int
    user: str = ""
    password: str = attrs.field(default="", repr=False)
    trust: ssl.SSLContext = attrs.field(factory=ssl.create_default_context, repr=False, eq=False)
    answers_within: float = 30.0
