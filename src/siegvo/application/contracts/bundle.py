"""The use cases about contracts."""

from typing import Self

import attrs

from siegvo.application.contracts.check_attestation import CheckAttestation
from siegvo.application.contracts.decide_links import (
    ApproveLink,
    ListWaitingLinks,
    RefuseLink,
)
from siegvo.application.contracts.dispute_link import DisputeLink, ListSharedPayers
from siegvo.application.contracts.issue_attestation import IssueAttestation
from siegvo.application.contracts.link_contract import LinkContract
from siegvo.application.contracts.show_dashboard import ShowDashboard
from siegvo.application.contracts.staff_contracts import RenewKey, ShowContract
from siegvo.application.contracts.unlink_payer import UnlinkPayer
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Contracts:
    link_contract: LinkContract
    list_shared_payers: ListSharedPayers
    dispute_link: DisputeLink
    list_waiting_links: ListWaitingLinks
    approve_link: ApproveLink
    refuse_link: RefuseLink
    unlink_payer: UnlinkPayer
    show_contract: ShowContract
    renew_key: RenewKey
    show_dashboard: ShowDashboard
    issue_attestation: IssueAttestation
    check_attestation: CheckAttestation

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        return cls(
            link_contract=LinkContract(
                begin=outside.begin,
                look=outside.look,
                clock=outside.clock,
                keyed_hash=outside.keyed_hash,
            ),
            list_shared_payers=ListSharedPayers(outside.look),
            dispute_link=DisputeLink(begin=outside.begin, clock=outside.clock, vault=outside.vault),
            list_waiting_links=ListWaitingLinks(outside.look),
            approve_link=ApproveLink(begin=outside.begin, clock=outside.clock),
            refuse_link=RefuseLink(begin=outside.begin, clock=outside.clock),
            unlink_payer=UnlinkPayer(begin=outside.begin, clock=outside.clock),
            show_contract=ShowContract(outside.look),
            renew_key=RenewKey(
                begin=outside.begin,
                clock=outside.clock,
                keyed_hash=outside.keyed_hash,
                new_key=outside.new_security_key,
            ),
            show_dashboard=ShowDashboard(outside.glance),
            issue_attestation=IssueAttestation(
                look=outside.look,
                clock=outside.clock,
                papers=outside.papers,
                marks=outside.paper_marks,
                utility=outside.utility,
                verification_page=outside.verification_page,
            ),
            check_attestation=CheckAttestation(
                begin=outside.begin,
                look=outside.look,
                clock=outside.clock,
                keyed_hash=outside.keyed_hash,
                marks=outside.paper_marks,
            ),
        )
