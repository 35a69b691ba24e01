"""Letters in French: a subject, a text, the same in HTML."""

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from siegvo.adapters.french.devices import device, network
from siegvo.adapters.french.values import cubic_metres, say, siren, telephone
from siegvo.adapters.mail.links import breakable
from siegvo.adapters.mail.typography import FrenchBlanks
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.utility import Utility


@attrs.frozen(kw_only=True)
class Written:
    """A letter in words."""

    subject: str
    text: str = attrs.field(repr=False)
    html: str = attrs.field(repr=False)


@attrs.frozen(init=False)
class Writer:
    """Knows the templates, who signs the letters, and where their links lead."""

    _templates: Environment

    def __init__(self, *, utility: Utility, public_url: str) -> None:
        templates = Environment(
            loader=PackageLoader("siegvo.adapters.mail"),
            extensions=(FrenchBlanks,),
            autoescape=select_autoescape(enabled_extensions=("html",)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.globals |= {
            "portal": public_url.rstrip("/"),
            "telephone": _by_telephone(utility),
            "utility": utility,
        }
        templates.filters |= {
            "cubic_metres": cubic_metres,
            "breakable": breakable,
            "device": device,
            "network": network,
            "say": say,
            "siren": siren,
            "telephone": telephone,
        }
        self.__attrs_init__(templates)

    def write(self, letter: Letter) -> Written:
        """Put the facts of `letter` in its words."""
        return Written(
            subject=self._render(letter, "subject.txt"),
            text=self._render(letter, "body.txt"),
            html=self._render(letter, "body.html"),
        )

    def _render(self, letter: Letter, part: str) -> str:
        template = self._templates.get_template(f"{letter.template}/{part}")
        return template.render(to=letter.to, **letter.facts)


def _by_telephone(utility: Utility) -> str:
    number = telephone(utility.telephone)
    hint = utility.telephone_hint.replace(" ", "\u00a0")
    return f"{number} ({hint})" if hint else number
