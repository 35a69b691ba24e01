"""Where a subscriber's reading is judged, numbered and kept, inside one transaction."""

from datetime import date, datetime

import attrs

from siegvo.application.metering.within_tenure import within_tenure
from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.choice import meter_read
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.events import ReadingSubmitted
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import DailyDraw, usual_draw
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.reckoning import reckon_consumption
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.metering.submission import (
    Outcome,
    ReadingAlreadyKnown,
    Verdict,
    assess,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step


@attrs.frozen
class ReadingDesk:
    """One reading at a time, on one day."""

    work: Work
    now: datetime = attrs.field(kw_only=True)
    today: date = attrs.field(kw_only=True)

    def take(
        self,
        reading: Reading,
        *,
        sent_by: AccountId,
        contract: ContractNumber,
        serial: str | None,
        confirmed: bool,
        photo: str | None,
    ) -> RequestReference:
        """Keep `reading` as a request, and return its number; see `SubmitReading`."""
        tenure = self.work.tenures.held_by(sent_by, contract)
        tenure.check_runs_on(self.today)
        meters = within_tenure(self.work.meters.serving(contract), tenure)
        meter = meter_read(meters, contract=contract, serial=serial)
        waiting = [
            sent
            for sent in self.work.sent_readings.awaited_on(meter.serial)
            if tenure.days.holds(sent.reading.taken_on)
        ]
        same_day = [sent for sent in waiting if sent.reading.taken_on == reading.taken_on]
        for sent in same_day:
            if sent.reading.index == reading.index:
                return self._same_again(sent, sent_by=sent_by)
        verdict = assess(
            meter,
            reading,
            today=self.today,
            usual=_usual(meters, meter, tenure),
            pending=[each.reading for each in waiting if each.is_accepted],
            confirmed=confirmed,
        )
        if verdict.outcome is Outcome.TO_CONFIRM:
            raise ReadingToConfirm(
                index=reading.index, drawn=verdict.drawn, days=verdict.days, usual=verdict.usual
            )
        for sent in same_day:
            self._replace(sent)
        return self._keep(reading, sent_by=sent_by, meter=meter, verdict=verdict, photo=photo)

    def _same_again(self, sent: SentReading, *, sent_by: AccountId) -> RequestReference:
        if self.work.requests.of(sent.reference).account != sent_by:
            raise ReadingAlreadyKnown(index=sent.reading.index, taken_on=sent.reading.taken_on)
        return sent.reference

    def _replace(self, sent: SentReading) -> None:
        if not sent.may_be_replaced:
            return
        self.work.sent_readings.save(sent.replaced())
        request = self.work.requests.of(sent.reference)
        self.work.requests.save(request.become(RequestState.CANCELLED, at=self.now))

    def _keep(
        self,
        reading: Reading,
        *,
        sent_by: AccountId,
        meter: Meter,
        verdict: Verdict,
        photo: str | None,
    ) -> RequestReference:
        to_review = verdict.outcome is Outcome.TO_REVIEW
        reference = self.work.requests.new_reference(self.today.year)
        request = ServiceRequest(
            reference=reference,
            kind=RequestKind.READING,
            account=sent_by,
            contract=meter.contract,
            steps=(Step(state=RequestState.REGISTERED, at=self.now),),
        )
        if to_review:
            request = request.become(RequestState.IN_PROGRESS, at=self.now)
        self.work.requests.add(request)
        self.work.sent_readings.add(
            SentReading(
                reference=reference,
                contract=meter.contract,
                serial=meter.serial,
                reading=reading,
                drawn_m3=verdict.drawn,
                review=Review.AWAITED if to_review else Review.NONE,
                photo=photo,
            )
        )
        self.work.record(
            ReadingSubmitted(
                at=self.now,
                reference=str(reference),
                account=str(sent_by),
                contract=str(meter.contract),
                serial=meter.serial,
                cubic_metres=reading.index.cubic_metres,
                taken_on=reading.taken_on,
                to_review=to_review,
            )
        )
        self.work.audit.add(
            Entry(
                at=self.now,
                actor=Actor.subscriber(sent_by),
                gesture=Gesture.READING_SENT,
                subject=str(reference),
            )
        )
        return reference


def _usual(meters: tuple[Meter, ...], meter: Meter, tenure: Tenure) -> DailyDraw | None:
    place = reckon_consumption(meters, window=tenure.days).place_of(meter.serial)
    return usual_draw(place.periods) if place else None
