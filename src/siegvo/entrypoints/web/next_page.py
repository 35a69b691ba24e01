"""Where to go after signing in: a page of ours, or the dashboard."""

import re
from urllib.parse import unquote, urlsplit

_GRAMMAR = re.compile(r"/(?![/\\])[A-Za-z0-9._~\-/%]*(\?[A-Za-z0-9._~\-/%=&+]*)?\Z")
_LONGEST = 300
_NEVER = ("/deconnexion", "/connexion", "/static")


def safe_next(wanted: str | None, *, default: str = "/tableau-de-bord") -> str:
    """Return `wanted` if it can only be a page of ours: a grammar, not a guess."""
    if not wanted or len(wanted) > _LONGEST or not _GRAMMAR.match(wanted):
        return default
    once = unquote(wanted)
    if (
        not once.isascii()
        or not once.isprintable()
        or any(bad in once for bad in ("%", "\\", "//"))
    ):
        return default
    path = urlsplit(once).path
    if any(part in {".", ".."} for part in path.split("/")) or path.startswith(_NEVER):
        return default
    return wanted
