"""Who was told of an abnormal consumption, in SQL."""

from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.leaks import leak_notices
from siegvo.adapters.sql.tables.requests import requests
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.metering.leak import AbnormalConsumption, Basis
from siegvo.domain.metering.leak_notice import Claim, LeakNotice
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.requests.cap_claim import CapWay
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

NOTICES: Final = select(leak_notices, requests.c.state.label("claim_state")).outerjoin(
    requests, requests.c.reference == leak_notices.c.claim_reference
)
"""Every notice, and how far the request has come that claimed something."""

HAS_LEAK_NOTICE: Final = (
    exists()
    .where(
        leak_notices.c.contract == tenures.c.contract,
        leak_notices.c.payer == tenures.c.payer,
    )
    .correlate(tenures)
)
"""Whether a payer was ever told, as a column beside the tenure."""

_OF: Final = Prepared(
    NOTICES.where(
        leak_notices.c.contract == bindparam("number"), leak_notices.c.payer == bindparam("payer")
    ).order_by(leak_notices.c.last_on.desc(), leak_notices.c.meter)
)
_TOLD_UNTIL: Final = Prepared(
    select(func.max(leak_notices.c.last_on).label("until")).where(
        leak_notices.c.meter == bindparam("serial")
    )
)


@attrs.frozen
class SqlLeakNotices:
    """`LeakNotices`, in the table of that name."""

    connection: Connection

    def add(self, notice: LeakNotice) -> bool:
        added = self.connection.execute(
            insert(leak_notices)
            .values(_notice_row(notice))
            .on_conflict_do_nothing()
            .returning(leak_notices.c.meter)
        )
        return added.first() is not None

    def told_until(self, serial: str) -> date | None:
        row = _TOLD_UNTIL.row(self.connection, {"serial": serial})
        until: date | None = row.until
        return until

    def of(self, contract: ContractNumber, payer: PayerCode) -> tuple[LeakNotice, ...]:
        asked = {"number": contract.digits, "payer": payer.text}
        return tuple(map(notice_from, _OF.rows(self.connection, asked)))

    def save(self, notice: LeakNotice) -> None:
        self.connection.execute(
            update(leak_notices)
            .where(
                leak_notices.c.meter == notice.found.serial,
                leak_notices.c.last_on == notice.found.last,
            )
            .values(_claim_row(notice.claim))
        )


def notice_from(row: Row[Any]) -> LeakNotice:
    """Return the notice whose columns `row` holds, `claim_state` among them."""
    return LeakNotice(
        payer=PayerCode(row.payer),
        found=AbnormalConsumption(
            contract=ContractNumber(row.contract),
            serial=row.meter,
            first=row.first_on,
            last=row.last_on,
            cubic_metres=row.drawn_m3,
            usual=DailyDraw(cubic_metres=row.usual_m3, days=row.usual_days),
            basis=Basis(row.basis),
        ),
        told_at=row.told_at,
        told_on=row.told_on,
        by_mail=row.by_mail,
        claim=_claim(row),
    )


def _claim(row: Row[Any]) -> Claim | None:
    if row.claim_way is None or row.claim_state == RequestState.CANCELLED.value:
        return None
    return Claim(
        way=CapWay(row.claim_way),
        reference=RequestReference.parse(row.claim_reference),
        on=row.claimed_on,
    )


def _notice_row(notice: LeakNotice) -> dict[str, object]:
    found = notice.found
    return {
        "meter": found.serial,
        "last_on": found.last,
        "contract": found.contract.digits,
        "payer": notice.payer.text,
        "first_on": found.first,
        "drawn_m3": found.cubic_metres,
        "usual_m3": found.usual.cubic_metres,
        "usual_days": found.usual.days,
        "basis": found.basis.value,
        "told_at": notice.told_at,
        "told_on": notice.told_on,
        "by_mail": notice.by_mail,
        **_claim_row(notice.claim),
    }


def _claim_row(claim: Claim | None) -> dict[str, object]:
    return {
        "claim_way": claim and claim.way.value,
        "claim_reference": claim and str(claim.reference),
        "claimed_on": claim and claim.on,
    }
