"""What became of an event that was to be told."""

from enum import StrEnum

import attrs


class Outcome(StrEnum):
    """Told; left for later; or left to staff."""

    TOLD = "told"
    PUT_OFF = "put_off"
    GIVEN_UP = "given_up"


@attrs.frozen(kw_only=True)
class Delivery:
    """An event by its name, how many letters left, and why it is not told, addresses left out."""

    event: str
    outcome: Outcome
    letters: int = 0
    why: str = ""
    is_refused: bool = False
    """The mail server refuses the letter, or the mailbox, for good."""
