"""Who did something that may be contested one day."""

from enum import StrEnum
from typing import Self

import attrs


class ActorKind(StrEnum):
    SUBSCRIBER = "subscriber"
    STAFF = "staff"
    PORTAL = "portal"
    STRANGER = "stranger"


@attrs.frozen(kw_only=True)
class Actor:
    """An account, a clerk, the portal by itself, or somebody not signed in."""

    kind: ActorKind
    name: str = ""

    @classmethod
    def portal(cls) -> Self:
        return cls(kind=ActorKind.PORTAL)

    @classmethod
    def stranger(cls) -> Self:
        return cls(kind=ActorKind.STRANGER)

    @classmethod
    def staff(cls, name: str) -> Self:
        return cls(kind=ActorKind.STAFF, name=name)

    @classmethod
    def subscriber(cls, account: object) -> Self:
        return cls(kind=ActorKind.SUBSCRIBER, name=str(account))
