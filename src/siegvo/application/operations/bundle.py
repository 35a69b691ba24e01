"""The use cases about running the portal."""

from typing import Self

import attrs

from siegvo.application.operations.check_database import CheckDatabase
from siegvo.application.operations.check_treasury import CheckTreasury
from siegvo.application.operations.forget_old import ForgetOld
from siegvo.application.operations.list_audit import ListAudit
from siegvo.application.operations.note_strange_form import NoteStrangeForm
from siegvo.application.operations.seal_audit import SealAudit
from siegvo.application.operations.show_counts import ShowCounts
from siegvo.application.operations.verify_audit import VerifyAudit
from siegvo.application.operations.watch_sign_ins import WatchSignIns
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Operations:
    check_database: CheckDatabase
    check_treasury: CheckTreasury
    forget_old: ForgetOld
    list_audit: ListAudit
    note_strange_form: NoteStrangeForm
    seal_audit: SealAudit
    show_counts: ShowCounts
    verify_audit: VerifyAudit
    watch_sign_ins: WatchSignIns

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        return cls(
            check_database=CheckDatabase(outside.look),
            check_treasury=CheckTreasury(outside.treasury),
            forget_old=ForgetOld(outside.begin, outside.clock, outside.keyed_hash),
            list_audit=ListAudit(outside.look),
            note_strange_form=NoteStrangeForm(outside.begin, outside.clock, outside.keyed_hash),
            seal_audit=SealAudit(
                begin=outside.begin,
                look=outside.look,
                clock=outside.clock,
                keyed_hash=outside.keyed_hash,
            ),
            show_counts=ShowCounts(outside.look),
            verify_audit=VerifyAudit(look=outside.look, keyed_hash=outside.keyed_hash),
            watch_sign_ins=WatchSignIns(outside.look, outside.clock, outside.keyed_hash),
        )
