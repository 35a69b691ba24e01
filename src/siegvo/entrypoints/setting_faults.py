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
    NOT_A_TABLE = "not a table"
    NOT_A_COUNT = "not a whole number, or too small"
    NOT_A_DELAY = "not a whole number of hours, from 0 to 720"
    NOT_AN_AMOUNT = "not an amount in euros, or too small"
    NOT_DEBIT_DAYS = "not a list of days from 1 to 28"
    NOT_CYCLES = "not a list of cycles of months from 1 to 12, one after the other"
    NOT_A_BASE = "neither last_year nor last_two_invoices"
    NOT_ODD_CENTS = "neither first nor last"
    NOT_LATECOMER = "neither their_part nor everything"
    NOT_A_FIRST_SEQUENCE = "neither FRST nor RCUR"
    NOT_A_SEPA_VERSION = "neither pain.008.001.02 nor pain.008.001.08"
    NOT_A_CREDITOR_ID = "not a SEPA creditor identifier"
    NOT_AN_IBAN = "not an IBAN"
    NOT_A_BIC = "not a BIC"


@attrs.frozen
class InvalidSetting(ValueError):
    """It carries what is wrong, never the value, which may be a secret.

    `within` names the part of the setting that is wrong, such as `monthly_plan.days`.
    """

    fault: Fault
    within: str = ""

    def __str__(self) -> str:
        return str(self.fault)
