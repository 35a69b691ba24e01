"""Who was told of an abnormal consumption, in memory."""

from datetime import date

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.requests.request import RequestState
from tests.support.in_memory.requests import InMemoryRequests


@attrs.define
class InMemoryLeakNotices:
    requests: InMemoryRequests
    kept: dict[tuple[str, date], LeakNotice] = attrs.Factory(dict)

    def add(self, notice: LeakNotice) -> bool:
        is_new = _key(notice) not in self.kept
        self.kept.setdefault(_key(notice), notice)
        return is_new

    def told_until(self, serial: str) -> date | None:
        return max((last for meter, last in self.kept if meter == serial), default=None)

    def of(self, contract: ContractNumber, payer: PayerCode) -> tuple[LeakNotice, ...]:
        theirs = (
            each for each in self.all() if (each.found.contract, each.payer) == (contract, payer)
        )
        by_meter = sorted(theirs, key=lambda each: each.found.serial)
        return tuple(sorted(by_meter, key=lambda each: each.found.last, reverse=True))

    def save(self, notice: LeakNotice) -> None:
        self.kept[_key(notice)] = notice

    def all(self) -> list[LeakNotice]:
        """Return every notice; a claim that was cancelled is none."""
        return [self._with_claim(each) for each in self.kept.values()]

    def _with_claim(self, notice: LeakNotice) -> LeakNotice:
        if notice.claim is None:
            return notice
        request = self.requests.of(notice.claim.reference)
        is_cancelled = request.state is RequestState.CANCELLED
        return attrs.evolve(notice, claim=None) if is_cancelled else notice


def _key(notice: LeakNotice) -> tuple[str, date]:
    return notice.found.serial, notice.found.last
