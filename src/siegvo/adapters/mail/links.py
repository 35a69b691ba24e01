"""Long addresses in narrow windows."""

import re

from markupsafe import Markup

_PIECES = re.compile(r"[^/]{1,24}/*|/+")


def breakable(address: str) -> Markup:
    """Let a browser cut `address` at a slash or in a long word; copied, it comes out whole."""
    return Markup("<wbr>").join(_PIECES.findall(address))
