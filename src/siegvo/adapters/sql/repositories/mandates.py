"""Mandates, in SQL."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import (
    Connection,
    Date,
    Row,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.payments import mandates, payment_changes
from siegvo.application.repositories.payments import KeptMandate, MandateNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.payments.mandate import Evidence, MandateReference

_PARIS: Final = ZoneInfo("Europe/Paris")
_OF: Final = select(mandates).where(mandates.c.reference == bindparam("wanted"))
_OF_CONTRACT: Final = (
    select(mandates)
    .where(mandates.c.contract == bindparam("contract"), mandates.c.payer == bindparam("payer"))
    .order_by(mandates.c.signed_at, mandates.c.reference)
)
_PAYERS: Final = (
    select(mandates.c.payer)
    .where(
        mandates.c.fingerprint.in_(bindparam("fingerprints", expanding=True)),
        mandates.c.ended_on.is_(None),
    )
    .distinct()
)
_NOT_ENDED: Final = (
    select(mandates).where(mandates.c.ended_on.is_(None)).order_by(mandates.c.reference)
)
_SERVING: Final = _NOT_ENDED.where(mandates.c.activated_on.is_not(None))
_used = func.coalesce(mandates.c.last_collected_on, mandates.c.activated_on)
_IDLE: Final = _NOT_ENDED.where(
    or_(
        _used < bindparam("day", type_=Date),
        and_(_used.is_(None), mandates.c.signed_at < bindparam("instant", type_=Instant)),
    )
)
_HANDED_OVER: Final = (ChangeStep.EXPORTED.value, ChangeStep.APPLIED.value)
_KNOWN_OUTSIDE: Final = _NOT_ENDED.join(
    payment_changes, payment_changes.c.mandate == mandates.c.reference
)
_GIVEN: Final = _KNOWN_OUTSIDE.where(
    payment_changes.c.step.in_([ChangeStep.READY.value, *_HANDED_OVER])
)
_GIVEN_SINCE: Final = _KNOWN_OUTSIDE.where(
    or_(
        payment_changes.c.step == ChangeStep.READY.value,
        and_(
            payment_changes.c.step.in_(_HANDED_OVER),
            payment_changes.c.exported_at >= bindparam("since"),
        ),
    )
)


@attrs.frozen
class SqlMandates:
    """`Mandates`, in the table of that name."""

    connection: Connection

    def add(self, mandate: KeptMandate) -> None:
        self.connection.execute(insert(mandates).values(_row(mandate)))

    def of(self, reference: MandateReference) -> KeptMandate:
        row = self.connection.execute(_OF, {"wanted": reference.text}).one_or_none()
        if row is None:
            raise MandateNotFound(reference)
        return mandate_from(row)

    def hold(self, reference: MandateReference) -> KeptMandate:
        row = self.connection.execute(
            _OF.with_for_update(), {"wanted": reference.text}
        ).one_or_none()
        if row is None:
            raise MandateNotFound(reference)
        return mandate_from(row)

    def save(self, mandate: KeptMandate) -> None:
        self.connection.execute(
            update(mandates)
            .where(mandates.c.reference == mandate.reference.text)
            .values(
                sealed_iban=mandate.sealed_iban,
                sealed_holder=mandate.sealed_holder,
                fingerprint=mandate.fingerprint,
                activated_on=mandate.activated_on,
                first_collected_on=mandate.first_collected_on,
                last_collected_on=mandate.last_collected_on,
                ended_on=mandate.ended_on,
                was_replaced=mandate.was_replaced,
            )
        )

    def of_contract(self, contract: ContractNumber, payer: PayerCode) -> tuple[KeptMandate, ...]:
        wanted = {"contract": contract.digits, "payer": payer.text}
        return tuple(map(mandate_from, self.connection.execute(_OF_CONTRACT, wanted)))

    def payers_of_account(self, fingerprints: Sequence[str]) -> frozenset[PayerCode]:
        rows = self.connection.scalars(_PAYERS, {"fingerprints": list(fingerprints)})
        return frozenset(map(PayerCode, rows))

    def given_since(self, since: date | None) -> tuple[KeptMandate, ...]:
        if since is None:
            return tuple(map(mandate_from, self.connection.execute(_GIVEN)))
        begun = datetime.combine(since, time.min, _PARIS)
        return tuple(map(mandate_from, self.connection.execute(_GIVEN_SINCE, {"since": begun})))

    def serving(self) -> tuple[KeptMandate, ...]:
        return tuple(map(mandate_from, self.connection.execute(_SERVING)))

    def idle_since(self, day: date) -> tuple[KeptMandate, ...]:
        wanted = {"day": day, "instant": datetime.combine(day, time.min, UTC)}
        return tuple(map(mandate_from, self.connection.execute(_IDLE, wanted)))

    def sealed_otherwise(
        self, mark: str, *, after: MandateReference | None, most: int
    ) -> tuple[MandateReference, ...]:
        columns = (mandates.c.sealed_iban, mandates.c.sealed_holder)
        found = self.connection.scalars(
            select(mandates.c.reference)
            .where(
                or_(*(~each.startswith(mark, autoescape=True) for each in columns)),
                mandates.c.reference > (after.text if after else ""),
            )
            .order_by(mandates.c.reference)
            .limit(most)
        )
        return tuple(map(MandateReference, found))


def mandate_from(row: Row[Any]) -> KeptMandate:
    return KeptMandate(
        reference=MandateReference(row.reference),
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        sealed_iban=row.sealed_iban,
        sealed_holder=row.sealed_holder,
        fingerprint=row.fingerprint,
        masked_iban=row.masked_iban,
        bic=row.bic,
        bank_name=row.bank_name,
        evidence=Evidence(
            account=row.signed_by,
            at=row.signed_at,
            origin=row.origin,
            device=row.device,
            text=row.text_version,
        ),
        activated_on=row.activated_on,
        first_collected_on=row.first_collected_on,
        last_collected_on=row.last_collected_on,
        ended_on=row.ended_on,
        was_replaced=row.was_replaced,
    )


def _row(mandate: KeptMandate) -> dict[str, object]:
    evidence = mandate.evidence
    return {
        "reference": mandate.reference.text,
        "contract": mandate.contract.digits,
        "payer": mandate.payer.text,
        "sealed_iban": mandate.sealed_iban,
        "sealed_holder": mandate.sealed_holder,
        "fingerprint": mandate.fingerprint,
        "masked_iban": mandate.masked_iban,
        "bic": mandate.bic,
        "bank_name": mandate.bank_name,
        "signed_by": evidence.account,
        "signed_at": evidence.at,
        "origin": evidence.origin,
        "device": evidence.device,
        "text_version": evidence.text,
        "activated_on": mandate.activated_on,
        "first_collected_on": mandate.first_collected_on,
        "last_collected_on": mandate.last_collected_on,
        "ended_on": mandate.ended_on,
        "was_replaced": mandate.was_replaced,
    }
