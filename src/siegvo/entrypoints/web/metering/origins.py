"""Who made a reading, in a word and a drawing."""

from collections.abc import Mapping
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.icons import ICONS


@attrs.frozen
class Origin:
    label: str
    icon: Markup


ORIGINS: Final[Mapping[ReadingSource, Origin]] = {
    ReadingSource.AGENT: Origin("Relevé", ICONS["check"]),
    ReadingSource.SUBSCRIBER: Origin("Transmis par vous", ICONS["check"]),
    ReadingSource.REMOTE: Origin("Télérelevé", ICONS["signal"]),
    ReadingSource.ESTIMATE: Origin("Estimé", ICONS["dot"]),
}
