"""The address of a mailbox."""

import re
from typing import Self

import attrs

from siegvo.domain.errors import Invalid

_LONGEST = 254
_LOCAL = r"[A-Za-z0-9!#$%&*+/=?^_`{|}~'-]+(?:\.[A-Za-z0-9!#$%&*+/=?^_`{|}~'-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_END = r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
_SHAPE = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_LABEL}(?:\.{_LABEL})*\.{_END})")
_LONGEST_LOCAL = 64


@attrs.frozen
class InvalidEmailAddress(Invalid):
    given: str


@attrs.frozen
class EmailAddressWithoutEnd(Invalid):
    """A mailbox at a domain that has no ending, such as `.fr`."""

    given: str


@attrs.frozen
class EmailAddress:
    """One ASCII mailbox, at most 254 characters (RFC 5321, section 4.5.3.1).

    People read it as they typed it; it is compared without case.
    """

    text: str = attrs.field(eq=str.casefold)

    def __attrs_post_init__(self) -> None:
        if not _SHAPE.fullmatch(self.text):
            message = "not a mailbox"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person typed, blanks around it forgiven.

        Raises:
            EmailAddressWithoutEnd: everything is there but `.fr` or the like.
            InvalidEmailAddress: it is no mailbox.
        """
        typed = text.strip()
        found = _SHAPE.fullmatch(typed) if len(typed) <= _LONGEST else None
        if found and len(found["local"]) <= _LONGEST_LOCAL:
            return cls(typed)
        if re.fullmatch(rf"{_LOCAL}@{_LABEL}\.?", typed[:_LONGEST]):
            raise EmailAddressWithoutEnd(text)
        raise InvalidEmailAddress(text)

    @property
    def key(self) -> str:
        """Return what two writings of the same mailbox have in common."""
        return self.text.casefold()

    @property
    def words(self) -> tuple[str, ...]:
        """Return what it is made of: a guesser who knows the mailbox tries these first."""
        return (self.key, *re.findall(r"[a-z]{2,}", self.key))

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.text
