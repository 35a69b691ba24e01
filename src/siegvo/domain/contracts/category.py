"""What sort of payer a contract serves."""

from enum import StrEnum


class Category(StrEnum):
    HOUSEHOLD = "household"
    BUSINESS = "business"
    PUBLIC_BODY = "public_body"
