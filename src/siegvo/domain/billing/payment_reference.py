"""The identity of a payment on line."""

from typing import NewType
from uuid import UUID

PaymentReference = NewType("PaymentReference", UUID)
