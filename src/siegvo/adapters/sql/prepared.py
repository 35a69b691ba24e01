"""Statements compiled once, and handed to the driver as they are.

To run a statement it has compiled before, SQLAlchemy takes several times what SQLite takes to
answer it.  What the most visited pages ask goes around it: the text, the order of the values and
the way back to Python's own types are worked out the first time.

Nothing that SQLAlchemy says of its statements is said of these; the logger `siegvo.sql.prepared`
notes each of them at level DEBUG, never with a value.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, Self

import attrs
from sqlalchemy import Connection, Dialect, Select

from siegvo.adapters.sql.askers import Asker, asker_of

_log: Final = logging.getLogger("siegvo.sql.prepared")

Change = Callable[[Any], Any]


@attrs.define(eq=False)
class Prepared:
    """A statement that is always the same but for the values of its `bindparam`s."""

    statement: Select[Any]
    _compiled: dict[str, "_Compiled"] = attrs.field(init=False, factory=dict)

    def rows(self, connection: Connection, values: Mapping[str, object]) -> list[Any]:
        """Return all that is found; a column is made ours each time it is named, not before.

        Errors are the driver's own; `Translated` knows them.
        """
        asker = asker_of(connection)
        compiled = self._compiled.get(asker.tongue)
        if compiled is None:
            compiled = _Compiled.of(self.statement, asker.dialect(connection.dialect))
            self._compiled[asker.tongue] = compiled
        return compiled.rows(asker, values)

    def row(self, connection: Connection, values: Mapping[str, object]) -> Any:
        """Return the first that is found, or nothing."""
        rows = self.rows(connection, values)
        return rows[0] if rows else None


@attrs.frozen(kw_only=True)
class _Compiled:
    """A statement in the words of one driver.

    `fixed` are its own values, as the driver wants them; `given` says how those of a call become
    so.  A driver that counts values instead of naming them wants them in `order`.
    """

    text: str
    fixed: Mapping[str, object]
    given: Mapping[str, Change | None]
    order: Sequence[str] | None
    row: type[Any]

    @classmethod
    def of(cls, statement: Select[Any], dialect: Dialect) -> Self:
        compiled: Any = statement.compile(dialect=dialect)
        asked = [name for name, bound in compiled.binds.items() if bound.required]
        # Lists are written out here, which takes a value for everything; these are not used.
        written = compiled.construct_expanded_state(dict.fromkeys(asked))
        inwards = {
            name: change
            for name, bound in compiled.binds.items()
            if (change := bound.type.dialect_impl(dialect).bind_processor(dialect))
        }
        return cls(
            text=written.statement,
            fixed={
                name: inwards[name](value) if name in inwards else value
                for name, value in written.parameters.items()
                if name not in asked
            },
            given={name: inwards.get(name) for name in asked},
            order=written.positiontup,
            row=_row_of(statement, dialect),
        )

    def rows(self, asker: Asker, values: Mapping[str, object]) -> list[Any]:
        _log.debug("%s", self.text)
        filled = {**self.fixed}
        for name, change in self.given.items():
            value = values[name]
            filled[name] = value if change is None else change(value)
        return list(
            map(
                self.row,
                asker.ask(
                    self.text,
                    filled if self.order is None else [filled[name] for name in self.order],
                ),
            )
        )


def _row_of(statement: Select[Any], dialect: Dialect) -> type[Any]:
    """Make the class of its rows: tuples of what the driver gave, with our values by name."""
    selected = list(statement.selected_columns)
    columns = {
        str(each.key): _column(
            place, each.type.dialect_impl(dialect).result_processor(dialect, None)
        )
        for place, each in enumerate(selected)
    }
    if len(columns) < len(selected):
        message = f"two columns bear one name: {statement}"
        raise ValueError(message)
    return type("Found", (tuple,), {"__slots__": (), **columns})


def _column(place: int, change: Change | None) -> property:
    if change is None:
        return property(itemgetter(place))
    return property(lambda row: change(row[place]))
