"""What `speed.md` asks for, beside what a run reached."""

from typing import Final, Self

import attrs

from benchmarks.cargoes import CARGOES
from benchmarks.importing import Imported
from benchmarks.rounds import Measured, Sample
from benchmarks.starting import Started


@attrs.frozen(kw_only=True)
class Goal:
    """A ratio and its bound; `number` is its line in the table of goals."""

    number: str
    what: str
    reached: float
    bound: float
    is_least: bool

    @classmethod
    def at_least(cls, bound: float, *, number: str, what: str, reached: float) -> Self:
        return cls(number=number, what=what, reached=reached, bound=bound, is_least=True)

    @classmethod
    def at_most(cls, bound: float, *, number: str, what: str, reached: float) -> Self:
        return cls(number=number, what=what, reached=reached, bound=bound, is_least=False)

    @property
    def is_met(self) -> bool:
        return self.reached >= self.bound if self.is_least else self.reached <= self.bound


@attrs.frozen(kw_only=True)
class _Bounds:
    number: str
    of_constant: float
    of_django: float
    cpu: float
    statements: int


_BOUNDS: Final = {
    "SQLite": _Bounds(number="S1", of_constant=0.50, of_django=12, cpu=2.5, statements=4),
    "PostgreSQL": _Bounds(number="S2", of_constant=0.33, of_django=10, cpu=3.5, statements=1),
}


def of_dashboard(
    dashboard: Measured, *, database: str, constant: Measured, django: Measured
) -> list[Goal]:
    """Judge the page on `database`; Django's is on SQLite always."""
    bounds, page = _BOUNDS[database], f"dashboard on {database}"
    return [
        Goal.at_least(
            bounds.of_constant,
            number=bounds.number,
            what=f"{page}, requests/s ÷ Flask constant",
            reached=dashboard.ratio(constant, Sample.rate),
        ),
        Goal.at_least(
            bounds.of_django,
            number=bounds.number,
            what=f"{page}, requests/s ÷ Django dashboard",
            reached=dashboard.ratio(django, Sample.rate),
        ),
        Goal.at_most(
            bounds.cpu,
            number="S3",
            what=f"{page}, CPU per request ÷ Flask constant",
            reached=dashboard.ratio(constant, Sample.cpu_us),
        ),
        Goal.at_most(
            1.5,
            number="S3",
            what=f"{page}, p99 ÷ Flask constant",
            reached=dashboard.ratio(constant, Sample.p99_ms),
        ),
        Goal.at_most(
            bounds.statements,
            number="S5",
            what=f"{page}, statements",
            reached=dashboard.page.statements or 0,
        ),
    ]


def of_other_page(page: Measured, *, dashboard: Measured) -> Goal:
    return Goal.at_most(
        1.5,
        number="S4",
        what=f"{page.page.name}, CPU per request ÷ dashboard",
        reached=page.ratio(dashboard, Sample.cpu_us),
    )


def of_start(started: dict[str, Started]) -> list[Goal]:
    def ratio(one: str, other: str) -> float:
        return started[one].cpu_ms / started[other].cpu_ms

    return [
        Goal.at_most(
            1.3,
            number="S12",
            what="import siegvo, CPU ÷ import attrs",
            reached=ratio("import siegvo", "import attrs"),
        ),
        Goal.at_most(
            1.25,
            number="S12",
            what="siegvo --help, CPU ÷ a bare click group",
            reached=ratio("siegvo --help", "a bare click group"),
        ),
        Goal.at_most(
            0,
            number="S12",
            what="of flask, sqlalchemy, psycopg, jinja2…, loaded by them",
            reached=len({*started["import siegvo"].heavy, *started["siegvo --help"].heavy}),
        ),
    ]


def of_import(imported: Imported) -> list[Goal]:
    number = CARGOES[imported.cargo].goal
    return [
        Goal.at_least(
            0.60 if imported.database == "SQLite" else 0.35,
            number=number,
            what=f"{imported.rows:,} {imported.cargo} into {imported.database},"
            " CPU of a bare load ÷ ours",
            reached=imported.ratio,
        ),
        Goal.at_most(
            100,
            number=number,
            what=f"the same, MB of memory ({imported.start_mb:.0f} with one row)",
            reached=imported.peak_mb,
        ),
    ]
