"""The outside world, as far as the core is concerned."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.mailer import Mailer
from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.application.ports.photos import Photos
from siegvo.application.ports.reading_bench import OpenReadingBench
from siegvo.application.ports.security_keys import NewSecurityKey
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.tokens import Tokens
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.work import Begin, Look


@attrs.frozen(kw_only=True)
class Outside:
    """Everything the core asks of the outside world.

    Without a `mailer`, letters wait in the outbox.
    """

    begin: Begin
    look: Look
    open_reading_bench: OpenReadingBench
    clock: Clock
    new_id: NewId
    hasher: Hasher
    guesser: Guesser
    keyed_hash: KeyedHash
    session_keys: SessionKeys
    new_security_key: NewSecurityKey
    tokens: Tokens
    photos: Photos
    mailer: Mailer | None
    utility: Utility
