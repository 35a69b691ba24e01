"""The subscribers' portal of a public water service, as a library.

Names are loaded when they are first asked for, so that importing siegvo costs
nothing.  `__init__.pyi` tells type checkers and editors what they are.
"""

__all__ = [
    "AccountId",
    "Actor",
    "AttestationCode",
    "AttestationStanding",
    "CapClaim",
    "CapWay",
    "Conflict",
    "ContractNumber",
    "DatabaseNotUpgraded",
    "DatabaseUnavailable",
    "DomainError",
    "EmailAddress",
    "HomeUse",
    "Invalid",
    "InvalidSetting",
    "InvoiceGroup",
    "InvoiceNumber",
    "Leak",
    "LeakPlace",
    "MessageText",
    "MeterIndex",
    "Money",
    "NoHomeUse",
    "NotFound",
    "NotPayableOnline",
    "Occupancy",
    "OtherMatter",
    "Password",
    "PaymentMode",
    "PaymentState",
    "Persons",
    "Portal",
    "PostalAddress",
    "ReadingRefused",
    "ReadingToConfirm",
    "Refused",
    "RequestKind",
    "RequestReference",
    "RequestState",
    "SecurityKey",
    "SentFile",
    "Settings",
    "Subscription",
    "Telephone",
    "Termination",
    "TooManyAttempts",
    "Unavailable",
    "Utility",
    "collections_file",
    "contracts_file",
    "direct_debits_into",
    "e_invoices_into",
    "explain",
    "invoice_lines_file",
    "invoices_file",
    "load_settings",
    "mandates_into",
    "meters_file",
    "open_portal",
    "payment_modes_into",
    "pdfs_in",
    "readings_file",
    "readings_into",
    "requests_into",
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
