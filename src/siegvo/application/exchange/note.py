"""An import that changed something is written down."""

from datetime import datetime

from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


def note_import(
    begin: Begin, report: ImportReport, *, what: str, at: datetime, actor: Actor | None
) -> None:
    """Write to the audit trail what an import of `what` changed; if nothing, nothing."""
    if not report.has_changed:
        return
    subject = (
        f"{what}: {report.created} created, {report.updated} updated,"
        f" {report.rejected} rejected, {report.closed} closed"
    )
    with begin() as work:
        work.audit.add(
            Entry(
                at=at,
                actor=actor or Actor.portal(),
                gesture=Gesture.FILE_IMPORTED,
                subject=subject,
            )
        )
