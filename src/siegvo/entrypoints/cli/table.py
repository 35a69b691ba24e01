"""A table, to be printed on a terminal or into a pipe."""

from collections.abc import Sequence

import attrs


@attrs.frozen(kw_only=True)
class Table:
    """Rows under headings; columns of figures lie to the right."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    figures: frozenset[int] = frozenset()
