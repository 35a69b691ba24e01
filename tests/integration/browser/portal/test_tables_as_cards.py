"""Tables on a telephone: cards to the eye, tables to the ear."""

import pytest
from playwright.sync_api import Browser

from tests.support.served import Served
from tests.support.window import PHONE, window


@pytest.mark.parametrize("path", ["/consommations", "/factures"])
def test_cards_are_still_heard_as_a_table(browser: Browser, place: Served, path: str) -> None:
    session = place.service.subscriber("100200331").client.get_cookie("siegvo")
    assert session
    with window(browser, screen=PHONE) as opened:
        page = opened.page
        page.context.add_cookies([{"name": session.key, "value": session.value, "url": place.at}])
        page.goto(f"{place.at}{path}")
        table = page.locator("table.cards").first

        shown = table.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display")
        heard = table.aria_snapshot()

    assert shown == "block"
    assert heard.startswith("- table ")
    assert "- rowheader " in heard
    assert "- cell " in heard
