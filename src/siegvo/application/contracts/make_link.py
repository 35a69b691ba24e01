"""An account and a payer become linked, inside one transaction."""

from uuid import UUID

from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.contracts.link import Link
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture

_NEW, _KNOWN = "new", "known"


def make_link_once(work: Work, link: Link, submission: UUID, *, origin: str) -> bool:
    """Do as `make_link` the first time this form comes, and say again what it said.

    Raises:
        SubmissionReused: the form came before, for another contract.
    """
    form = Submission(
        author=str(link.account),
        action="link contract",
        id=submission,
        content=f"{link.proved_by} {link.payer}",
    )
    outcome = work.submissions.claim(form, at=link.linked_at)
    if outcome is None:
        outcome = _NEW if make_link(work, link, origin=origin) else _KNOWN
        work.submissions.settle(form, outcome)
    return outcome == _NEW


def make_link(work: Work, link: Link, *, origin: str) -> bool:
    """Keep `link` and tell those concerned, or say that it is not new."""
    others = work.links.accounts_of(link.payer)
    if not work.links.add(link):
        return False
    account, payer, at = str(link.account), str(link.payer), link.linked_at
    work.record(ContractLinked(at=at, account=account, payer=payer, contract=str(link.proved_by)))
    for other in others:
        work.record(PayerLinkedElsewhere(at=at, account=str(other), payer=payer))
    work.audit.add(
        Entry(
            at=at,
            actor=Actor.subscriber(link.account),
            gesture=Gesture.CONTRACT_LINKED,
            subject=f"{link.proved_by} {payer}",
            origin=origin,
        )
    )
    return True
