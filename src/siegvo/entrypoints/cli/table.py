"""A table, to be printed on a terminal or into a pipe."""

from collections.abc import Mapping, Sequence

import attrs


@attrs.frozen(kw_only=True)
class Table:
    """Rows under headings; columns of figures lie to the right.

    On a terminal that is too narrow, cells of an elastic column are cut short, to no less than
    the width it gives; then details go, each from the words that begin it.
    """

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    figures: frozenset[int] = frozenset()
    elastic: Mapping[int, int] = attrs.field(factory=dict)
    details: Mapping[int, str] = attrs.field(factory=dict)
