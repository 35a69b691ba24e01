"""Links as pages and staff see them, in memory."""

import attrs

from siegvo.application.readers.links import SharedPayer, WaitingLink
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryLinkLists:
    work: InMemoryWork

    def waiting(self) -> tuple[WaitingLink, ...]:
        found = (self._waiting(asked) for asked in self.work.link_requests.kept.values())
        waiting = [each for each in found if each]
        return tuple(sorted(waiting, key=lambda each: (each.asked_at, each.reference)))

    def shared(self, account: AccountId) -> tuple[SharedPayer, ...]:
        payers = [self._shared(link) for link in self.work.links.of(account)]
        return tuple(sorted(payers, key=lambda each: (each.name, each.payer)))

    def mailboxes(self, payer: PayerCode) -> tuple[EmailAddress, ...]:
        linked = self.work.links.accounts_of(payer)
        return tuple(self.work.accounts.of(account).email for account in linked)

    def _waiting(self, asked: LinkRequest) -> WaitingLink | None:
        request = self.work.requests.of(asked.reference)
        if request.account is None or request.contract is None or request.state.is_final:
            return None
        return WaitingLink(
            reference=asked.reference,
            asked_at=request.asked_at,
            doubt=asked.doubt,
            email=self.work.accounts.of(request.account).email,
            contract=request.contract,
            payer=asked.payer,
            payer_name=self.work.tenures.payers[asked.payer].name,
            contracts=len(self.work.tenures.of_payer(asked.payer)),
            accounts=len(self.work.links.accounts_of(asked.payer)),
        )

    def _shared(self, link: Link) -> SharedPayer:
        kind = RequestKind.LINK_DISPUTE
        return SharedPayer(
            payer=link.payer,
            name=self.work.tenures.payers[link.payer].name,
            contracts=len(self.work.tenures.of_payer(link.payer)),
            linked_at=link.linked_at,
            others=len(self.work.links.accounts_of(link.payer)) - 1,
            dispute=self.work.link_requests.awaited(link.account, link.payer, kind=kind),
        )
