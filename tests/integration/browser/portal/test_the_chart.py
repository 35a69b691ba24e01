"""The consumption chart as it is drawn on the narrowest telephone."""

from typing import Final

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.support.errands import Errands
from tests.support.hands import Pointer
from tests.support.served import Served
from tests.support.window import window

NARROWEST: Final[ViewportSize] = {"width": 320, "height": 700}

_TOUCHING: Final = """() => {
  const chart = document.querySelector('figure.chart > svg');
  const frame = chart.getBoundingClientRect();
  const texts = [...chart.querySelectorAll('text')].filter(each => each.textContent.trim());
  const boxes = texts.map(each => [each.textContent, each.getBoundingClientRect()]);
  const outside = boxes.filter(([, box]) =>
    box.left < frame.left - 1 || box.right > frame.right + 1);
  const pairs = boxes.flatMap((one, rank) => boxes.slice(rank + 1).map(other => [one, other]));
  const touching = pairs.filter(([[, a], [, b]]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5);
  return [...outside.map(([text]) => text), ...touching.map(([[a], [b]]) => `${a} | ${b}`)];
}"""
"""Figures that touch one another, or leave the frame; lines of text have some air in them."""


@pytest.mark.parametrize("number", ["100200331", "100200317", "100200334", "100200610"])
class TestTheChart:
    def test_keeps_its_figures_apart(self, browser: Browser, place: Served, number: str) -> None:
        place.service.account(number)
        with window(browser, screen=NARROWEST) as opened:
            page = opened.page
            errands = Errands(window=opened, hand=Pointer(page), place=place)
            errands.sign_in(to="/consommations", title="Consommations")

            for view in ("periode", "jour"):
                page.goto(f"{place.at}/consommations?contrat={number}&vue={view}")

                assert page.evaluate(_TOUCHING) == []
                assert opened.overflow() == 0
            assert opened.complaints == []
