"""Every figure the service decided on, in one place.

They come from the card of `docs/security.md`; changing one is a decision.
"""

from datetime import timedelta
from typing import Final

# Passwords: CNIL deliberation 2022-100, case 2 (50 bits and a throttle).
PASSWORD_SHORTEST: Final = 12
PASSWORD_LONGEST: Final = 128
PASSWORD_LEAST_BITS: Final = 50

# Sessions.
SESSION_IDLE: Final = timedelta(minutes=30)
SESSION_LONGEST: Final = timedelta(hours=12)
REMEMBERED_FOR: Final = timedelta(days=30)
SESSIONS_AT_ONCE: Final = 10
SEEN_EVERY: Final = timedelta(minutes=1)
SESSION_OVERLAP: Final = timedelta(seconds=60)
PROOF_LASTS: Final = timedelta(minutes=10)

# Devices an account is known by: no longer than a browser keeps a cookie.
DEVICE_KEPT: Final = timedelta(days=400)

# Links in mails.
ACTIVATION_LASTS: Final = timedelta(hours=24)
REGISTRATION_KEPT: Final = timedelta(days=7)
PASSWORD_RESET_LASTS: Final = timedelta(minutes=30)
ADDRESS_CHANGE_LASTS: Final = timedelta(hours=1)
CANCELLATION_LASTS: Final = timedelta(hours=72)
# A cancellation is signed when its letter leaves, which may take more than a day.
ADDRESS_CHANGE_KEPT: Final = timedelta(days=7)

# Failed sign-ins: how many in how long, then wait.  CNIL deliberation 2022-100 asks for
# more than a minute after five, and at most twenty-five in a day.
SIGN_IN_PAUSE_AFTER: Final = 5
SIGN_IN_PAUSE: Final = timedelta(seconds=61)
SIGN_IN_PAUSE_LONGEST: Final = timedelta(hours=1)
SIGN_INS_OF_ACCOUNT: Final = (25, timedelta(hours=24))
SIGN_INS_OF_PAIR: Final = (5, timedelta(minutes=15))
SIGN_INS_FROM_PLACE: Final = (30, timedelta(minutes=15))
SIGN_INS_OF_DEVICE: Final = (10, timedelta(minutes=15))
FAILURES_TOLD: Final = (5, timedelta(hours=24))

# What makes the portal write to a mailbox nobody has proved yet.
REGISTRATIONS_OF_MAILBOX: Final = (10, timedelta(hours=24))
RESENDS_TO_MAILBOX: Final = (3, timedelta(hours=6))
REGISTRATIONS_FROM_PLACE: Final = (10, timedelta(hours=1))
RESETS_OF_MAILBOX: Final = ((3, timedelta(hours=1)), (5, timedelta(hours=24)))
ADDRESS_CHANGES_OF_ACCOUNT: Final = (5, timedelta(hours=24))

# The password asked again of somebody signed in: nobody else can use these up.
PROOFS_OF_ACCOUNT: Final = ((5, timedelta(minutes=15)), (25, timedelta(hours=24)))

# Failed links: contract number and key.
LINKS_OF_ACCOUNT: Final = ((5, timedelta(hours=1)), (10, timedelta(hours=24)))
LINKS_OF_CONTRACT: Final = ((5, timedelta(hours=1)), (10, timedelta(hours=24)))
LINKS_FROM_PLACE: Final = (20, timedelta(hours=1))

# Beyond so many failed links in all, every link waits for staff, and none is refused for it.
LINKS_EVERYWHERE: Final = (201, timedelta(hours=24))

# Links between accounts and payers.
CONTRACTS_LINKED_AT_ONCE: Final = 10
ACCOUNTS_PER_PAYER: Final = 5

# Security keys, in bits: what links at once, and what links on line at all.
KEY_ENOUGH_BITS: Final = 40
KEY_LEAST_BITS: Final = 20

# Contracts that change hands by one file: so many in a hundred, but a few at any rate.
MOVES_IN_A_HUNDRED: Final = 1
MOVES_AT_ANY_RATE: Final = 5

# Submission ids are remembered for as long as a form may lie open.
SUBMISSION_KEPT: Final = timedelta(days=30)

# Failed attempts are counted over a day at the most.
ATTEMPT_KEPT: Final = timedelta(days=2)

# Letters: nine tries over some 29 hours.  A claim outlasts the longest conversation with
# a mail server.  What became of a letter is kept three months, what it said is not.
MAIL_WAITS: Final = (
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=8),
    timedelta(hours=12),
)
MAIL_CLAIMED_FOR: Final = timedelta(minutes=3)
MAIL_KEPT: Final = timedelta(days=90)
