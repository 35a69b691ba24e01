"""Databases that the sample files were imported into, once for each worker."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.postgresql import fresh_database
from tests.support.sample_portal import SamplePortal


@pytest.fixture(scope="session")
def sqlite_samples(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepare the file that every SQLite test on the samples begins with a copy of."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("samples") / "samples.db"))
    _fill(f"sqlite:///{file}", folder=file.parent)
    return file


@pytest.fixture(scope="session")
def postgresql_samples(
    postgresql_cluster: str, postgresql_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Prepare the database that every PostgreSQL test on the samples copies."""
    with fresh_database(postgresql_cluster, template=postgresql_template) as url:
        _fill(url, folder=tmp_path_factory.mktemp("samples"))
        yield url


@pytest.fixture
def sqlite_samples_url(sqlite_samples: Path, tmp_path: Path) -> str:
    file = shutil.copy(sqlite_samples, tmp_path / "samples.db")
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_samples_url(postgresql_cluster: str, postgresql_samples: str) -> Iterator[str]:
    with fresh_database(postgresql_cluster, template=postgresql_samples) as url:
        yield url


def _fill(url: str, *, folder: Path) -> None:
    engine = open_engine(url)
    SamplePortal.on(engine, folder=folder).receive_samples()
    engine.dispose()
