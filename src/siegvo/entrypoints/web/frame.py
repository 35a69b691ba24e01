"""What every page shares, made once: it never changes from one request to the next."""

from datetime import timedelta

from jinja2 import Environment
from markupsafe import Markup

from siegvo.adapters.french.values import say, telephone
from siegvo.application.ports.utility import Utility
from siegvo.domain.policy import ACTIVATION_LASTS, REGISTRATION_KEPT, REMEMBERED_FOR
from siegvo.entrypoints.web.assets import Assets
from siegvo.entrypoints.web.icons import ICONS


def frame_pages(environment: Environment, *, assets: Assets, utility: Utility) -> None:
    """Give the templates of `environment` their drawings, their links and their footer."""
    environment.filters |= {
        "say": say,
        "tel": telephone_link,
        "telephone": telephone,
        "threes": by_threes,
    }
    environment.globals |= {
        "activation_hours": ACTIVATION_LASTS // timedelta(hours=1),
        "asset": assets.url,
        "icons": ICONS,
        "registration_days": REGISTRATION_KEPT.days,
        "remembered_days": REMEMBERED_FOR.days,
        "utility": utility,
    }
    for fragment in ("links", "brand", "footer"):
        printed = environment.get_template(f"components/{fragment}.html").render()
        environment.globals[fragment] = Markup(printed)  # noqa: S704 (escaped by its template)


def telephone_link(digits: str) -> str:
    """Write the address that dials a French number: `tel:+33387534043` for 0387534043."""
    return f"tel:+33{digits.removeprefix('0')}"


def by_threes(digits: str) -> str:
    """Write a SIREN as people read it: `200 078 814`."""
    return "\u00a0".join(digits[i : i + 3] for i in range(0, len(digits), 3))
