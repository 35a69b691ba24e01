"""What a service request is about."""

from enum import StrEnum


class RequestKind(StrEnum):
    READING = "reading"
    LINK = "link"
    LINK_DISPUTE = "link_dispute"
