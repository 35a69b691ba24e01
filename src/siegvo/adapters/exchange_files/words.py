"""The words of the billing system's files."""

from collections.abc import Mapping
from typing import Final

from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.metering.reading import ReadingSource

YES_OR_NO: Final[Mapping[str, bool]] = {"oui": True, "non": False}

CATEGORIES: Final[Mapping[str, Category]] = {
    "particulier": Category.HOUSEHOLD,
    "professionnel": Category.BUSINESS,
    "collectivite": Category.PUBLIC_BODY,
}

PAYMENT_MODES: Final[Mapping[str, PaymentMode]] = {
    "facture": PaymentMode.ON_INVOICE,
    "echeance": PaymentMode.DIRECT_DEBIT,
    "mensuel": PaymentMode.MONTHLY,
}

SOURCES: Final[Mapping[str, ReadingSource]] = {
    "agent": ReadingSource.AGENT,
    "abonne": ReadingSource.SUBSCRIBER,
    "estimation": ReadingSource.ESTIMATE,
    "telereleve": ReadingSource.REMOTE,
}
