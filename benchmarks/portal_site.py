"""The portal, served on one database."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

import siegvo
from benchmarks import subscribed
from benchmarks.accounts_of_processes import backends
from benchmarks.bench import Bench
from benchmarks.pages import Page, Server
from benchmarks.servers import free_port, serving
from benchmarks.statements import statements_of


@attrs.frozen(kw_only=True)
class PortalSite:
    """The portal on one database, and its pages; the first three have goals of their own."""

    database: str
    settings: siegvo.Settings
    dashboard: Page
    consumption: Page
    invoices: Page
    others: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return (self.dashboard, self.consumption, self.invoices, *self.others)


@contextmanager
def portal_site(bench: Bench, *, database_url: str | None = None) -> Iterator[PortalSite]:
    """Serve the portal on SQLite, or on the database given."""
    port = free_port()
    database = "PostgreSQL" if database_url else "SQLite"
    folder = bench.folder / database
    environment = {
        "SIEGVO_DATA_DIR": str(folder),
        "SIEGVO_DATABASE_URL": database_url or f"sqlite:///{folder / 'siegvo.db'}",
        "SIEGVO_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    settings = siegvo.Settings(
        data_dir=folder,
        database_url=environment["SIEGVO_DATABASE_URL"],
        public_url=environment["SIEGVO_PUBLIC_URL"],
    )
    subscribed.fill(settings, count=bench.contracts)
    cookies = subscribed.sign_in(settings, count=bench.subscribers, among=bench.contracts)
    with serving(
        "siegvo.entrypoints.wsgi:application",
        python=Path(sys.executable),
        shape=bench.shape,
        port=port,
        environment=environment,
        log=bench.folder / f"{database}.log",
    ) as server:
        whole = attrs.evolve(server, pids=(*server.pids, *backends(database_url)))
        pages = _pages(whole, database=database, cookies=cookies)
        counts = statements_of(settings, pages=pages)
        dashboard, consumption, invoices, *others = (
            attrs.evolve(page, statements=count) for page, count in zip(pages, counts, strict=True)
        )
        yield PortalSite(
            database=database,
            settings=settings,
            dashboard=dashboard,
            consumption=consumption,
            invoices=invoices,
            others=tuple(others),
        )


def _pages(server: Server, *, database: str, cookies: tuple[str, ...]) -> list[Page]:
    def page(name: str, path: str, *, holds: str, cookies: tuple[str, ...] = ("",)) -> Page:
        label = f"{name}, {database}"
        return Page(name=label, server=server, path=path, holds=holds, cookies=cookies)

    return [
        page("dashboard", "/tableau-de-bord", holds="Votre contrat", cookies=cookies),
        page("consumption", "/consommations", holds="<h1>Consommations</h1>", cookies=cookies),
        page("invoices", "/factures", holds="<h1>Factures</h1>", cookies=cookies),
        page("sign-in page", "/connexion", holds='name="password"'),
        page("/sante", "/sante", holds='"ok"'),
    ]
