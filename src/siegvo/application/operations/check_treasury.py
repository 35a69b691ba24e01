"""Whether the treasury knows the utility."""

import attrs

from siegvo.application.ports.treasury import ClientDetails, Treasury


@attrs.frozen
class CheckTreasury:
    """Ask the treasury under which names it knows our client number."""

    treasury: Treasury | None

    def __call__(self) -> ClientDetails | None:
        """Return the names; nothing when the portal has no treasury to ask.

        Raises:
            TreasuryRefused: it knows no such client.
            TreasuryUnavailable: it does not answer, or not as it should.
        """
        return self.treasury.describe() if self.treasury else None
