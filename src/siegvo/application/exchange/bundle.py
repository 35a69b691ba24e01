"""The use cases about the files of the billing system."""

from typing import Self

import attrs

from siegvo.application.exchange.close_fulfilled import CloseFulfilled
from siegvo.application.exchange.export_readings import ExportReadings
from siegvo.application.exchange.import_contracts import ImportContracts
from siegvo.application.exchange.import_meters import ImportMeters
from siegvo.application.exchange.import_readings import ImportReadings
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Exchange:
    import_contracts: ImportContracts
    import_meters: ImportMeters
    import_readings: ImportReadings
    export_readings: ExportReadings

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        return cls(
            import_contracts=ImportContracts(
                begin=begin, look=look, clock=clock, keyed_hash=outside.keyed_hash
            ),
            import_meters=ImportMeters(begin=begin, look=look, clock=clock),
            import_readings=ImportReadings(
                begin=begin,
                open_bench=outside.open_reading_bench,
                clock=clock,
                close_fulfilled=CloseFulfilled(begin=begin, look=look, clock=clock),
            ),
            export_readings=ExportReadings(begin=begin, look=look, clock=clock),
        )
