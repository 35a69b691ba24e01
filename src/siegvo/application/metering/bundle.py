"""The use cases about meters and readings."""

from typing import Self

import attrs

from siegvo.application.metering.list_leaks import ListLeaks
from siegvo.application.metering.review_readings import (
    AcceptReading,
    ListReadingsToReview,
    RefuseReading,
)
from siegvo.application.metering.show_consumption import ShowConsumption
from siegvo.application.metering.show_leak_notices import ShowLeakNotices
from siegvo.application.metering.show_sent_reading import ShowSentReading
from siegvo.application.metering.submit_reading import SubmitReading
from siegvo.application.metering.watch_leaks import WatchLeaks
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Metering:
    submit_reading: SubmitReading
    show_consumption: ShowConsumption
    show_sent_reading: ShowSentReading
    list_readings_to_review: ListReadingsToReview
    accept_reading: AcceptReading
    refuse_reading: RefuseReading
    watch_leaks: WatchLeaks
    list_leaks: ListLeaks
    show_leak_notices: ShowLeakNotices

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        return cls(
            submit_reading=SubmitReading(begin, clock, outside.photos),
            show_consumption=ShowConsumption(outside.glance),
            show_sent_reading=ShowSentReading(look),
            list_readings_to_review=ListReadingsToReview(look),
            accept_reading=AcceptReading(begin, clock),
            refuse_reading=RefuseReading(begin, clock),
            watch_leaks=WatchLeaks(begin, look, clock),
            list_leaks=ListLeaks(look, clock),
            show_leak_notices=ShowLeakNotices(look, clock),
        )
