"""What may be contested one day, by name: the closed vocabulary of the audit trail."""

from enum import StrEnum, unique


@unique
class Gesture(StrEnum):
    """Something an account, a clerk or a stranger did.  A name is never reused or reworded."""

    REGISTERED = "account.registered"
    ACTIVATED = "account.activated"
    ACTIVATION_ASKED_AGAIN = "account.activation_asked_again"
    ACTIVATION_FAILED = "account.activation_failed"
    SIGNED_IN = "account.signed_in"
    SIGN_IN_FAILED = "account.sign_in_failed"
    SIGNED_OUT = "account.signed_out"
    PROVED = "account.proved"
    PROOF_FAILED = "account.proof_failed"
    SESSION_ENDED = "session.ended"
    SESSIONS_ENDED = "session.all_ended"
    SESSION_STOLEN = "session.stolen"
    PASSWORD_RESET_ASKED = "account.password_reset_asked"  # noqa: S105 (a name)
    PASSWORD_RESET = "account.password_reset"  # noqa: S105
    PASSWORD_CHANGED = "account.password_changed"  # noqa: S105
    ADDRESS_CHANGE_ASKED = "account.address_change_asked"
    ADDRESS_CHANGED = "account.address_changed"
    ADDRESS_CHANGE_CANCELLED = "account.address_change_cancelled"
    ACCOUNT_UNLOCKED = "account.unlocked"
    ACCOUNT_DELETED = "account.deleted"
    CONTRACT_LINKED = "contract.linked"
    LINK_FAILED = "contract.link_failed"
    LINK_ASKED = "contract.link_asked"
    LINK_APPROVED = "contract.link_approved"
    LINK_REFUSED = "contract.link_refused"
    LINK_DISPUTED = "contract.link_disputed"
    CONTRACT_UNLINKED = "contract.unlinked"
    KEY_RENEWED = "contract.key_renewed"
    READING_SENT = "reading.sent"
    READING_ACCEPTED = "reading.accepted"
    READING_REFUSED = "reading.refused"
    READINGS_EXPORTED = "reading.exported"
    FILE_IMPORTED = "file.imported"
