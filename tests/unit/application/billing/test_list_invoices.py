import attrs
import pytest

from siegvo.application.billing.bundle import Billing
from siegvo.application.billing.list_invoices import AT_ONCE
from siegvo.application.readers.invoices import InvoiceGroup, InvoiceKey
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payable import NothingToPay, WillBeDebited
from siegvo.domain.billing.situation import Standing
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    world.know(a_tenure())
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))


@pytest.fixture
def billing(world: World, surroundings: Surroundings) -> Billing:
    return Billing.on(surroundings.around(world))


class TestTheList:
    def test_names_the_latest_that_may_be_owed(self, world: World, billing: Billing) -> None:
        world.know(
            an_invoice("F-1", issued="2026-06-20", left=0),
            an_invoice("F-2", issued="2026-10-20"),
            an_invoice("F-3", issued="2026-11-02", kind=InvoiceKind.CREDIT_NOTE, total=-1, left=0),
            an_invoice("F-4", issued="2026-11-03", is_cancelled=True),
        )

        found = billing.list_invoices(holder=ALICE, contract=CONTRACT)

        assert found.latest
        assert found.latest.invoice.number == InvoiceNumber("F-2")
        assert found.offer
        assert found.offer.amount == Money(18_000)
        assert [each.invoice.number.text for each in found.invoices] == ["F-4", "F-3", "F-2", "F-1"]
        assert [each.situation.standing for each in found.invoices] == [
            Standing.CANCELLED,
            Standing.CREDIT_NOTE,
            Standing.OVERDUE,
            Standing.PAID,
        ]

    def test_names_none_when_something_is_left_out(self, world: World, billing: Billing) -> None:
        world.know(an_invoice())
        key = InvoiceKey(issued_on=an_invoice().due_on, number=InvoiceNumber("F-1"))

        for found in (
            billing.list_invoices(holder=ALICE),
            billing.list_invoices(holder=ALICE, contract=CONTRACT, year=2026),
            billing.list_invoices(holder=ALICE, contract=CONTRACT, group=InvoiceGroup.TO_PAY),
            billing.list_invoices(holder=ALICE, contract=CONTRACT, after=key),
        ):
            assert len(found.invoices) == 1
            assert (found.latest, found.offer) == (None, None)

    def test_says_why_the_latest_is_not_to_be_paid(self, world: World, billing: Billing) -> None:
        world.know(an_invoice(debit="2026-12-05"))

        found = billing.list_invoices(holder=ALICE, contract=CONTRACT)

        assert found.offer
        assert isinstance(found.offer.why_not, WillBeDebited)

    @pytest.mark.parametrize(("left", "why_not"), [(18_000, None), (50, None), (0, NothingToPay)])
    def test_offers_nothing_where_nobody_pays_on_line(
        self, world: World, surroundings: Surroundings, left: int, why_not: type | None
    ) -> None:
        world.know(an_invoice(left=left))
        elsewhere = attrs.evolve(surroundings, treasury=None)

        found = Billing.on(elsewhere.around(world)).list_invoices(holder=ALICE, contract=CONTRACT)

        assert found.offer
        assert found.offer.amount is None
        assert (found.offer.why_not and type(found.offer.why_not)) == why_not

    def test_tells_the_size_of_the_latest_document(
        self, world: World, billing: Billing, surroundings: Surroundings
    ) -> None:
        name = surroundings.invoice_files.keep(b"%PDF-1.7 what was sent")
        world.know(an_invoice(document=name))

        assert billing.list_invoices(holder=ALICE, contract=CONTRACT).latest_bytes == 22

    def test_goes_on_after_twenty(self, world: World, billing: Billing) -> None:
        world.know(*(an_invoice(f"F-{rank:02}") for rank in range(AT_ONCE + 1)))

        first = billing.list_invoices(holder=ALICE)
        rest = billing.list_invoices(holder=ALICE, after=first.after)

        assert (len(first.invoices), len(rest.invoices)) == (AT_ONCE, 1)
        assert first.after
        assert first.after.number == InvoiceNumber("F-01")
        assert rest.after is None

    def test_names_the_years_the_last_first(self, world: World, billing: Billing) -> None:
        world.know(an_invoice("F-1", issued="2023-06-20"), an_invoice("F-2"))

        assert billing.list_invoices(holder=ALICE).years == (2026, 2025, 2024, 2023)
