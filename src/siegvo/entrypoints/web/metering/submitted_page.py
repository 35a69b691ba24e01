"""The answer to a reading, ready to print."""

import attrs

from siegvo.adapters.french.values import number, say
from siegvo.application.metering.show_sent_reading import SentReadingView
from siegvo.domain.metering.sent_reading import Review


@attrs.frozen(kw_only=True)
class SubmittedPage:
    """What was sent.

    `dials`: the digits one by one, `0 0 2 4 7`; `figure`: the same aloud, `247`; `what`:
    `Relevé du 23/11/2026, compteur H25LA004127`; `is_reviewed` when staff look at it first.
    """

    dials: tuple[str, ...]
    figure: str
    what: str
    reference: str
    is_reviewed: bool
    back_href: str


def submitted_page(view: SentReadingView) -> SubmittedPage:
    sent, index = view.sent, view.sent.reading.index
    return SubmittedPage(
        dials=tuple(f"{index.cubic_metres:0{view.dials}}"),
        figure=number(index.cubic_metres),
        what=f"Relevé du {say(sent.reading.taken_on)}, compteur {sent.serial}",
        reference=str(sent.reference),
        is_reviewed=sent.review is Review.AWAITED,
        back_href=f"/tableau-de-bord?contrat={sent.contract}",
    )
