"""What an examination of the installation may find."""

from enum import StrEnum
from typing import Final

import attrs

from siegvo.entrypoints.setting_faults import Fault


class Verdict(StrEnum):
    GOOD = "good"
    WARNING = "warning"
    WRONG = "wrong"


class Fact(StrEnum):
    """What was found; the sentences are the command line's."""

    SETTINGS_READ = "settings_read"
    SETTING_REFUSED = "setting_refused"
    SETTINGS_FILE_UNREADABLE = "settings_file_unreadable"
    VARIABLE_UNKNOWN = "variable_unknown"
    NOT_PUBLIC = "not_public"
    FOLDER_WRITABLE = "folder_writable"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    SECRETS_KEPT = "secrets_kept"
    SECRETS_EXPOSED = "secrets_exposed"
    PASSWORDS_LOST = "passwords_lost"
    SECURITY_KEYS_LOST = "security_keys_lost"
    BANK_DETAILS_LOST = "bank_details_lost"
    DATABASE_READY = "database_ready"
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_NOT_UPGRADED = "database_not_upgraded"
    DATABASE_TOO_NEW = "database_too_new"
    DATABASE_DURABLE = "database_durable"
    DATABASE_NOT_DURABLE = "database_not_durable"
    NO_SAFE_LOG = "no_safe_log"
    SQLITE_UNSAFE = "sqlite_unsafe"
    EXTRA_MISSING = "extra_missing"
    NO_PAPERS = "no_papers"
    NO_PDF_READER = "no_pdf_reader"
    MAIL_SERVER_ANSWERS = "mail_server_answers"
    MAIL_SERVER_SILENT = "mail_server_silent"
    NO_MAIL_SERVER = "no_mail_server"
    MAIL_WAITS = "mail_waits"
    MAIL_GIVEN_UP = "mail_given_up"
    MAIL_LEAVES = "mail_leaves"
    PAYFIP_INCOMPLETE = "payfip_incomplete"
    PAYFIP_SIMULATED = "payfip_simulated"
    PAYFIP_IN_TEST = "payfip_in_test"
    PAYFIP_ANSWERS = "payfip_answers"
    PAYFIP_REFUSES = "payfip_refuses"
    PAYFIP_SILENT = "payfip_silent"
    SIREN_WRONG = "siren_wrong"
    VAT_NUMBER_WRONG = "vat_number_wrong"
    NO_CREDITOR_ID = "no_creditor_id"
    CREDITOR_ID_WRONG = "creditor_id_wrong"
    CREDITOR_KNOWN = "creditor_known"
    CHANGE_DELAY_SHORT = "change_delay_short"
    SEALS_OLD = "seals_old"


_WARNINGS: Final = frozenset(
    {
        Fact.VARIABLE_UNKNOWN,
        Fact.NOT_PUBLIC,
        Fact.NO_PAPERS,
        Fact.NO_PDF_READER,
        Fact.NO_MAIL_SERVER,
        Fact.MAIL_WAITS,
        Fact.MAIL_GIVEN_UP,
        Fact.PAYFIP_IN_TEST,
        Fact.SIREN_WRONG,
        Fact.VAT_NUMBER_WRONG,
        Fact.NO_CREDITOR_ID,
        Fact.CHANGE_DELAY_SHORT,
        Fact.SEALS_OLD,
    }
)
_GOOD: Final = frozenset(
    {
        Fact.SETTINGS_READ,
        Fact.FOLDER_WRITABLE,
        Fact.SECRETS_KEPT,
        Fact.DATABASE_READY,
        Fact.DATABASE_DURABLE,
        Fact.MAIL_SERVER_ANSWERS,
        Fact.MAIL_LEAVES,
        Fact.PAYFIP_ANSWERS,
        Fact.CREDITOR_KNOWN,
    }
)


@attrs.frozen
class Finding:
    """A fact, and what it is about: a folder, a variable, a setting.  Never a secret."""

    fact: Fact
    about: str = ""
    fault: Fault | None = None

    @property
    def verdict(self) -> Verdict:
        if self.fact in _GOOD:
            return Verdict.GOOD
        return Verdict.WARNING if self.fact in _WARNINGS else Verdict.WRONG
