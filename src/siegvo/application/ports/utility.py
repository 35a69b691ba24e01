"""Who runs the service: configuration, so that another syndicate runs the same code."""

from datetime import timedelta
from typing import Final

import attrs

from siegvo.application.ports.sepa import SepaVersion
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.payments.creditor import Creditor, CreditorId
from siegvo.domain.payments.direct_debit import DebitRules
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.plan_rules import TEN_MONTHS, PlanRules
from siegvo.domain.policy import CHANGE_DELAY

_LONGEST_CREDITOR: Final = 70
"""What a bank prints of the name of whoever debits."""


@attrs.frozen(kw_only=True)
class Utility:
    """The utility, as every page and every letter names it.

    Telephone numbers are ten digits of the French plan, without blanks.  The mediator is the one
    that consumers may turn to (Code de la consommation, L616-1): its name, where to write, and
    its site as people type it.  `sepa_creditor_id` (the ICS) and `iban` are those of whoever
    collects direct debits; without them there are none.
    """

    name: str
    full_name: str
    service: str
    address: PostalAddress
    telephone: str
    telephone_hint: str
    emergency_telephone: str
    email: str
    website: str
    hours: str
    slogan: str
    siren: str
    vat_number: str
    mediator: str
    mediator_address: str
    mediator_website: str
    sepa_creditor_id: str = ""
    iban: str = attrs.field(default="", repr=False)
    bic: str = ""
    sepa_version: SepaVersion = SepaVersion.OF_2009
    direct_debits: DebitRules = attrs.field(factory=DebitRules)
    monthly_plan: PlanRules = TEN_MONTHS
    payment_change_delay: timedelta = CHANGE_DELAY

    @property
    def creditor(self) -> Creditor | None:
        """Return who collects direct debits; nobody without an identifier and an account."""
        if not (self.sepa_creditor_id and self.iban):
            return None
        return Creditor(
            name=self.full_name if len(self.full_name) <= _LONGEST_CREDITOR else self.name,
            identifier=CreditorId(self.sepa_creditor_id),
            iban=Iban(self.iban),
            bic=self.bic or None,
        )
