"""A subscriber reads their own meter."""

from datetime import date
from uuid import UUID

import attrs

from siegvo.application.metering.desk import ReadingDesk
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.photos import Photos
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class SubmitReading:
    """Record the index a subscriber read on a meter of one of their contracts."""

    begin: Begin
    clock: Clock
    photos: Photos

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        index: MeterIndex,
        taken_on: date,
        meter: str | None = None,
        confirmed: bool = False,
        photo: bytes | None = None,
        submission: UUID | None = None,
    ) -> RequestReference:
        """Send the reading (whole m3, day in Paris) and return the number of its request.

        The same index for the same day is the same request; another index for that day
        replaces it, as long as nobody has taken it away.  `meter` is a serial, needed
        when several are in service; `confirmed` says the subscriber has looked twice.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            ContractEnded: it no longer runs.
            NoMeterInService, MeterNotServing, MeterNotChosen: which meter was read?
            ReadingRefused: the meter cannot have shown this, or need not be read.
            ReadingToConfirm: implausible, and not `confirmed`.
            PhotoRefused: the photo cannot be drawn again.
            SubmissionReused: this `submission` came before with other content.
        """
        kept_photo = self.photos.keep(photo) if photo else None
        reading = Reading(index=index, taken_on=taken_on, source=ReadingSource.SUBSCRIBER)
        form = submission and Submission(
            author=str(holder),
            action="submit reading",
            id=submission,
            content=f"{contract} {meter} {index} {taken_on}",
        )
        with self.begin() as work:
            if form and (outcome := work.submissions.claim(form, at=self.clock.now())):
                return RequestReference.parse(outcome)
            desk = ReadingDesk(work, now=self.clock.now(), today=self.clock.today())
            reference = desk.take(
                reading,
                sent_by=holder,
                contract=contract,
                serial=meter,
                confirmed=confirmed,
                photo=kept_photo,
            )
            if form:
                work.submissions.settle(form, str(reference))
        return reference
