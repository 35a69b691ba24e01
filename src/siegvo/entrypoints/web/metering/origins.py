"""Who made a reading, in a word and a drawing."""

from collections.abc import Mapping
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.icons import ICONS


@attrs.frozen
class Origin:
    """`label`: `Relevé`; `told`, in a sentence about an index: `relevé par un agent`."""

    label: str
    icon: Markup
    told: str


ORIGINS: Final[Mapping[ReadingSource, Origin]] = {
    ReadingSource.AGENT: Origin("Relevé", ICONS["check"], "relevé par un agent"),
    ReadingSource.SUBSCRIBER: Origin("Transmis par vous", ICONS["check"], "transmis par vous"),
    ReadingSource.REMOTE: Origin("Télérelevé", ICONS["signal"], "relevé à distance"),
    ReadingSource.ESTIMATE: Origin("Estimé", ICONS["dot"], "estimé par le service"),
}
