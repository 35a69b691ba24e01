"""What every page shares, made once: it never changes from one request to the next."""

from datetime import timedelta

from jinja2 import Environment
from markupsafe import Markup

from siegvo.adapters.french.devices import device, network
from siegvo.adapters.french.values import say, telephone
from siegvo.application.ports.utility import Utility
from siegvo.domain.policy import (
    ACTIVATION_LASTS,
    ADDRESS_CHANGE_LASTS,
    CANCELLATION_LASTS,
    DEVICE_KEPT,
    PASSWORD_RESET_LASTS,
    PROOF_LASTS,
    REGISTRATION_KEPT,
    REMEMBERED_FOR,
    SESSIONS_AT_ONCE,
)
from siegvo.entrypoints.web.assets import Assets
from siegvo.entrypoints.web.help import TOPICS
from siegvo.entrypoints.web.home.criteria import DECLARATION
from siegvo.entrypoints.web.icons import ICONS, Drawings
from siegvo.entrypoints.web.sizes import HEAVIEST


def frame_pages(environment: Environment, *, assets: Assets, utility: Utility) -> None:
    """Give the templates of `environment` their drawings, their links and their footer."""
    environment.add_extension(Drawings)
    environment.filters |= {
        "device": device,
        "network": network,
        "say": say,
        "tel": telephone_link,
        "telephone": telephone,
        "threes": by_threes,
    }
    environment.globals |= {
        "activation_hours": ACTIVATION_LASTS // timedelta(hours=1),
        "address_minutes": ADDRESS_CHANGE_LASTS // timedelta(minutes=1),
        "asset": assets.url,
        "cancellation_days": CANCELLATION_LASTS.days,
        "conformity": DECLARATION.conformity,
        "device_months": DEVICE_KEPT.days // 30,
        "heaviest": f"{HEAVIEST // 2**20}\u00a0Mo",
        "help": {name: topic.link for name, topic in TOPICS.items()},
        "icons": ICONS,
        "proof_minutes": PROOF_LASTS // timedelta(minutes=1),
        "registration_days": REGISTRATION_KEPT.days,
        "remembered_days": REMEMBERED_FOR.days,
        "reset_minutes": PASSWORD_RESET_LASTS // timedelta(minutes=1),
        "sessions_at_once": SESSIONS_AT_ONCE,
        "topics": TOPICS,
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
