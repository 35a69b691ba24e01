"""Templates, made into Python that does no more than our pages need.

What they print are texts of frozen views, to be joined at once.  Jinja is ready for more: each
text is wrapped lest it be escaped twice, each attribute may be an item, each piece is handed
through every template that extends another.  Without these a dashboard's template takes a third
of the time.
"""

from collections.abc import Iterable, MutableMapping
from typing import Any

from flask.templating import Environment
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as _quoted
except ImportError:  # another MarkupSafe, or none in C: as right, and slower
    _quoted = escape


def printed(value: object) -> str:
    """Write `value` as a page shows it: as it is when it is markup, else escaped."""
    if type(value) is str:
        return _quoted(value)
    return value if type(value) is Markup else escape(value)


class _Code(CodeGenerator):
    """Jinja's code, in three points more direct."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("quoted, printed = environment.quoted, environment.printed")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Print a text without wrapping it, and at once."""
        del node, frame, finalize
        self.write("(quoted(_v) if type(_v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write(") is str else printed(_v))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's)
        """Take the attribute: what has none is a mistake, and no item is meant."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Hand over a template, or a block of one, in one piece."""
        if frame.buffer:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")


class Templates(Environment):
    """Every value is escaped; templates are kept for good, and share what is global."""

    code_generator_class = _Code

    quoted, printed = staticmethod(_quoted), staticmethod(printed)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give a template ours: in a chain they would be copied one by one at each page."""
        return self.globals if d is None else super().make_globals(d)
