"""Rows of another table, gathered in one column: an array of arrays, as JSON."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class gathered(GenericFunction[Any]):  # noqa: N801 - it is written where functions are
    """`[[…], …]`, one array for each row with these columns; `[]` or nothing without any."""

    type = JSON()
    inherit_cache = True


@compiles(gathered, "sqlite")
def _on_sqlite(function: gathered, compiler: SQLCompiler, **words: Any) -> str:
    return f"json_group_array(json_array({_columns(function, compiler, words)}))"


@compiles(gathered, "postgresql")
def _on_postgresql(function: gathered, compiler: SQLCompiler, **words: Any) -> str:
    return f"json_agg(json_build_array({_columns(function, compiler, words)}))"


def _columns(function: gathered, compiler: SQLCompiler, words: dict[str, Any]) -> str:
    return ", ".join(compiler.process(each, **words) for each in function.clauses)
