"""Away to the treasury's page and back, in a browser: its rules let the form through."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.support.accessibility import violations
from tests.support.errands import Errands
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.served import Served
from tests.support.window import PHONE, Window, window


def _is_for_everybody(opened: Window) -> bool:
    assert opened.overflow() == 0
    assert violations(opened.page) == []
    return True


@pytest.mark.parametrize("hand", [Pointer, Keyboard], ids=["finger", "keyboard"])
def test_a_payer_comes_back_and_learns_the_end(
    browser: Browser, paying_place: Served, hand: Callable[[Page], Hand]
) -> None:
    paying_place.service.account("100200423")
    with window(browser, screen=PHONE) as opened:
        errands = Errands(window=opened, hand=hand(opened.page), place=paying_place)
        errands.sign_in(to="/factures", title="Factures")
        errands.leave_to_pay("189,07 €")

        errands.pay()
        assert _is_for_everybody(opened)

        errands.learn_that_it_is_paid()
        assert _is_for_everybody(opened)
        assert opened.complaints == []
