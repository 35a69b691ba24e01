"""What the files of the billing system change, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

import attrs

from siegvo.application.repositories.intake import ContractChange, KnownTenure, MaybeShown
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.billing import InMemoryInvoices
from tests.support.in_memory.billing_intake import InMemoryBillingIntake
from tests.support.in_memory.contracts import InMemoryTenures
from tests.support.in_memory.metering import InMemoryMeters, InMemorySentReadings
from tests.support.in_memory.requests import InMemoryRequests


@attrs.frozen
class InMemoryContractIntake:
    tenures: InMemoryTenures

    def histories(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, Sequence[KnownTenure]]:
        found: dict[ContractNumber, list[KnownTenure]] = {}
        for key, tenure in sorted(self.tenures.kept.items(), key=lambda item: item[0][2]):
            if tenure.contract in numbers:
                lock, retired = self.tenures.locks[key], self.tenures.retired[key]
                known = KnownTenure(tenure, lock.key_hash, lock.key_bits, retired)
                found.setdefault(tenure.contract, []).append(known)
        return found

    def count(self) -> int:
        return len({each.contract for each in self.tenures.kept.values()})

    def holders(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, tuple[PayerCode, date]]:
        return {
            number: (history[-1].tenure.payer, history[-1].tenure.days.first)
            for number, history in self.histories(numbers).items()
        }

    def payers(self, codes: Collection[PayerCode]) -> Mapping[PayerCode, Payer]:
        return {code: payer for code, payer in self.tenures.payers.items() if code in codes}

    def keep_payers(self, payers: Sequence[Payer]) -> None:
        self.tenures.payers.update({payer.code: payer for payer in payers})

    def keep(self, changes: Sequence[ContractChange]) -> None:
        for change in changes:
            succession = change.succession
            for old in (succession.cut, succession.replaced):
                if old:
                    key = (old.contract, old.payer, old.days.first)
                    lock, retired = self.tenures.locks[key], self.tenures.retired[key]
                    self.tenures.unlearn(old)
                    if old is succession.cut and succession.shortened:
                        self.tenures.learn(
                            succession.shortened,
                            key_hash=lock.key_hash,
                            key_bits=lock.key_bits,
                            retired=retired,
                        )
            self.tenures.learn(
                succession.current,
                key_hash=change.key_hash,
                key_bits=change.key_bits,
                retired=change.retired,
            )
            self._move(change)

    def _move(self, change: ContractChange) -> None:
        """Give every tenure of a contract the one address it has."""
        current = change.succession.current
        for key, tenure in self.tenures.kept.items():
            if tenure.contract == current.contract:
                self.tenures.kept[key] = attrs.evolve(tenure, supply=current.supply)


@attrs.frozen
class InMemoryMeterIntake:
    tenures: InMemoryTenures
    kept: InMemoryMeters

    def contracts(self, numbers: Collection[ContractNumber]) -> Collection[ContractNumber]:
        return {each.contract for each in self.tenures.kept.values()} & set(numbers)

    def meters(self, serials: Collection[str]) -> Mapping[str, Meter]:
        return {
            serial: attrs.evolve(meter, readings=())
            for serial, meter in self.kept.kept.items()
            if serial in serials
        }

    def keep(self, meters: Sequence[Meter]) -> None:
        for meter in meters:
            known = self.kept.kept.get(meter.serial)
            readings = known.readings if known else ()
            self.kept.kept[meter.serial] = attrs.evolve(meter, readings=readings)


@attrs.frozen
class InMemoryReadingIntake:
    meters: InMemoryMeters
    requests: InMemoryRequests
    sent: InMemorySentReadings

    def maybe_shown(self, *, beyond: RequestReference | None) -> Sequence[MaybeShown]:
        return [
            MaybeShown(sent, reading)
            for reference, sent in sorted(self.sent.kept.items())
            if (beyond is None or reference > beyond)
            and sent.seen_at is None
            and sent.review not in {Review.REFUSED, Review.REPLACED}
            and not self.requests.of(reference).state.is_final
            for reading in self.meters.kept[sent.serial].readings
            if reading.taken_on == sent.reading.taken_on or reading.index == sent.reading.index
        ]


class Keeping(Protocol):
    """What intake reaches of a transaction."""

    @property
    def tenures(self) -> InMemoryTenures: ...

    @property
    def meters(self) -> InMemoryMeters: ...

    @property
    def requests(self) -> InMemoryRequests: ...

    @property
    def sent_readings(self) -> InMemorySentReadings: ...

    @property
    def invoices(self) -> InMemoryInvoices: ...


@attrs.frozen
class InMemoryIntake:
    work: Keeping

    @property
    def contracts(self) -> InMemoryContractIntake:
        return InMemoryContractIntake(self.work.tenures)

    @property
    def meters(self) -> InMemoryMeterIntake:
        return InMemoryMeterIntake(self.work.tenures, self.work.meters)

    @property
    def readings(self) -> InMemoryReadingIntake:
        work = self.work
        return InMemoryReadingIntake(work.meters, work.requests, work.sent_readings)

    @property
    def billing(self) -> InMemoryBillingIntake:
        return InMemoryBillingIntake(self.work.invoices)
