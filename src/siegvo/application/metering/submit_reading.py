"""A subscriber reads their own meter."""

from collections.abc import Iterator
from contextlib import contextmanager
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
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.requests.reference import RequestReference


@attrs.define
class _Kept:
    """The name of a photo that is on the disk; it is dropped again unless it is used."""

    name: str | None
    is_used: bool = False


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
            PhotoRefused, PhotoTooFine: the photo cannot be drawn again.
            SubmissionReused: this `submission` came before with other content.
        """
        reading = Reading(index=index, taken_on=taken_on, source=ReadingSource.SUBSCRIBER)
        form = submission and Submission(
            author=str(holder),
            action="submit reading",
            id=submission,
            content=f"{contract} {meter} {index} {taken_on}",
        )
        with self._keeping(photo) as kept, self.begin() as work:
            if form and (outcome := work.submissions.claim(form, at=self.clock.now())):
                return RequestReference.parse(outcome)
            desk = ReadingDesk(work, now=self.clock.now(), today=self.clock.today())
            reference = desk.take(
                reading,
                sent_by=holder,
                contract=contract,
                serial=meter,
                confirmed=confirmed,
                photo=kept.name,
            )
            kept.is_used = work.sent_readings.of(reference).photo == kept.name
            if form:
                work.submissions.settle(form, str(reference))
        return reference

    @contextmanager
    def _keeping(self, photo: bytes | None) -> Iterator[_Kept]:
        """Keep the photo while a transaction runs, and for good once a reading refers to it."""
        kept = _Kept(self.photos.keep(photo) if photo else None)
        try:
            yield kept
        except DomainError:
            self._discard(kept)
            raise
        if not kept.is_used:
            self._discard(kept)

    def _discard(self, kept: _Kept) -> None:
        if kept.name:
            self.photos.discard(kept.name)
