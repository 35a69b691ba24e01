"""What `import siegvo` offers to other Python services."""

from siegvo.adapters.french.explain import explain
from siegvo.application.portal import Portal
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseUnavailable,
    Unavailable,
)
from siegvo.application.ports.utility import Utility
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import Conflict, DomainError, Invalid, NotFound, Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.submission import ReadingRefused
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.bootstrap import open_portal, upgrade_database
from siegvo.entrypoints.library_files import (
    contracts_file,
    meters_file,
    readings_file,
    readings_into,
)
from siegvo.entrypoints.setting_faults import InvalidSetting
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import load_settings

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
