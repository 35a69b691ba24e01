"""Invoices by mail: asked for, announced, and on paper again when nobody is reached."""

from datetime import date, timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.billing.request_e_invoice import EInvoiceAnswer, EInvoiceOutcome
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.mailer import MailRefused
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.billing.e_invoicing import EInvoiceBeingChanged
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState, ServiceRequest
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.e_invoices import by_mail
from tests.support.feeds import contract_feed, contract_row, invoice_feed, invoice_row
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

PASSWORD = Password("mirabelle tramway onze")
ELSEWHERE = EmailAddress("ailleurs@exemple.fr")
CLERK, FORM = Actor.staff("c.weber"), UUID(int=7)
ASKED, TAKEN_BACK = EInvoiceOutcome.ASKED, EInvoiceOutcome.TAKEN_BACK


@pytest.fixture
def portal(world: World, surroundings: Surroundings) -> Portal:
    """Alice and Bob see one contract, whose invoices come on paper."""
    world.know(a_tenure())
    with world.begin() as work:
        for account in (ALICE, BOB):
            work.accounts.add(an_account(account, hashed=f"hash of {PASSWORD.text}"))
            work.links.add(a_link(account))
    return assemble(surroundings.around(world))


def wish(
    portal: Portal,
    *,
    wanted: bool = True,
    holder: AccountId = ALICE,
    submission: UUID | None = None,
) -> EInvoiceAnswer:
    return portal.billing.request_e_invoice(
        holder=holder, contract=CONTRACT, wanted=wanted, submission=submission
    )


def requests(world: World) -> list[ServiceRequest]:
    return sorted(world.kept.requests.kept.values(), key=lambda each: each.reference)


def receive_invoice(portal: Portal, *, days_ago: int = 1) -> None:
    issued = date(2026, 11, 23) - timedelta(days=days_ago)
    invoice = attrs.evolve(an_invoice(), issued_on=issued, due_on=issued + timedelta(days=30))
    portal.exchange.import_invoices(invoice_feed([invoice_row(invoice)]), actor=CLERK)


def post(portal: Portal, surroundings: Surroundings) -> list[tuple[str, str]]:
    """Have letters leave; return which went to whom."""
    del surroundings.mailbox.letters[:]
    while portal.notifications.deliver_mail():
        pass
    return [(each.template, each.to.text) for each in surroundings.mailbox.letters]


class TestAWish:
    def test_is_a_request_told_to_everybody_who_sees_the_contract(
        self, portal: Portal, world: World, surroundings: Surroundings
    ) -> None:
        answer = wish(portal)

        (request,) = requests(world)
        assert answer == EInvoiceAnswer(outcome=ASKED, reference=request.reference)
        assert (request.kind, request.state) == (RequestKind.E_INVOICE, RequestState.REGISTERED)
        told = post(portal, surroundings)
        assert [kind for kind, _ in told] == [LetterKind.E_INVOICE_ASKED] * 2
        assert len({mailbox for _, mailbox in told}) == 2

    def test_twice_is_once(self, portal: Portal, world: World) -> None:
        first = wish(portal)

        assert wish(portal).outcome is EInvoiceOutcome.ASKED_BEFORE
        assert [each.reference for each in requests(world)] == [first.reference]

    def test_by_the_same_form_has_the_same_answer(self, portal: Portal, world: World) -> None:
        assert wish(portal, submission=FORM) == wish(portal, submission=FORM)
        assert len(requests(world)) == 1
        with pytest.raises(SubmissionReused):
            wish(portal, wanted=False, submission=FORM)

    def test_is_taken_back_while_it_has_not_left(self, portal: Portal, world: World) -> None:
        wish(portal)

        assert wish(portal, wanted=False).outcome is TAKEN_BACK
        assert [each.state for each in requests(world)] == [RequestState.CANCELLED]

    def test_that_has_left_is_not_crossed(self, portal: Portal, world: World) -> None:
        wish(portal)
        portal.exchange.export_e_invoices(since=None, hand_over=len, actor=CLERK)

        with pytest.raises(EInvoiceBeingChanged):
            wish(portal, wanted=False)
        assert [each.state for each in requests(world)] == [RequestState.EXPORTED]

    def test_for_what_is_so_already_is_no_request(self, portal: Portal, world: World) -> None:
        assert wish(portal, wanted=False).outcome is EInvoiceOutcome.SO_ALREADY
        assert requests(world) == []

    def test_of_a_second_account_joins_the_first(self, portal: Portal, world: World) -> None:
        wish(portal)

        assert wish(portal, holder=BOB).outcome is EInvoiceOutcome.JOINED
        assert len(requests(world)) == 1

    def test_is_for_those_who_see_a_contract_that_runs(self, portal: Portal, world: World) -> None:
        stranger = AccountId(UUID(int=99))
        with world.begin() as work:
            work.accounts.add(attrs.evolve(an_account(BOB), id=stranger, email=ELSEWHERE))
        with pytest.raises(ContractNotFound):
            wish(portal, holder=stranger)
        world.know(a_tenure(until="2026-10-31"))
        with pytest.raises(ContractEnded):
            wish(portal)

    def test_is_granted_by_the_next_file_that_shows_it(
        self, portal: Portal, world: World, surroundings: Surroundings
    ) -> None:
        wish(portal)
        post(portal, surroundings)

        report = portal.exchange.import_contracts(
            contract_feed([contract_row(by_mail())]), actor=CLERK
        )

        assert report.closed == 1
        assert [each.state for each in requests(world)] == [RequestState.DONE]
        assert {kind for kind, _ in post(portal, surroundings)} == {LetterKind.E_INVOICE_GRANTED}


class TestANewInvoice:
    def test_is_told_once_to_those_who_chose(
        self, portal: Portal, world: World, surroundings: Surroundings
    ) -> None:
        wish(portal)
        world.know(by_mail())
        post(portal, surroundings)

        receive_invoice(portal)
        receive_invoice(portal)

        assert post(portal, surroundings) == [
            (LetterKind.INVOICE_AVAILABLE, an_account(ALICE).email.text)
        ]

    def test_is_told_to_nobody_while_it_comes_on_paper(
        self, portal: Portal, surroundings: Surroundings
    ) -> None:
        receive_invoice(portal)

        assert post(portal, surroundings) == []

    def test_of_long_ago_is_no_news(
        self, portal: Portal, world: World, surroundings: Surroundings
    ) -> None:
        wish(portal)
        world.know(by_mail())
        post(portal, surroundings)

        receive_invoice(portal, days_ago=61)

        assert post(portal, surroundings) == []


class TestPaperComesBack:
    def test_when_the_mailbox_takes_no_letters(
        self, portal: Portal, world: World, surroundings: Surroundings
    ) -> None:
        wish(portal)
        portal.exchange.import_contracts(contract_feed([contract_row(by_mail())]), actor=CLERK)
        post(portal, surroundings)
        receive_invoice(portal)
        surroundings.mailbox.trouble = MailRefused("RCPT 550 5.1.1")

        portal.notifications.deliver_mail()

        first, second = requests(world)
        assert first.state is RequestState.DONE
        assert (second.kind, second.state) == (RequestKind.E_INVOICE, RequestState.REGISTERED)
        choices = world.kept.e_invoices.choices_of(CONTRACT, a_tenure().payer)
        assert [each.is_reached for each in choices] == [False]

    def test_when_the_only_account_that_chose_is_deleted(
        self, portal: Portal, world: World
    ) -> None:
        wish(portal)
        portal.exchange.import_contracts(contract_feed([contract_row(by_mail())]), actor=CLERK)

        portal.accounts.delete_account(account=ALICE, password=PASSWORD)

        last = requests(world)[-1]
        assert (last.kind, last.state, last.account) == (
            RequestKind.E_INVOICE,
            RequestState.REGISTERED,
            None,
        )

    def test_not_while_another_account_has_them(self, portal: Portal, world: World) -> None:
        wish(portal)
        wish(portal, holder=BOB)
        portal.exchange.import_contracts(contract_feed([contract_row(by_mail())]), actor=CLERK)

        portal.accounts.delete_account(account=ALICE, password=PASSWORD)

        assert [each.state for each in requests(world)] == [RequestState.DONE]
