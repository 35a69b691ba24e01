"""Every page against the standard, as the Nu HTML checker reads it."""

from itertools import chain
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.look.reading import read
from tests.look.scene import Scene
from tests.look.views.every import EVERY
from tests.support.nu_html_checker import errors_of, find_java
from tests.support.outside import Mailbox
from tests.support.sample_portal import SamplePortal


def test_every_page_is_valid_html(sqlite_samples_url: str, tmp_path: Path) -> None:
    java = find_java()
    if java is None:
        pytest.skip("There is no Java here: pages are checked where it is present.")
    engine, mailbox = open_engine(sqlite_samples_url), Mailbox()
    service = SamplePortal.on(engine, folder=tmp_path, mailer=mailbox)
    scene = Scene.laid(service, mailbox)
    views = list(chain.from_iterable(EVERY.values()))

    pages = {view.name: page.source for view, page in read(scene, views)}
    engine.dispose()

    assert len(pages) == len(views), "each has a name of its own"
    (folder := tmp_path / "pages").mkdir()
    assert errors_of(pages, java=java, folder=folder) == {}
