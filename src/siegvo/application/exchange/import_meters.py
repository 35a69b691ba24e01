"""The billing system says which meters there are, and where."""

from collections.abc import Collection, Sequence

import attrs

from siegvo.application.exchange.first_lines import FirstLines
from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import MeterFeed, MeterRow, Refuse, Rejection
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.intake import MeterIntake
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex


@attrs.frozen(kw_only=True)
class MeterOnLine(Refused):
    """The file says something else of the same meter further up."""

    serial: str
    line: int


@attrs.frozen(kw_only=True)
class ContractUnknown(Refused):
    number: ContractNumber


@attrs.frozen(kw_only=True)
class MeterOfAnotherContract(Refused):
    """A meter that was moved keeps its past: it needs another serial number, or a clerk."""

    serial: str
    contract: ContractNumber


@attrs.frozen(kw_only=True)
class ImportMeters:
    """Keep meters as a file tells them."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self,
        feed: MeterFeed,
        *,
        dry_run: bool = False,
        refuse: Refuse = nowhere,
        actor: Actor | None = None,
    ) -> ImportReport:
        """Read `feed` to its end, a transaction for each batch; hand faulty rows to `refuse`.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full; what was kept
                is kept, and importing the file again goes on from there.
        """
        tally, so_far = Tally.of(feed, refuse), FirstLines()
        for rows in feed.batches():
            batch = _Batch(so_far, tally)
            if dry_run:
                with self.look() as readers:
                    batch.judge(rows.good, readers.intake.meters)
            else:
                with self.begin() as work:
                    batch.judge(rows.good, work.intake.meters)
                    if batch.changed:
                        work.intake.meters.keep(batch.changed)
            tally.reject(rows.bad, batch.rejected)
        report = tally.report(is_dry_run=dry_run)
        note_import(self.begin, report, what="meters", at=self.clock.now(), actor=actor)
        return report


@attrs.define
class _Batch:
    """What some rows that follow one another change."""

    so_far: FirstLines
    tally: Tally
    changed: list[Meter] = attrs.Factory(list)
    rejected: list[Rejection] = attrs.Factory(list)

    def judge(self, rows: Sequence[MeterRow], intake: MeterIntake) -> None:
        contracts = intake.contracts({row.meter.contract for row in rows})
        meters = intake.meters({row.meter.serial for row in rows})
        for row in rows:
            try:
                self._judge(row, contracts, meters.get(row.meter.serial))
            except Refused as reason:
                self.rejected.append(Rejection(row.line, reason))

    def _judge(
        self, row: MeterRow, contracts: Collection[ContractNumber], known: Meter | None
    ) -> None:
        meter = row.meter
        if first := self.so_far.of(meter.serial):
            if not self.so_far.agrees(meter.serial, meter):
                raise MeterOnLine(serial=meter.serial, line=first)
            self.tally.count("unchanged")
            return
        if meter.contract not in contracts:
            raise ContractUnknown(number=meter.contract)
        if known and known.contract != meter.contract:
            raise MeterOfAnotherContract(serial=meter.serial, contract=known.contract)
        _check_dials(meter, meter.fitted.index, column="index_pose")
        if meter.removed:
            _check_dials(meter, meter.removed.index, column="index_depose")
        self.so_far.note(meter.serial, line=row.line, fact=meter)
        if meter == known:
            self.tally.count("unchanged")
        else:
            self.changed.append(meter)
            self.tally.count("updated" if known else "created")


def _check_dials(meter: Meter, index: MeterIndex, *, column: str) -> None:
    if not meter.can_show(index):
        raise IndexBeyondDials(column=column, cubic_metres=index.cubic_metres, dials=meter.dials)
