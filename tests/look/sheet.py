"""Every picture on one page, to be looked at in a browser."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

_HEAD: Final = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Toutes les pages</title>
<style>
  body { font-family: sans-serif; margin: 2rem; background: #ddd }
  section { margin-bottom: 3rem }
  div { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
  img { max-height: 60rem; background: #fff }
</style>
<h1>Toutes les pages</h1>
"""


def write_sheet(folder: Path, pictures: Iterable[tuple[str, list[str]]]) -> Path:
    """Write `index.html` in `folder`: by the name of each view, the files of its pictures."""
    sections = [
        f"<section><h2>{escape(name)}</h2><div>{''.join(map(_picture, files))}</div></section>"
        for name, files in pictures
    ]
    sheet = folder / "index.html"
    sheet.write_text("\n".join((_HEAD, *sections)), encoding="utf-8")
    return sheet


def _picture(file: str) -> str:
    name = escape(file, quote=True)
    return f'<a href="{name}"><img src="{name}" alt="{name}" loading="lazy"></a>'
