"""What only this portal can put on a paper."""

from typing import Protocol


class PaperMarks(Protocol):
    def make(self, *facts: str, length: int) -> str:
        """Return a mark of those facts, so many signs of `attestation_code.SIGNS`."""

    def fits(self, mark: str, *facts: str) -> bool:
        """Say whether `mark` was made of those facts, under whichever key of ours."""
