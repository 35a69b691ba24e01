"""How often accounts may be tried, by what is counted."""

from typing import Final

from siegvo.domain import policy
from siegvo.domain.kernel.throttle import Brakes, Limit, Pause

# An account is slowed down, never closed: whoever holds its password waits an hour at most,
# a day once a stranger has used up the guesses of a day.
SIGN_INS_OF_ACCOUNT: Final[Brakes] = (
    Pause(
        after=policy.SIGN_IN_PAUSE_AFTER,
        shortest=policy.SIGN_IN_PAUSE,
        longest=policy.SIGN_IN_PAUSE_LONGEST,
        within=policy.SIGN_INS_OF_ACCOUNT[1],
    ),
    Limit(*policy.SIGN_INS_OF_ACCOUNT),
)
SIGN_INS_OF_PAIR: Final[Brakes] = (Limit(*policy.SIGN_INS_OF_PAIR),)
SIGN_INS_FROM_PLACE: Final[Brakes] = (Limit(*policy.SIGN_INS_FROM_PLACE),)
SIGN_INS_OF_DEVICE: Final[Brakes] = (Limit(*policy.SIGN_INS_OF_DEVICE),)
REGISTRATIONS_OF_MAILBOX: Final[Brakes] = (Limit(*policy.REGISTRATIONS_OF_MAILBOX),)
RESENDS_TO_MAILBOX: Final[Brakes] = (Limit(*policy.RESENDS_TO_MAILBOX),)
REGISTRATIONS_FROM_PLACE: Final[Brakes] = (Limit(*policy.REGISTRATIONS_FROM_PLACE),)
RESETS_OF_MAILBOX: Final[Brakes] = tuple(Limit(*each) for each in policy.RESETS_OF_MAILBOX)
ADDRESS_CHANGES_OF_ACCOUNT: Final[Brakes] = (Limit(*policy.ADDRESS_CHANGES_OF_ACCOUNT),)
PROOFS_OF_ACCOUNT: Final[Brakes] = tuple(Limit(*each) for each in policy.PROOFS_OF_ACCOUNT)
