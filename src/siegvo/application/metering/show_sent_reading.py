"""A subscriber looks at what they sent."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class SentReadingView:
    """The reading, and how many black digits its meter has."""

    sent: SentReading
    dials: int


@attrs.frozen
class ShowSentReading:
    """Show an account one of the readings it sent for a contract."""

    look: Look

    def __call__(
        self, *, holder: AccountId, contract: ContractNumber, reference: RequestReference
    ) -> SentReadingView:
        """Return it.

        Raises:
            RequestNotFound: it does not exist, is no reading of this contract, or not theirs.
        """
        with self.look() as readers:
            line = readers.request_lists.mine(holder, reference)
            if line.contract != contract:
                raise RequestNotFound(reference)
            sent = readers.sent_readings.of(reference)
            meters = readers.meters.serving(contract)
        dials = next(meter.dials for meter in meters if meter.serial == sent.serial)
        return SentReadingView(sent=sent, dials=dials)
