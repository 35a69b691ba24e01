"""What may be wrong with a setting."""

from enum import StrEnum

import attrs


class Fault(StrEnum):
    """What is wrong with a setting; the words for staff are the command line's."""

    UNKNOWN = "no such setting"
    NOT_TEXT = "not a text"
    NOT_A_DATABASE = "neither sqlite:///... nor postgresql+psycopg://..."
    TOO_SHORT = "a secret of fewer than 32 characters"
    NOT_A_PUBLIC_URL = "not https://host, without a path"
    NOT_SECURE = "http is for a loopback host only"
    NOT_AN_ADDRESS = "not a list of internet addresses"
    NOT_AN_SMTP_URL = "not smtp://, smtps:// or smtp+starttls://[user:password@]host:port"
    NOT_A_MAILBOX = "not an e-mail address"
    NOT_A_SERVICE = "not an https:// or http:// address"
    NOT_A_PAYFIP_CLIENT = "not six digits"
    NOT_A_PAYFIP_MODE = "neither T, X nor W"


@attrs.frozen
class InvalidSetting(ValueError):
    """It carries what is wrong, never the value, which may be a secret."""

    fault: Fault

    def __str__(self) -> str:
        return str(self.fault)
