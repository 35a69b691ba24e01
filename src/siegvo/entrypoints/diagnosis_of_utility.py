"""What is wrong with the numbers that name the utility, or is missing to collect debits."""

from collections.abc import Iterator
from datetime import timedelta

from siegvo.adapters.banking.identifiers import is_creditor_id, is_siren, is_vat_number_of
from siegvo.application.ports.utility import Utility
from siegvo.domain.policy import LEAST_CHANGE_DELAY
from siegvo.entrypoints.extras import ExtraNotInstalled, extra
from siegvo.entrypoints.findings import Fact, Finding


def examine_utility(utility: Utility) -> Iterator[Finding]:
    """Look at its numbers, which letters and mandates bear, and at how long changes wait."""
    if utility.payment_change_delay < LEAST_CHANGE_DELAY:
        hours = utility.payment_change_delay // timedelta(hours=1)
        yield Finding(Fact.CHANGE_DELAY_SHORT, f"{hours} h")
    try:
        with extra("banking"):
            yield from _numbers(utility)
    except ExtraNotInstalled as error:
        if utility.sepa_creditor_id:
            yield Finding(Fact.EXTRA_MISSING, str(error))


def _numbers(utility: Utility) -> Iterator[Finding]:
    if not is_siren(utility.siren):
        yield Finding(Fact.SIREN_WRONG, utility.siren)
    elif not is_vat_number_of(utility.vat_number, utility.siren):
        yield Finding(Fact.VAT_NUMBER_WRONG, utility.vat_number)
    if not utility.sepa_creditor_id:
        yield Finding(Fact.NO_CREDITOR_ID)
    elif is_creditor_id(utility.sepa_creditor_id):
        yield Finding(Fact.CREDITOR_KNOWN, utility.sepa_creditor_id)
    else:
        yield Finding(Fact.CREDITOR_ID_WRONG, utility.sepa_creditor_id)
