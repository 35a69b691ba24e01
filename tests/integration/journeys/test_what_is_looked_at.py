"""The list of views, which tests and pictures are made from, leaves no page out."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from flask import Flask, request, request_started

from siegvo.adapters.sql.engine import open_engine
from tests.look.reading import read
from tests.look.scene import Scene
from tests.look.views.every import EVERY, NO_PAGES
from tests.support.outside import Mailbox
from tests.support.sample_portal import SamplePortal


@pytest.fixture
def scene(sqlite_samples_url: str, tmp_path: Path) -> Iterator[Scene]:
    engine, mailbox = open_engine(sqlite_samples_url), Mailbox()
    yield Scene.laid(SamplePortal.on(engine, folder=tmp_path, mailer=mailbox), mailbox)
    engine.dispose()


class TestTheViews:
    def test_show_each_route_that_has_a_page(self, scene: Scene) -> None:
        seen: set[str] = set()

        def note(sender: Flask) -> None:
            del sender
            if request.url_rule:
                seen.add(request.url_rule.rule)

        with request_started.connected_to(note, scene.service.app):
            for _ in read(scene, chain.from_iterable(EVERY.values())):
                pass

        rules = scene.service.app.url_map.iter_rules()
        pages = {rule.rule for rule in rules if "GET" in (rule.methods or ())}
        assert pages - seen == set(NO_PAGES), "add a view, or say why there is none"

    def test_bear_names_of_their_own(self) -> None:
        names = [view.name for view in chain.from_iterable(EVERY.values())]

        assert len(set(names)) == len(names)
