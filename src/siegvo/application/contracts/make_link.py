"""An account and a payer become linked, or staff are asked, inside one transaction."""

from uuid import UUID

import attrs

from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.contracts.doubt import Doubt, doubt_about
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.contracts.link import Link
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.events import LinkAsked
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step

_NEW, _KNOWN = "new", "known"


@attrs.frozen(kw_only=True)
class Proof:
    """A link somebody asks for with a key that fits, and what there is to know of it."""

    link: Link
    key_bits: int
    is_suspicious: bool
    year: int
    origin: str


@attrs.frozen(kw_only=True)
class Made:
    """What became of it: a new link, one that was known, or a request that waits."""

    is_new: bool = False
    awaits: RequestReference | None = None


def make_link_once(work: Work, proof: Proof, submission: UUID) -> Made:
    """Do as `make_link` the first time this form comes, and say again what it said.

    Raises:
        SubmissionReused: the form came before, for another contract.
        KeyTooWeak: the key is too short to prove anything.
    """
    link = proof.link
    form = Submission(
        author=str(link.account),
        action="link contract",
        id=submission,
        content=f"{link.proved_by} {link.payer}",
    )
    outcome = work.submissions.claim(form, at=link.linked_at)
    if outcome is None:
        outcome = _as_text(make_link(work, proof))
        work.submissions.settle(form, outcome)
    return _from_text(outcome)


def make_link(work: Work, proof: Proof) -> Made:
    """Link them and tell those concerned, or ask staff; of several at once, one is new.

    Raises:
        KeyTooWeak: the key is too short to prove anything.
    """
    link = proof.link
    work.links.hold(link.payer)
    accounts = work.links.accounts_of(link.payer)
    if link.account in accounts:
        return Made()
    awaited = work.link_requests.awaited(link.account, link.payer, kind=RequestKind.LINK)
    if awaited:
        return Made(awaits=awaited)
    doubt = doubt_about(
        contracts=len(work.tenures.of_payer(link.payer)),
        accounts=len(accounts),
        key_bits=proof.key_bits,
        is_suspicious=proof.is_suspicious,
    )
    if doubt:
        return Made(awaits=_ask_staff(work, proof, doubt))
    keep_link(work, link)
    note(work, link, Gesture.CONTRACT_LINKED, f"{link.proved_by} {link.payer}", proof.origin)
    return Made(is_new=True)


def keep_link(work: Work, link: Link) -> None:
    """Keep a link, and tell its account and those linked to the payer before."""
    others = work.links.accounts_of(link.payer)
    if not work.links.add(link):
        return
    account, payer, at = str(link.account), str(link.payer), link.linked_at
    work.record(ContractLinked(at=at, account=account, payer=payer, contract=str(link.proved_by)))
    for other in others:
        work.record(PayerLinkedElsewhere(at=at, account=str(other), payer=payer))


def note(work: Work, link: Link, gesture: Gesture, subject: str, origin: str) -> None:
    """Write down what the account of `link` did."""
    work.audit.add(
        Entry(
            at=link.linked_at,
            actor=Actor.subscriber(link.account),
            gesture=gesture,
            subject=subject,
            origin=origin,
        )
    )


def _ask_staff(work: Work, proof: Proof, doubt: Doubt) -> RequestReference:
    link = proof.link
    reference = work.requests.new_reference(proof.year)
    work.requests.add(
        ServiceRequest(
            reference=reference,
            kind=RequestKind.LINK,
            account=link.account,
            contract=link.proved_by,
            steps=(Step(state=RequestState.REGISTERED, at=link.linked_at),),
        )
    )
    work.link_requests.add(LinkRequest(reference=reference, payer=link.payer, doubt=doubt))
    work.record(
        LinkAsked(
            at=link.linked_at,
            reference=str(reference),
            account=str(link.account),
            contract=str(link.proved_by),
        )
    )
    subject = f"{reference} {link.proved_by} {link.payer}"
    note(work, link, Gesture.LINK_ASKED, subject, proof.origin)
    return reference


def _as_text(made: Made) -> str:
    return str(made.awaits) if made.awaits else _NEW if made.is_new else _KNOWN


def _from_text(outcome: str) -> Made:
    if outcome in {_NEW, _KNOWN}:
        return Made(is_new=outcome == _NEW)
    return Made(awaits=RequestReference.parse(outcome))
