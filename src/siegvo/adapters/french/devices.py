"""Devices, named as their owner would, out of what browsers say of themselves."""

from typing import Final

# The first that is found counts: most browsers also say that they are another one.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "sur un iPhone"),
    ("iPad", "sur un iPad"),
    ("Android", "sur un appareil Android"),
    ("Windows", "sous Windows"),
    ("Macintosh", "sur un Mac"),
    ("CrOS", "sur un Chromebook"),
    ("Linux", "sous Linux"),
)


def device(described: str) -> str:
    """Name a device: `Firefox sous Windows`; nothing of what was sent is repeated."""
    browser = _first(_BROWSERS, described) or "Navigateur inconnu"
    return " ".join(filter(None, (browser, _first(_SYSTEMS, described))))


def network(place: str) -> str:
    """Write the part of an address that is kept: `203.0.113.x`."""
    return place.replace(".0/24", ".x").partition("/")[0]


def _first(names: tuple[tuple[str, str], ...], described: str) -> str:
    return next((name for mark, name in names if mark in described), "")
