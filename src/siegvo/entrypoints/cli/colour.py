"""Whether to colour what people read."""

import os


def wanted_colour() -> bool | None:
    """Return what the environment asks for; nothing leaves it to each stream: terminals only.

    `NO_COLOR` and `FORCE_COLOR` are set or not, whatever they say (https://no-color.org); a
    dumb terminal knows no colour.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None
