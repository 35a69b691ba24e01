"""What keeps the portal honest, in memory: attempts, audit trail, forms already sent, outbox."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

import attrs

from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.outbox import Claimed
from siegvo.application.repositories.submissions import Submission, SubmissionReused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.events import Event
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import Tally

MOST_TROUBLE = 300


@attrs.define
class InMemoryAttempts:
    kept: dict[str, list[datetime]] = attrs.Factory(lambda: defaultdict(list))

    def tally(self, key: str, *, since: datetime) -> Tally:
        moments = [each for each in self.kept.get(key, []) if each > since]
        return Tally(
            times=len(moments),
            first=min(moments, default=None),
            last=max(moments, default=None),
        )

    def by_day(self, key: str, *, until: datetime, days: int) -> tuple[int, ...]:
        ages = [(until - each) // timedelta(days=1) for each in self.kept.get(key, [])]
        return tuple(ages.count(rank) for rank in range(days))

    def hold(self, keys: tuple[str, ...]) -> None:
        """Nobody else is there."""

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None:
        for key in keys:
            self.kept[key].append(at)

    def forget(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self.kept.pop(key, None)

    def forget_older_than(self, moment: datetime, *, but: str = "") -> int:
        forgotten = 0
        for key, moments in self.kept.items():
            if key == but:
                continue
            before = len(moments)
            moments[:] = [each for each in moments if each >= moment]
            forgotten += before - len(moments)
        return forgotten


@attrs.define
class InMemoryAudit:
    entries: list[Entry] = attrs.Factory(list)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)

    def tells(self, subject: str, gestures: Collection[Gesture], *, since: datetime) -> bool:
        return any(
            each.subject == subject and each.gesture in gestures and each.at >= since
            for each in self.entries
        )


@attrs.define
class SentForm:
    content: str
    at: datetime
    outcome: str | None = None


@attrs.define
class InMemorySubmissions:
    kept: dict[tuple[str, str, UUID], SentForm] = attrs.Factory(dict)

    def claim(self, submission: Submission, *, at: datetime) -> str | None:
        mine = SentForm(submission.content, at)
        first = self.kept.setdefault(_key(submission), mine)
        if first.content != submission.content:
            raise SubmissionReused
        return first.outcome

    def settle(self, submission: Submission, outcome: str) -> None:
        self.kept[_key(submission)].outcome = outcome

    def forget(self, author: str) -> None:
        self.kept = {key: form for key, form in self.kept.items() if key[0] != author}

    def forget_older_than(self, moment: datetime) -> int:
        before = len(self.kept)
        self.kept = {key: form for key, form in self.kept.items() if form.at >= moment}
        return before - len(self.kept)


@attrs.define
class Waiting:
    """An event of the outbox, and what became of it."""

    event: Event
    due_at: datetime | None
    tries: int = 0
    taken_by: str | None = None
    told_at: datetime | None = None
    gave_up_at: datetime | None = None
    trouble: str | None = None


@attrs.define
class InMemoryOutbox:
    kept: dict[int, Waiting] = attrs.Factory(dict)

    def add(self, event: Event) -> None:
        self.kept[max(self.kept, default=0) + 1] = Waiting(event, due_at=event.at)

    def claim(self, *, owner: str, now: datetime, until: datetime) -> Claimed | None:
        due = [
            (waiting.due_at, number)
            for number, waiting in self.kept.items()
            if waiting.due_at is not None and waiting.due_at <= now
        ]
        if not due:
            return None
        _, number = min(due)
        waiting = self.kept[number]
        waiting.due_at, waiting.taken_by, waiting.tries = until, owner, waiting.tries + 1
        return Claimed(id=number, event=waiting.event, tries=waiting.tries)

    def told(self, claimed: Claimed, *, owner: str, at: datetime) -> None:
        if waiting := self._taken(claimed, owner=owner):
            waiting.told_at, waiting.due_at, waiting.trouble = at, None, None

    def put_off(self, claimed: Claimed, *, owner: str, until: datetime, why: str) -> None:
        if waiting := self._taken(claimed, owner=owner):
            waiting.due_at, waiting.taken_by = until, None
            waiting.trouble = why[:MOST_TROUBLE]

    def give_up(self, claimed: Claimed, *, owner: str, at: datetime, why: str) -> None:
        if waiting := self._taken(claimed, owner=owner):
            waiting.gave_up_at, waiting.due_at = at, None
            waiting.trouble = why[:MOST_TROUBLE]

    def try_again(self, *, at: datetime) -> int:
        given_up = [each for each in self.kept.values() if each.gave_up_at]
        for waiting in given_up:
            waiting.due_at, waiting.tries = at, 0
            waiting.taken_by = waiting.gave_up_at = None
        return len(given_up)

    def forget_account(self, account: AccountId) -> None:
        self.kept = {
            number: waiting
            for number, waiting in self.kept.items()
            if waiting.told_at or getattr(waiting.event, "account", None) != str(account)
        }

    def forget_told_before(self, moment: datetime) -> int:
        before = len(self.kept)
        self.kept = {
            number: waiting
            for number, waiting in self.kept.items()
            if waiting.told_at is None or waiting.told_at >= moment
        }
        return before - len(self.kept)

    def _taken(self, claimed: Claimed, *, owner: str) -> Waiting | None:
        waiting = self.kept.get(claimed.id)
        if waiting is None or waiting.taken_by != owner or waiting.due_at is None:
            return None
        return waiting


def _key(submission: Submission) -> tuple[str, str, UUID]:
    return submission.author, submission.action, submission.id
