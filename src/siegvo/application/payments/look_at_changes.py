"""Staff look at changes of payment mode, before they leave and after.

Handing them over is what approves them: nobody approves twice.
"""

from collections.abc import Collection
from typing import Self

import attrs

from siegvo.application.change_view import ChangeView
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Look
from siegvo.application.repositories.payments import Mandates
from siegvo.domain.payments.change import PaymentChange, Suspicion
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class ChangeForStaff:
    """A change as staff look at it, and what they have to look into, if anything."""

    change: ChangeView
    suspicions: Collection[Suspicion]

    @classmethod
    def of(cls, change: PaymentChange, *, mandates: Mandates, vault: Vault) -> Self:
        """Read it.

        Raises:
            SealBroken: its bank details cannot be read.
        """
        return cls(
            change=ChangeView.of(change, mandates=mandates, vault=vault),
            suspicions=sorted(change.suspicions),
        )


@attrs.frozen(kw_only=True)
class ListSuspected:
    """Show staff the changes they have to look at."""

    look: Look
    vault: Vault

    def __call__(self) -> tuple[ChangeForStaff, ...]:
        """Return them, the oldest first; accounts are masked.

        Raises:
            SealBroken: bank details cannot be read.
        """
        with self.look() as readers:
            return tuple(
                ChangeForStaff.of(change, mandates=readers.mandates, vault=self.vault)
                for change in readers.payment_changes.suspected()
            )


@attrs.frozen(kw_only=True)
class ShowChange:
    """Show staff what a change is about."""

    look: Look
    vault: Vault

    def __call__(self, reference: RequestReference) -> ChangeForStaff:
        """Return it; the account is masked.

        Raises:
            ChangeNotFound: no change bears this reference.
            SealBroken: its bank details cannot be read.
        """
        with self.look() as readers:
            change = readers.payment_changes.of(reference)
            return ChangeForStaff.of(change, mandates=readers.mandates, vault=self.vault)


@attrs.frozen(kw_only=True)
class SortedChanges:
    """Changes, by their numbers: those to look into, and those the next export hands over."""

    suspected: frozenset[RequestReference]
    ready: frozenset[RequestReference]


@attrs.frozen
class SortChanges:
    """Tell staff which changes want something of them."""

    look: Look

    def __call__(self) -> SortedChanges:
        with self.look() as readers:
            changes = readers.payment_changes
            return SortedChanges(
                suspected=frozenset(each.reference for each in changes.suspected()),
                ready=frozenset(each.reference for each in changes.to_export(None)),
            )
