"""A plugin of pytest: tells what ran in a copy, what failed there, and whose code it was."""

import json
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--witness", help="where to write what was seen")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Witness(config))


class Witness:
    """Keeps what it sees until the last test has run."""

    def __init__(self, config: pytest.Config) -> None:
        self.root = config.rootpath
        self.told = Path(config.getoption("witness"))
        self.passed: list[str] = []
        self.failures: list[dict[str, str]] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, Any, Any]:
        report: Any = yield
        if report.passed and report.when == "call":
            self.passed.append(item.nodeid)
        if report.failed and call.excinfo is not None:
            self._note(item.nodeid, report.when, call.excinfo.typename, call.excinfo.exconly())
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._note(report.nodeid, "collect", "CollectError", report.longreprtext)

    def pytest_sessionfinish(self) -> None:
        ours = [
            Path(file)
            for name, module in sys.modules.items()
            if name.partition(".")[0] == "siegvo" and (file := getattr(module, "__file__", None))
        ]
        inside = [file for file in ours if file.is_relative_to(self.root)]
        seen = {
            "passed": self.passed,
            "failures": self.failures,
            "loaded": [file.relative_to(self.root).as_posix() for file in inside],
            "foreign": [str(file) for file in ours if file not in inside],
        }
        self.told.write_text(json.dumps(seen), encoding="utf-8")

    def _note(self, test: str, when: str, error: str, words: str) -> None:
        self.failures.append({"test": test, "when": when, "error": error, "words": words})
