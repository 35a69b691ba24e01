"""Staff look a contract up, and replace a key that is known to too many."""

from datetime import date

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.security_keys import NewSecurityKey
from siegvo.application.ports.work import Begin, Look, Readers
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.intake import KnownTenure
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.key_strength import WIDEST, bits_of
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import NotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen
class NoSuchContract(NotFound):
    """No file of the billing system names it."""

    number: ContractNumber


@attrs.frozen(kw_only=True)
class TenureRecord:
    """One payer's time with a contract; `accounts` see it.  The key itself is known to nobody."""

    payer: PayerCode
    name: str
    since: date
    until: date | None
    key_bits: int
    was_renewed: bool
    accounts: tuple[EmailAddress, ...]


@attrs.frozen(kw_only=True)
class ContractRecord:
    """A contract as staff see it; `tenures` begin with the oldest."""

    number: ContractNumber
    supply: PostalAddress
    tenures: tuple[TenureRecord, ...]


@attrs.frozen
class ShowContract:
    """Show staff a contract, its payers, and who is linked to them."""

    look: Look

    def __call__(self, number: ContractNumber) -> ContractRecord:
        """Return what is known of it.

        Raises:
            NoSuchContract: no file names it.
        """
        with self.look() as readers:
            history = readers.intake.contracts.histories({number}).get(number)
            if not history:
                raise NoSuchContract(number)
            return ContractRecord(
                number=number,
                supply=history[-1].tenure.supply,
                tenures=tuple(_record(known, readers) for known in history),
            )


@attrs.frozen(kw_only=True)
class RenewKey:
    """Draw another key for the payer who holds a contract now; the one they had is retired.

    Who is linked stays linked, and the old key never comes back, whatever a file says.
    """

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash
    new_key: NewSecurityKey

    def __call__(self, number: ContractNumber, *, actor: Actor) -> SecurityKey:
        """Return the new key: nobody can tell it again.

        Raises:
            NoSuchContract: no file names the contract.
        """
        key = self.new_key()
        with self.begin() as work:
            history = work.intake.contracts.histories({number}).get(number)
            if not history:
                raise NoSuchContract(number)
            payer = history[-1].tenure.payer
            work.tenures.renew_key(
                number,
                payer,
                key_hash=self.keyed_hash.of("security-key", number.digits, payer.text, key.text),
                key_bits=bits_of(key, alphabet=WIDEST),
            )
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=actor,
                    gesture=Gesture.KEY_RENEWED,
                    subject=f"{number} {payer}",
                )
            )
        return key


def _record(known: KnownTenure, readers: Readers) -> TenureRecord:
    tenure = known.tenure
    payer = readers.intake.contracts.payers({tenure.payer})[tenure.payer]
    return TenureRecord(
        payer=tenure.payer,
        name=payer.name,
        since=tenure.days.first,
        until=tenure.days.last,
        key_bits=known.key_bits,
        was_renewed=bool(known.retired),
        accounts=readers.link_lists.mailboxes(tenure.payer),
    )
