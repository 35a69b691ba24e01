"""A file of contracts is looked over before anything in it is kept."""

from collections.abc import Sequence

import attrs

from siegvo.application.ports.feeds import ContractFeed, ContractRow
from siegvo.application.ports.work import Look
from siegvo.application.repositories.intake import ContractIntake
from siegvo.domain.contracts.key_strength import WIDEST, alphabet_of
from siegvo.domain.errors import Refused
from siegvo.domain.policy import MOVES_AT_ANY_RATE, MOVES_IN_A_HUNDRED


@attrs.frozen(kw_only=True)
class ManyPayersChange(Refused):
    """So many contracts would change hands that the file may be the wrong one."""

    moved: int
    known: int


@attrs.frozen(kw_only=True)
class Survey:
    """What a file amounts to as a whole.

    Its keys are drawn from `alphabet` signs; of the `known` contracts, `moved` would pass to
    another payer.
    """

    alphabet: int
    known: int
    moved: int

    @property
    def needs_consent(self) -> bool:
        """Say whether more contracts change hands than in any ordinary week."""
        usual = self.known * MOVES_IN_A_HUNDRED // 100
        return self.moved > max(usual, MOVES_AT_ANY_RATE)


def survey(feed: ContractFeed, look: Look) -> Survey:
    """Look over the file; of a first one, no more than it takes to know its keys."""
    signs: set[str] = set()
    moved = 0
    with look() as readers:
        known = readers.intake.contracts.count()
    for rows in feed.batches():
        signs.update(*(row.key.text for row in rows.good))
        if known:
            with look() as readers:
                moved += _moved(rows.good, readers.intake.contracts)
        elif alphabet_of(signs) == WIDEST:
            break
    return Survey(alphabet=alphabet_of(signs), known=known, moved=moved)


def _moved(rows: Sequence[ContractRow], intake: ContractIntake) -> int:
    holders = intake.holders({row.tenure.contract for row in rows})
    told = ((row.tenure, holders.get(row.tenure.contract)) for row in rows)
    return sum(
        tenure.payer != holder[0] and tenure.days.first >= holder[1]
        for tenure, holder in told
        if holder
    )
