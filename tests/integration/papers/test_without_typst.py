import sys
from pathlib import Path

import pytest

from siegvo.entrypoints.bootstrap import open_portal, upgrade_database
from siegvo.entrypoints.demo.handouts import demo_documents
from siegvo.entrypoints.settings import Settings


@pytest.fixture(autouse=True)
def _typst_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)


class TestWithoutTypst:
    def test_the_portal_opens_and_makes_no_papers(self, tmp_path: Path) -> None:
        settings = Settings(data_dir=tmp_path)
        upgrade_database(settings)

        with open_portal(settings) as portal:
            assert portal.billing.open_invoice.papers is None

    def test_the_demo_has_no_documents(self) -> None:
        assert demo_documents() == ()
