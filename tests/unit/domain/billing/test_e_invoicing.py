from datetime import date

import pytest

from siegvo.domain.billing.e_invoicing import (
    EInvoiceBeingChanged,
    Way,
    granted,
    is_news,
    way_of,
)
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.requests.request import RequestState
from tests.support.builders.billing import an_invoice
from tests.support.builders.e_invoices import a_wish

ON_ITS_WAY = RequestState.EXPORTED


@pytest.mark.parametrize("wanted", [True, False])
class TestAWish:
    def test_is_asked_when_nothing_is_on_its_way(self, *, wanted: bool) -> None:
        assert way_of(wanted=wanted, shown=not wanted, pending=()) is Way.ASK

    def test_is_nothing_new_when_it_is_so_already(self, *, wanted: bool) -> None:
        assert way_of(wanted=wanted, shown=wanted, pending=()) is Way.SO_ALREADY

    @pytest.mark.parametrize("state", [RequestState.REGISTERED, ON_ITS_WAY])
    def test_is_asked_once(self, *, wanted: bool, state: RequestState) -> None:
        before = a_wish(wanted=wanted, state=state)

        assert way_of(wanted=wanted, shown=not wanted, pending=(before,)) is Way.ASKED_BEFORE

    def test_takes_back_its_opposite_which_has_not_left(self, *, wanted: bool) -> None:
        opposite = a_wish(wanted=not wanted)

        assert way_of(wanted=wanted, shown=wanted, pending=(opposite,)) is Way.TAKE_BACK

    def test_takes_the_place_of_an_opposite_that_changes_nothing(self, *, wanted: bool) -> None:
        opposite = a_wish(wanted=not wanted)

        assert way_of(wanted=wanted, shown=not wanted, pending=(opposite,)) is Way.ASK_INSTEAD

    def test_does_not_cross_its_opposite_on_its_way(self, *, wanted: bool) -> None:
        opposite = a_wish(wanted=not wanted, state=ON_ITS_WAY)

        with pytest.raises(EInvoiceBeingChanged) as refused:
            way_of(wanted=wanted, shown=wanted, pending=(opposite,))

        assert (refused.value.reference, refused.value.wanted) == (opposite.reference, not wanted)

    def test_that_left_is_in_force_again_once_its_opposite_is_taken_back(
        self, *, wanted: bool
    ) -> None:
        pending = (a_wish(1, wanted=wanted, state=ON_ITS_WAY), a_wish(2, wanted=not wanted))

        assert way_of(wanted=wanted, shown=not wanted, pending=pending) is Way.TAKE_BACK


class TestWhatIsShown:
    def test_grants_what_was_asked(self) -> None:
        wish = a_wish()

        assert granted((wish,), shown=True) == (wish,)
        assert granted((wish,), shown=False) == ()

    def test_may_be_of_before_two_opposite_requests(self) -> None:
        first, second = a_wish(1, state=ON_ITS_WAY), a_wish(2, wanted=False)

        assert granted((first, second), shown=False) == ()
        assert granted((first, second), shown=True) == (first,)


class TestNews:
    @pytest.mark.parametrize(
        ("invoice", "told"),
        [
            (an_invoice(issued="2026-11-20"), True),
            (an_invoice(issued="2026-09-24"), True),
            (an_invoice(issued="2026-09-23"), False),
            (an_invoice(issued="2026-11-20", is_cancelled=True), False),
        ],
    )
    def test_is_recent_and_not_cancelled(self, invoice: Invoice, *, told: bool) -> None:
        assert is_news(invoice, today=date(2026, 11, 23)) is told
