"""What is wrong with an installation, or may become so."""

import os
from collections.abc import Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from tempfile import TemporaryFile
from typing import Final

import attrs

from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseTooNew,
    DatabaseUnsafe,
    MailServerUnavailable,
    Unavailable,
)
from siegvo.entrypoints.bootstrap import greet_mail_server, open_portal, wall_clock
from siegvo.entrypoints.data_folder import DataFolderUnusable, make_data_folder
from siegvo.entrypoints.database import broken_promises, unsafe_sqlite
from siegvo.entrypoints.extras import ExtraNotInstalled
from siegvo.entrypoints.secret_file import SecretsExposed, check_kept_secret
from siegvo.entrypoints.setting_values import Fault
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import (
    SettingsFileUnreadable,
    SettingsRefused,
    load_settings,
    unknown_variables,
)

_WORKER_IS_LATE: Final = timedelta(minutes=15)


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
    DATABASE_READY = "database_ready"
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_NOT_UPGRADED = "database_not_upgraded"
    DATABASE_TOO_NEW = "database_too_new"
    DATABASE_DURABLE = "database_durable"
    DATABASE_NOT_DURABLE = "database_not_durable"
    NO_SAFE_LOG = "no_safe_log"
    SQLITE_UNSAFE = "sqlite_unsafe"
    EXTRA_MISSING = "extra_missing"
    MAIL_SERVER_ANSWERS = "mail_server_answers"
    MAIL_SERVER_SILENT = "mail_server_silent"
    NO_MAIL_SERVER = "no_mail_server"
    MAIL_WAITS = "mail_waits"
    MAIL_GIVEN_UP = "mail_given_up"
    MAIL_LEAVES = "mail_leaves"


_WARNINGS: Final = frozenset(
    {
        Fact.VARIABLE_UNKNOWN,
        Fact.NOT_PUBLIC,
        Fact.NO_MAIL_SERVER,
        Fact.MAIL_WAITS,
        Fact.MAIL_GIVEN_UP,
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


def examine(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Look at everything the portal depends on, from its settings to its mail server."""
    for name in unknown_variables(environment):
        yield Finding(Fact.VARIABLE_UNKNOWN, name)
    try:
        settings = load_settings()
    except SettingsRefused as error:
        for problem in error.problems:
            yield Finding(Fact.SETTING_REFUSED, problem.name, problem.fault)
        return
    except SettingsFileUnreadable as error:
        yield Finding(Fact.SETTINGS_FILE_UNREADABLE, error.path)
        return
    yield Finding(Fact.SETTINGS_READ)
    if not settings.public_url.is_secure:
        yield Finding(Fact.NOT_PUBLIC, str(settings.public_url))
    yield _folder(settings)
    yield _secrets(settings)
    yield from _database(settings)
    yield _mail_server(settings)


def _folder(settings: Settings) -> Finding:
    folder = settings.data_dir
    try:
        make_data_folder(folder)
        with TemporaryFile(dir=folder):
            return Finding(Fact.FOLDER_WRITABLE, os.fspath(folder))
    except (DataFolderUnusable, OSError):
        return Finding(Fact.FOLDER_NOT_WRITABLE, os.fspath(folder))


def _secrets(settings: Settings) -> Finding:
    try:
        check_kept_secret(settings.data_dir)
    except SecretsExposed as error:
        return Finding(Fact.SECRETS_EXPOSED, error.path)
    return Finding(Fact.SECRETS_KEPT)


def _database(settings: Settings) -> Iterator[Finding]:
    if version := unsafe_sqlite(settings):
        yield Finding(Fact.SQLITE_UNSAFE, version)
    try:
        promises = broken_promises(settings)
        yield from (Finding(Fact.DATABASE_NOT_DURABLE, promise) for promise in promises)
        if not promises:
            yield Finding(Fact.DATABASE_DURABLE)
        with open_portal(settings) as portal:
            yield Finding(Fact.DATABASE_READY)
            counts = portal.operations.show_counts()
            oldest = portal.notifications.list_mail(most=1)
    except ExtraNotInstalled as error:
        yield Finding(Fact.EXTRA_MISSING, str(error))
    except Unavailable as error:
        yield Finding(_ABSENCES.get(type(error), Fact.DATABASE_UNREACHABLE))
    else:
        if counts.letters_given_up:
            yield Finding(Fact.MAIL_GIVEN_UP, str(counts.letters_given_up))
        late = any(wall_clock().now() - event.at > _WORKER_IS_LATE for event in oldest)
        if late and counts.letters_waiting:
            yield Finding(Fact.MAIL_WAITS, str(counts.letters_waiting))
        elif not counts.letters_given_up:
            yield Finding(Fact.MAIL_LEAVES)


_ABSENCES: Final[Mapping[type[Unavailable], Fact]] = {
    DatabaseNotUpgraded: Fact.DATABASE_NOT_UPGRADED,
    DatabaseTooNew: Fact.DATABASE_TOO_NEW,
    DatabaseUnsafe: Fact.NO_SAFE_LOG,
}


def _mail_server(settings: Settings) -> Finding:
    if settings.smtp_url is None:
        return Finding(Fact.NO_MAIL_SERVER)
    where = f"{settings.smtp_url.host}:{settings.smtp_url.port}"
    try:
        greet_mail_server(settings.smtp_url)
    except ExtraNotInstalled as error:
        return Finding(Fact.EXTRA_MISSING, str(error))
    except MailServerUnavailable as error:
        return Finding(Fact.MAIL_SERVER_SILENT, f"{where} ({error})")
    return Finding(Fact.MAIL_SERVER_ANSWERS, where)
