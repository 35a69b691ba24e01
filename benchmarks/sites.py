"""The sites of a run: Flask's constant, Django's page, the portal on one database or two."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import attrs

from benchmarks.bench import Bench
from benchmarks.pages import Page
from benchmarks.portal_site import PortalSite, portal_site
from benchmarks.servers import free_port, serving
from tests.support.postgresql import fresh_database

_ROOT = Path(__file__).parents[1]
_DJANGO_PYTHON = _ROOT / "benchmarks" / ".venv" / "bin" / "python"
_FILL = "benchmarks.django_portal.fill"
_DASHBOARD = "/tableau-de-bord"


@attrs.frozen(kw_only=True)
class Sites:
    constant: Page
    django: Page
    portals: tuple[PortalSite, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return every page of the run, the yardstick first."""
        return (self.constant, self.django, *(page for each in self.portals for page in each.pages))


@contextmanager
def sites(bench: Bench, *, admin_url: str | None) -> Iterator[Sites]:
    """Fill every database and serve every site; PostgreSQL's is made on the server given."""
    with ExitStack() as opened:
        constant = opened.enter_context(_constant_site(bench))
        django = opened.enter_context(_django_site(bench))
        portals = [opened.enter_context(portal_site(bench))]
        if admin_url:
            url = opened.enter_context(fresh_database(admin_url))
            portals.append(opened.enter_context(portal_site(bench, database_url=url)))
        yield Sites(constant=constant, django=django, portals=tuple(portals))


@contextmanager
def _constant_site(bench: Bench) -> Iterator[Page]:
    with serving(
        "benchmarks.constant:application",
        python=Path(sys.executable),
        shape=bench.shape,
        port=free_port(),
        environment={},
        log=bench.folder / "constant.log",
    ) as server:
        yield Page(name="Flask constant", server=server, path=_DASHBOARD, holds="Tableau de bord")


@contextmanager
def _django_site(bench: Bench) -> Iterator[Page]:
    environment = {
        "BENCH_DJANGO_DATABASE": str(bench.folder / "django.db"),
        "DJANGO_SETTINGS_MODULE": "benchmarks.django_portal.settings",
    }
    filled = subprocess.run(
        [_DJANGO_PYTHON, "-m", _FILL, str(bench.contracts), str(bench.subscribers)],
        check=True,
        cwd=_ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
    ).stdout
    told = json.loads(filled)
    with serving(
        "django.core.wsgi:get_wsgi_application",
        python=_DJANGO_PYTHON,
        shape=bench.shape,
        port=free_port(),
        environment=environment,
        log=bench.folder / "django.log",
    ) as server:
        yield Page(
            name="Django dashboard",
            server=server,
            path=_DASHBOARD,
            holds="Votre contrat",
            cookies=tuple(told["cookies"]),
            statements=told["statements"],
        )
