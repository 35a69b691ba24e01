"""Every guard that is switched off, and the goals they stand for."""

from typing import Final

from tests.sabotage.attestations import ATTESTATIONS
from tests.sabotage.authorisation import AUTHORISATION
from tests.sabotage.browser import BROWSER
from tests.sabotage.changes import CHANGES
from tests.sabotage.doors import DOORS
from tests.sabotage.durability import DURABILITY
from tests.sabotage.edge import EDGE
from tests.sabotage.keys import KEYS
from tests.sabotage.linking import LINKING
from tests.sabotage.output import OUTPUT
from tests.sabotage.passwords import PASSWORDS
from tests.sabotage.payment_changes import PAYMENT_CHANGES
from tests.sabotage.payment_pages import PAYMENT_PAGES
from tests.sabotage.payments import PAYMENTS
from tests.sabotage.requests import REQUESTS
from tests.sabotage.sessions import SESSIONS

EVERY: Final = (
    *PASSWORDS,
    *DOORS,
    *CHANGES,
    *SESSIONS,
    *BROWSER,
    *EDGE,
    *KEYS,
    *LINKING,
    *AUTHORISATION,
    *DURABILITY,
    *OUTPUT,
    *PAYMENTS,
    *PAYMENT_CHANGES,
    *PAYMENT_PAGES,
    *REQUESTS,
    *ATTESTATIONS,
)

GOALS: Final = tuple(
    f"{letter}{number}"
    for letter, many in {"A": 13, "B": 13, "C": 9, "D": 6, "G": 8}.items()
    for number in range(1, many + 1)
)
"""The rows of `docs/security.md`, goal by goal: each has a guard in the code."""
