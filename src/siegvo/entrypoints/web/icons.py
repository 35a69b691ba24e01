"""Line drawings of 24 by 24, as elements ready to print: `icons["check"]` in a template."""

import re
from collections.abc import Mapping
from typing import Final

from jinja2.ext import Extension
from markupsafe import Markup

_NAMED: Final = re.compile(r'\{\{ icons\["(?P<name>[a-z]+)"\] \}\}')
_PATHS = {
    "account": '<circle cx="12" cy="8" r="4.5"/><path d="M3.5 21a8.5 8.5 0 0 1 17 0"/>',
    "answer": '<path d="M9 6L3 12l6 6M3 12h11a7 7 0 0 1 7 7"/>',
    "arrow": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "back": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "bank": '<path d="M3 9l9-6 9 6ZM5 9v9M10 9v9M14 9v9M19 9v9M3 21h18"/>',
    "check": '<path d="M4 12.5l5.5 5.5L20 7"/>',
    "chevron": '<path d="M9 5l7 7-7 7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "cross": '<circle cx="12" cy="12" r="9"/><path d="M9 9l6 6M15 9l-6 6"/>',
    "download": '<path d="M12 3v12M6.5 10l5.5 5.5 5.5-5.5M4 21h16"/>',
    "device": '<path d="M7 2.5h10v19H7Z"/><path d="M11 18.5h2"/>',
    "dot": '<circle cx="12" cy="12" r="5"/>',
    "drop": '<path d="M12 2.5c4 5 7 8.5 7 12a7 7 0 0 1-14 0c0-3.5 3-7 7-12Z"/>',
    "envelope": '<path d="M3 5.5h18v13H3Z"/><path d="M3 7l9 7 9-7"/>',
    "exit": '<path d="M10 3H4v18h6M9 12h12M16 7l5 5-5 5"/>',
    "home": '<path d="M3 11l9-8 9 8M6 9v12h12V9"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="M11.5 11.5L20 3M16 7l3 3"/>',
    "meter": '<circle cx="12" cy="12" r="9"/><path d="M12 12l4-4M7 15.5h10"/>',
    "paper": '<path d="M6 2.5h8l5 5V21.5H6Z"/><path d="M14 2.5v5h5M9 13h7M9 17h5"/>',
    "phone": (
        '<path d="M6 3h4l1.5 5L9 10a12 12 0 0 0 5 5l2-2.5 5 1.5v4a3 3 0 0 1-3 3'
        'C10 20.5 3.5 14 3 6a3 3 0 0 1 3-3Z"/>'
    ),
    "place": (
        '<path d="M12 22c5-6 8-9 8-13a8 8 0 0 0-16 0c0 4 3 7 8 13Z"/>'
        '<circle cx="12" cy="9.5" r="2.5"/>'
    ),
    "signal": '<path d="M4 10a11 11 0 0 1 16 0M7.5 14a6 6 0 0 1 9 0M12 18v.1"/>',
    "warning": '<path d="M12 3.5L22 20.5H2Z"/><path d="M12 10v4.5M12 17.4v.1"/>',
}


def _drawn(paths: str) -> Markup:
    svg = f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{paths}</svg>'
    return Markup(svg)  # noqa: S704 (the constants above)


ICONS: Final[Mapping[str, Markup]] = {name: _drawn(paths) for name, paths in _PATHS.items()}


class Drawings(Extension):
    """Has `{{ icons["check"] }}` written out when a template is compiled, not at each page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        del name, filename
        return _NAMED.sub(lambda found: ICONS[found["name"]], source)
