"""Reckoning with days, in the words of each database."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _DaysBefore(FunctionElement[Any]):
    """A day, and how many days to go back."""

    type = Date()
    name = "days_before"
    inherit_cache = True


def days_before(day: ColumnElement[Any], count: int) -> ColumnElement[Any]:
    """Return the day that lies so many days before another."""
    return _DaysBefore(day, literal_column(str(count)))


@compiles(_DaysBefore)
def _in_postgresql(element: _DaysBefore, compiler: SQLCompiler, **options: Any) -> str:
    day, count = (compiler.process(each, **options) for each in element.clauses)
    return f"({day} - {count})"


@compiles(_DaysBefore, "sqlite")
def _in_sqlite(element: _DaysBefore, compiler: SQLCompiler, **options: Any) -> str:
    day, count = (compiler.process(each, **options) for each in element.clauses)
    return f"date({day}, '-{count} days')"


class _DaysBetween(FunctionElement[Any]):
    """Two days, the later first."""

    type = Integer()
    name = "days_between"
    inherit_cache = True


def days_between(later: ColumnElement[Any], earlier: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return how many days lie between two."""
    return _DaysBetween(later, earlier)


@compiles(_DaysBetween)
def _between_in_postgresql(element: _DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    later, earlier = (compiler.process(each, **options) for each in element.clauses)
    return f"({later} - {earlier})"


@compiles(_DaysBetween, "sqlite")
def _between_in_sqlite(element: _DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    later, earlier = (compiler.process(each, **options) for each in element.clauses)
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"
