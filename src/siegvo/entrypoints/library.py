"""What `import siegvo` offers to other Python services."""

from siegvo.adapters.french.explain import explain
from siegvo.application.portal import Portal
from siegvo.application.ports.attachments import SentFile
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseUnavailable,
    Unavailable,
)
from siegvo.application.ports.utility import Utility
from siegvo.application.readers.invoices import InvoiceGroup
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payable import NotPayableOnline
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.contracts.attestation import AttestationStanding
from siegvo.domain.contracts.attestation_code import AttestationCode
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import Conflict, DomainError, Invalid, NotFound, Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.home import HomeUse, NoHomeUse, Persons
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.submission import ReadingRefused
from siegvo.domain.requests.cap_claim import CapClaim, CapWay
from siegvo.domain.requests.content import (
    Leak,
    LeakPlace,
    Occupancy,
    OtherMatter,
    Subscription,
    Termination,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.domain.requests.telephone import Telephone
from siegvo.entrypoints.bootstrap import open_portal, upgrade_database
from siegvo.entrypoints.library_files import (
    collections_file,
    contracts_file,
    direct_debits_into,
    e_invoices_into,
    invoice_lines_file,
    invoices_file,
    mandates_into,
    meters_file,
    payment_modes_into,
    pdfs_in,
    readings_file,
    readings_into,
    requests_into,
)
from siegvo.entrypoints.setting_faults import InvalidSetting
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import load_settings

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
