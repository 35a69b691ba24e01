from datetime import date
from pathlib import Path

import pytest

from siegvo.application.portal import Portal
from siegvo.domain.accounts.password import Password
from siegvo.domain.billing.situation import Standing
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.bootstrap import open_portal, upgrade_database
from siegvo.entrypoints.demo.seed import Invitation, seed
from siegvo.entrypoints.settings import Settings
from tests.support.outside import Surroundings

DAY = date(2026, 11, 23)
OF_THE_HOUSEHOLD = {
    Standing.PAID,
    Standing.PARTLY_PAID,
    Standing.DUE,
    Standing.OVERDUE,
    Standing.TO_BE_DEBITED,
    Standing.CREDIT_NOTE,
    Standing.CANCELLED,
}


@pytest.fixture
def invitation(portal: Portal, tmp_path: Path) -> Invitation:
    return seed(portal, folder=tmp_path, today=DAY)


class TestTheSeed:
    @pytest.mark.usefixtures("invitation")
    def test_imports_everything_it_made(self, portal: Portal) -> None:
        counts = portal.operations.show_counts()

        assert (counts.contracts, counts.meters, counts.accounts) == (60, 62, 1)
        assert counts.readings > 800

    def test_opens_an_account_that_sees_its_contracts(
        self, portal: Portal, invitation: Invitation
    ) -> None:
        key = portal.accounts.sign_in(
            email=EmailAddress.parse(invitation.email),
            password=Password.parse(invitation.password),
        )

        visitor = portal.accounts.who_is(key.value)
        assert visitor
        assert len(visitor.contracts) == 4
        for contract in visitor.contracts:
            sheet = portal.contracts.show_dashboard(
                holder=visitor.account, contract=contract.number
            )
            assert all(meter.last for meter in sheet.meters)

    def test_shows_that_account_invoices_that_met_every_fate(
        self, portal: Portal, invitation: Invitation
    ) -> None:
        key = portal.accounts.sign_in(
            email=EmailAddress.parse(invitation.email),
            password=Password.parse(invitation.password),
        )
        visitor = portal.accounts.who_is(key.value)
        assert visitor

        found = [
            portal.billing.list_invoices(holder=visitor.account, contract=contract.number)
            for contract in visitor.contracts
        ]

        standings = {each.situation.standing for page in found for each in page.invoices}
        assert standings == OF_THE_HOUSEHOLD
        assert all(page.latest for page in found)

    @pytest.mark.usefixtures("invitation")
    def test_shows_one_abnormal_consumption(self, portal: Portal) -> None:
        (found,) = portal.metering.list_leaks()

        assert found.line.notice.found.contract.digits == "900100003"
        assert found.line.notice.by_mail

    def test_shows_requests_under_way_and_documents(
        self, portal: Portal, invitation: Invitation
    ) -> None:
        key = portal.accounts.sign_in(
            email=EmailAddress.parse(invitation.email),
            password=Password.parse(invitation.password),
        )
        visitor = portal.accounts.who_is(key.value)
        assert visitor

        requests = portal.requests.list_requests(visitor.account)

        assert {each.state for each in requests} == {
            RequestState.AWAITING_SUBSCRIBER,
            RequestState.DONE,
        }
        assert len(portal.documents.list_documents()) == 3

    def test_leaves_a_contract_to_be_linked(self, portal: Portal, invitation: Invitation) -> None:
        key = portal.accounts.sign_in(
            email=EmailAddress.parse(invitation.email),
            password=Password.parse(invitation.password),
        )
        visitor = portal.accounts.who_is(key.value)
        assert visitor

        linked = portal.contracts.link_contract(
            account=visitor.account,
            number=ContractNumber.parse(invitation.contract),
            key=SecurityKey.parse(invitation.key),
        )

        assert not linked.was_linked
        assert len(linked.contracts) == 2

    def test_writes_to_the_account(
        self, portal: Portal, invitation: Invitation, surroundings: Surroundings
    ) -> None:
        while portal.notifications.deliver_mail():
            pass

        assert surroundings.mailbox.last.to == EmailAddress.parse(invitation.email)


def test_the_password_is_good_enough_for_the_real_portal(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    upgrade_database(settings)

    with open_portal(settings) as portal:
        assert seed(portal, folder=tmp_path, today=DAY).password
