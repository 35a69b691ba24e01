"""Accounts as staff list them, from memory."""

from datetime import datetime

import attrs

from siegvo.application.readers.accounts import AccountCard, AccountLine
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.household import household_words
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryAccountLists:
    work: InMemoryWork

    def all(self) -> tuple[AccountLine, ...]:
        return tuple(
            AccountLine(
                email=account.email,
                activated_at=account.activated_at,
                seen_at=self._seen_at(account.id),
                payers=len(self.work.links.of(account.id)),
            )
            for account in sorted(self.work.accounts.kept.values(), key=lambda a: a.email.key)
        )

    def words_of(self, account: AccountId) -> tuple[str, ...]:
        tenures = self.work.tenures.seen_by(account)
        payers = [self.work.tenures.payers[each.payer] for each in tenures]
        texts = [
            *(text for payer in payers for text in (payer.name, payer.address.street)),
            *(text for each in tenures for text in (each.supply.street, each.supply.town)),
            *(each.contract.digits for each in tenures),
            *(each.occupant or "" for each in tenures),
        ]
        return household_words(texts)

    def of(self, email: EmailAddress) -> AccountCard:
        account = self.work.accounts.with_email(email)
        if account is None:
            raise AccountNotFound
        requests = [each for each in self.work.requests.kept.values() if each.account == account.id]
        moves = [
            each
            for each in self.work.address_changes.kept.values()
            if each.account == account.id and not each.is_confirmed
        ]
        return AccountCard(
            id=account.id,
            email=account.email,
            activated_at=account.activated_at,
            seen_at=self._seen_at(account.id),
            sessions=len(self.work.sessions.of_account(account.id)),
            payers=tuple(link.payer for link in self.work.links.of(account.id)),
            open_requests=tuple(
                sorted(str(each.reference) for each in requests if not each.state.is_final)
            ),
            moving_to=moves[0].new if moves else None,
        )

    def _seen_at(self, account: AccountId) -> datetime | None:
        sessions = [each for each in self.work.sessions.kept.values() if each.account == account]
        return max((each.seen_at for each in sessions), default=None)
