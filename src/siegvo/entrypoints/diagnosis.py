"""What is wrong with an installation, or may become so."""

import os
from collections.abc import Iterator, Mapping
from datetime import timedelta
from tempfile import TemporaryFile
from typing import Final

from siegvo.adapters.security.keys import Use
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseTooNew,
    DatabaseUnsafe,
    MailServerUnavailable,
    Unavailable,
)
from siegvo.entrypoints.bootstrap import (
    greet_mail_server,
    lost_keys,
    old_seals,
    open_portal,
    wall_clock,
)
from siegvo.entrypoints.data_folder import DataFolderUnusable, make_data_folder
from siegvo.entrypoints.database import broken_promises, unsafe_sqlite
from siegvo.entrypoints.diagnosis_of_extras import examine_extras
from siegvo.entrypoints.diagnosis_of_payments import examine_payments
from siegvo.entrypoints.diagnosis_of_utility import examine_utility
from siegvo.entrypoints.extras import ExtraNotInstalled
from siegvo.entrypoints.findings import Fact, Finding, Verdict
from siegvo.entrypoints.secret_file import SecretsExposed, check_kept_secret
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import (
    SettingsFileUnreadable,
    SettingsRefused,
    load_settings,
    unknown_variables,
)

_WORKER_IS_LATE: Final = timedelta(minutes=15)


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
    yield from examine_extras()
    yield _mail_server(settings)
    yield from examine_payments(settings)
    yield from examine_utility(settings.utility)
    folder = _folder(settings)
    yield folder
    if folder.verdict is Verdict.GOOD:
        yield _secrets(settings)
        yield from _database(settings)


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
        yield from (Finding(_LOSSES[use]) for use in sorted(lost_keys(settings)))
        if old := old_seals(settings):
            yield Finding(Fact.SEALS_OLD, str(old))
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


_LOSSES: Final[Mapping[str, Fact]] = {
    Use.PASSWORDS: Fact.PASSWORDS_LOST,
    Use.KEYED_HASHES: Fact.SECURITY_KEYS_LOST,
    Use.BANK_DETAILS: Fact.BANK_DETAILS_LOST,
}
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
