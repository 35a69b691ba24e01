"""The subscribers' portal of a public water service, as a library.

Names are loaded when they are first asked for, so that importing siegvo costs
nothing.  `__init__.pyi` tells type checkers and editors what they are.
"""

__all__ = [
    "AccountId",
    "Actor",
    "Conflict",
    "ContractNumber",
    "DatabaseNotUpgraded",
    "DatabaseUnavailable",
    "DomainError",
    "EmailAddress",
    "Invalid",
    "InvalidSetting",
    "MeterIndex",
    "NotFound",
    "Password",
    "Portal",
    "ReadingRefused",
    "ReadingToConfirm",
    "Refused",
    "RequestReference",
    "SecurityKey",
    "Settings",
    "TooManyAttempts",
    "Unavailable",
    "Utility",
    "contracts_file",
    "explain",
    "load_settings",
    "meters_file",
    "open_portal",
    "readings_file",
    "readings_into",
    "upgrade_database",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 (who only imports siegvo does not need it)

    return getattr(import_module("siegvo.entrypoints.library"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
