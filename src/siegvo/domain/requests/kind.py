"""What a service request is about."""

from enum import StrEnum


class RequestKind(StrEnum):
    """Some are conversations, the others are decided where they belong."""

    SUBSCRIPTION = "subscription"
    TERMINATION = "termination"
    LEAK = "leak"
    OTHER = "other"
    E_INVOICE = "e_invoice"
    PAYMENT_MODE = "payment_mode"
    BANK_DETAILS = "bank_details"
    READING = "reading"
    LINK = "link"
    LINK_DISPUTE = "link_dispute"
    CONTACT = "contact"

    @property
    def is_conversation(self) -> bool:
        """Say whether it is followed by messages; the others are decided where they belong."""
        return not self.is_about_payment and self not in {
            RequestKind.READING,
            RequestKind.LINK,
            RequestKind.LINK_DISPUTE,
        }

    @property
    def is_about_payment(self) -> bool:
        """Say whether it carries a change of payment mode or account, which goes step by step."""
        return self in {RequestKind.PAYMENT_MODE, RequestKind.BANK_DETAILS}

    @property
    def is_exported(self) -> bool:
        """Say whether it leaves with the export of requests; other kinds have their own way."""
        return self in {
            RequestKind.SUBSCRIPTION,
            RequestKind.TERMINATION,
            RequestKind.LEAK,
            RequestKind.OTHER,
        }
