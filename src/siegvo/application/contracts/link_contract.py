"""Somebody holds an invoice, and wants to see the contracts of its payer."""

from uuid import UUID

import attrs

from siegvo.application.contracts.make_link import Proof, make_link, make_link_once
from siegvo.application.contracts.throttles import of_link
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.visitors import HeldContract
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.contracts import Lock
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link, LinkRefused
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.reference import RequestReference

# Opens nothing; compared with when a number names no contract, so that it takes as long.
_NO_LOCK = Lock(payer=PayerCode("0"), key_hash="")


@attrs.frozen(kw_only=True)
class Linked:
    """The contracts of the payer, now theirs to see; `was_linked` if they were already.

    None yet when the link waits for staff: `awaits` is the number of that request.
    """

    was_linked: bool
    contracts: tuple[HeldContract, ...]
    awaits: RequestReference | None = None


@attrs.frozen(kw_only=True)
class LinkContract:
    """Link an account to the payer whose contract number and key it knows.

    The key is that of one payer: it opens all their contracts, those imported later
    included, and nothing of whoever held the same contract before or after them.
    Staff decide first when the payer has many contracts or many accounts already, when the
    key is short, or when too many wrong ones were tried.
    """

    begin: Begin
    look: Look
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(
        self,
        *,
        account: AccountId,
        number: ContractNumber,
        key: SecurityKey,
        origin: str = "",
        submission: UUID | None = None,
    ) -> Linked:
        """Link them, tell the accounts already linked to this payer, and say what is seen.

        The same `submission` twice is linked once, and answered alike.

        Raises:
            LinkRefused: no such contract, or not its key.
            KeyTooWeak: its key, too short to prove anything.
            TooManyAttempts: of this account, or from this place.
            SubmissionReused: this `submission` came before with other content.
        """
        now = self.clock.now()
        throttle = of_link(self.keyed_hash, account, number, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=now)
            locks = readers.tenures.locks_of(number)
        lock = self._opened(locks or (_NO_LOCK,), number, key)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            if lock:
                proof = Proof(
                    link=Link(account=account, payer=lock.payer, proved_by=number, linked_at=now),
                    key_bits=lock.key_bits,
                    is_suspicious=throttle.is_suspicious(work.attempts, now=now),
                    year=self.clock.today().year,
                    origin=origin,
                )
                return _linked(work, proof, submission)
            throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account),
                    gesture=Gesture.LINK_FAILED,
                    subject=str(number),
                    origin=origin,
                )
            )
        raise LinkRefused

    def _opened(
        self, locks: tuple[Lock, ...], number: ContractNumber, key: SecurityKey
    ) -> Lock | None:
        """Try every lock.  A key that two payers of a contract share proves neither."""
        opened = {lock.payer: lock for lock in locks if self._fits(lock, number, key)}
        return opened.popitem()[1] if len(opened) == 1 else None

    def _fits(self, lock: Lock, number: ContractNumber, key: SecurityKey) -> bool:
        bound = (number.digits, lock.payer.text, key.text)
        return self.keyed_hash.matches(lock.key_hash, "security-key", *bound)


def _linked(work: Work, proof: Proof, submission: UUID | None) -> Linked:
    made = make_link_once(work, proof, submission) if submission else make_link(work, proof)
    if made.awaits:
        return Linked(was_linked=False, contracts=(), awaits=made.awaits)
    return Linked(
        was_linked=not made.is_new,
        contracts=tuple(_held(tenure) for tenure in work.tenures.of_payer(proof.link.payer)),
    )


def _held(tenure: Tenure) -> HeldContract:
    return HeldContract(
        number=tenure.contract,
        supply=tenure.supply,
        ended_on=tenure.days.last,
        is_suspended=tenure.is_suspended,
        is_debited=tenure.payment_mode.is_debited,
    )
