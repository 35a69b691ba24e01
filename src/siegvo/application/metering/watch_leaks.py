"""Homes that draw too much are found, and their payers told at once (loi Warsmann)."""

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Readers, Work
from siegvo.application.readers.leaks import Suspect
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.comparable import ComparableHomes
from siegvo.domain.metering.events import AbnormalConsumptionTold
from siegvo.domain.metering.leak import AbnormalConsumption, Basis, abnormal_consumption
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.metering.meter import Meter
from siegvo.domain.policy import LEAK_IS_NEWS


@attrs.frozen
class WatchLeaks:
    """Find abnormal volumes among the readings of the last weeks, and tell each once.

    "As soon as the water service finds" it, it informs the subscriber "without delay" (CGCT,
    L2224-12-4, III bis): by mail, every account linked to the payer; where there is none, it
    is for staff to write on paper.
    """

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self, *, dry_run: bool = False, actor: Actor | None = None
    ) -> tuple[LeakNotice, ...]:
        """Return the notices that were told now, by contract; with `dry_run`, that would be.

        Each has a transaction of its own, letters and audit line included.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full; what was told is
                told, and calling it again goes on from there.
        """
        with self.look() as readers:
            homes, found = _find(readers, today=self.clock.today())
        told = (self._tell(each, homes, dry_run=dry_run, actor=actor) for each in found)
        return tuple(notice for notice in told if notice)

    def _tell(
        self, suspect: Suspect, homes: ComparableHomes, *, dry_run: bool, actor: Actor | None
    ) -> LeakNotice | None:
        now, payer = self.clock.now(), suspect.tenure.payer
        with self.begin() as work:
            found = _looked_at(work, suspect, homes)
            if found is None:
                return None
            accounts = work.links.accounts_of(payer)
            notice = LeakNotice(
                payer=payer,
                found=found,
                told_at=now,
                told_on=self.clock.today(),
                by_mail=bool(accounts),
            )
            if dry_run:
                return notice
            if not work.leak_notices.add(notice):
                return None
            for event in _events(notice, accounts, at=now):
                work.record(event)
            work.audit.add(
                Entry(
                    at=now,
                    actor=actor or Actor.portal(),
                    gesture=Gesture.LEAK_TOLD,
                    subject=str(found.contract),
                )
            )
        return notice


def _find(readers: Readers, *, today: date) -> tuple[ComparableHomes, list[Suspect]]:
    """Look at all that is suspect in one moment of the database; few remain."""
    suspects = readers.leak_lists.suspects(since=today - LEAK_IS_NEWS)
    if not suspects:
        return ComparableHomes({}), []
    homes = readers.leak_lists.comparable_homes()
    return homes, [each for each in suspects if _looked_at(readers, each, homes)]


def _looked_at(
    seen: Work | Readers, suspect: Suspect, homes: ComparableHomes
) -> AbnormalConsumption | None:
    """Return what is abnormal, unless it was told: water is told of once."""
    tenure = suspect.tenure
    found = abnormal_consumption(
        _meters(seen, suspect),
        serial=suspect.serial,
        tenure=tenure,
        comparable=homes.draw_near(tenure.supply),
    )
    if found is None:
        return None
    told_until = seen.leak_notices.told_until(found.serial)
    return None if told_until and told_until > found.first else found


def _meters(seen: Work | Readers, suspect: Suspect) -> Iterator[Meter]:
    """Yield the meters of the contract, what its payer read and was believed included."""
    accepted = tuple(
        sent.reading
        for sent in seen.sent_readings.awaited_on(suspect.serial)
        if sent.is_accepted and suspect.tenure.days.holds(sent.reading.taken_on)
    )
    for meter in seen.meters.serving(suspect.tenure.contract):
        if accepted and meter.serial == suspect.serial:
            known = {each.taken_on for each in meter.readings if each.source.is_actual}
            new = tuple(each for each in accepted if each.taken_on not in known)
            yield attrs.evolve(meter, readings=(*meter.readings, *new))
        else:
            yield meter


def _events(
    notice: LeakNotice, accounts: tuple[AccountId, ...], *, at: datetime
) -> Iterator[AbnormalConsumptionTold]:
    found, claim_by = notice.found, notice.claim_by
    if claim_by is None:
        return
    for account in accounts:
        yield AbnormalConsumptionTold(
            at=at,
            account=str(account),
            contract=str(found.contract),
            first=found.first,
            last=found.last,
            cubic_metres=found.cubic_metres,
            claim_by=claim_by,
            is_comparable=found.basis is Basis.COMPARABLE,
            mean_m3=found.mean_m3 if found.may_tell_mean else None,
            water_cap_m3=found.water_cap_m3 if found.may_tell_mean else None,
        )
