"""Changes of payment mode on their way, in SQL."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import Connection, Row, Select, and_, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.payments import IS_OPEN, payment_changes
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.repositories.payments import ChangeNotFound, PaymentChangedMeanwhile
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, PaymentChange, Suspicion
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.requests.reference import RequestReference

_PARIS: Final = ZoneInfo("Europe/Paris")
_changes = payment_changes.c
_ALL: Final = (
    select(payment_changes, requests.c.account)
    .join(requests, requests.c.reference == _changes.reference)
    .order_by(_changes.asked_at, _changes.reference)
)
_ADD: Final = (
    insert(payment_changes)
    .on_conflict_do_nothing(index_elements=[_changes.contract], index_where=IS_OPEN)
    .returning(_changes.reference)
)
_OF: Final = _ALL.where(_changes.reference == bindparam("wanted"))
_OPEN_OF: Final = _ALL.where(_changes.contract == bindparam("contract"), IS_OPEN)
_DUE: Final = _ALL.where(
    or_(
        and_(
            _changes.step == ChangeStep.CONFIRMED.value,
            _changes.due_at <= bindparam("now"),
            _changes.suspicions == "",
        ),
        and_(
            _changes.step == ChangeStep.ASKED.value,
            _changes.asked_at <= bindparam("asked_before"),
        ),
    )
)
_SUSPECTED: Final = _ALL.where(_changes.suspicions != "", IS_OPEN)
_READY: Final = _ALL.where(_changes.step == ChangeStep.READY.value)
_EXPORTED: Final = _ALL.where(_changes.step == ChangeStep.EXPORTED.value)
_LEAVING: Final = _ALL.where(
    or_(
        _changes.step == ChangeStep.READY.value,
        and_(
            _changes.step.in_([ChangeStep.EXPORTED.value, ChangeStep.APPLIED.value]),
            _changes.exported_at >= bindparam("since"),
        ),
    )
)
_MONTHLY: Final = _ALL.where(
    _changes.step == ChangeStep.APPLIED.value, _changes.mode_after == PaymentMode.MONTHLY.value
)
_MONTHLY_OF: Final = _MONTHLY.where(
    _changes.contract == bindparam("contract"), _changes.payer == bindparam("payer")
)


@attrs.frozen
class SqlPaymentChanges:
    """`PaymentChanges`, in the table of that name, for accounts their requests name."""

    connection: Connection

    def add(self, change: PaymentChange) -> bool:
        return self.connection.execute(_ADD, _row(change)).one_or_none() is not None

    def of(self, reference: RequestReference) -> PaymentChange:
        row = self.connection.execute(_OF, {"wanted": str(reference)}).one_or_none()
        if row is None:
            raise ChangeNotFound(reference)
        return change_from(row)

    def save(self, change: PaymentChange) -> None:
        advanced = attrs.evolve(change, version=change.version + 1)
        stored = self.connection.execute(
            update(payment_changes)
            .where(_changes.reference == str(change.reference), _changes.version == change.version)
            .values(_row(advanced))
        )
        if not stored.rowcount:
            raise PaymentChangedMeanwhile(change.reference)

    def open_of(self, contract: ContractNumber) -> PaymentChange | None:
        rows = self._found(_OPEN_OF, {"contract": contract.digits})
        return next(iter(rows), None)

    def due(self, *, now: datetime, asked_before: datetime) -> tuple[PaymentChange, ...]:
        return self._found(_DUE, {"now": now, "asked_before": asked_before})

    def suspected(self) -> tuple[PaymentChange, ...]:
        return self._found(_SUSPECTED)

    def to_export(self, since: date | None) -> tuple[PaymentChange, ...]:
        if since is None:
            return self._found(_READY)
        return self._found(_LEAVING, {"since": datetime.combine(since, time.min, _PARIS)})

    def awaiting_books(self) -> tuple[PaymentChange, ...]:
        return self._found(_EXPORTED)

    def monthly(self) -> tuple[PaymentChange, ...]:
        return _last_of_each(self._found(_MONTHLY))

    def monthly_of(self, contract: ContractNumber, payer: PayerCode) -> PaymentChange | None:
        wanted: dict[str, object] = {"contract": contract.digits, "payer": payer.text}
        return next(reversed(_with_day(self._found(_MONTHLY_OF, wanted))), None)

    def _found(
        self, statement: Select[Any], wanted: dict[str, object] | None = None
    ) -> tuple[PaymentChange, ...]:
        return tuple(map(change_from, self.connection.execute(statement, wanted or {})))


def change_from(row: Row[Any]) -> PaymentChange:
    return PaymentChange(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        account=AccountId(row.account) if row.account else None,
        before=PaymentMode(row.mode_before),
        after=PaymentMode(row.mode_after),
        asked_at=row.asked_at,
        mandate=MandateReference(row.mandate) if row.mandate else None,
        debit_day=row.debit_day,
        step=ChangeStep(row.step),
        confirmed_at=row.confirmed_at,
        due_at=row.due_at,
        suspicions=frozenset(map(Suspicion, row.suspicions.split())),
        exported_at=row.exported_at,
        is_revocation=row.is_revocation,
        version=row.version,
    )


def _with_day(changes: Iterable[PaymentChange]) -> tuple[PaymentChange, ...]:
    """Leave out those that changed the account alone: the day was agreed on before."""
    return tuple(each for each in changes if each.debit_day is not None)


def _last_of_each(changes: Iterable[PaymentChange]) -> tuple[PaymentChange, ...]:
    last = {(each.contract, each.payer): each for each in _with_day(changes)}
    return tuple(sorted(last.values(), key=lambda each: (each.asked_at, each.reference)))


def _row(change: PaymentChange) -> dict[str, object]:
    return {
        "reference": str(change.reference),
        "contract": change.contract.digits,
        "payer": change.payer.text,
        "mode_before": change.before.value,
        "mode_after": change.after.value,
        "asked_at": change.asked_at,
        "mandate": change.mandate and change.mandate.text,
        "debit_day": change.debit_day,
        "step": change.step.value,
        "confirmed_at": change.confirmed_at,
        "due_at": change.due_at,
        "suspicions": _words(change.suspicions),
        "exported_at": change.exported_at,
        "is_revocation": change.is_revocation,
        "version": change.version,
    }


def _words(suspicions: Iterable[Suspicion]) -> str:
    return " ".join(sorted(each.value for each in suspicions))
