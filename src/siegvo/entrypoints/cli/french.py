"""Making click speak French."""

import gettext
import os
from pathlib import Path
from typing import Final

CATALOGUES: Final = Path(__file__).parent / "locale"
DOMAIN: Final = "siegvo"


def speak_french() -> None:
    """Have what click says translated, whatever the language of the machine.

    For a program that is the command line; the library leaves its host's language alone.
    """
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
