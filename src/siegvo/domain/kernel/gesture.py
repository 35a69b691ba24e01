"""What may be contested one day, by name: the closed vocabulary of the audit trail."""

from enum import StrEnum, unique


@unique
class Gesture(StrEnum):
    """Something an account, a clerk or a stranger did.  A name is never reused or reworded."""

    REGISTERED = "account.registered"
    ACTIVATED = "account.activated"
    ACTIVATION_FAILED = "account.activation_failed"
    SIGNED_IN = "account.signed_in"
    SIGN_IN_FAILED = "account.sign_in_failed"
    SIGNED_OUT = "account.signed_out"
    CONTRACT_LINKED = "contract.linked"
    LINK_FAILED = "contract.link_failed"
    READING_SENT = "reading.sent"
    READING_ACCEPTED = "reading.accepted"
    READING_REFUSED = "reading.refused"
    READINGS_EXPORTED = "reading.exported"
    FILE_IMPORTED = "file.imported"
