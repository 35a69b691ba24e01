"""What a form asks in words of one's own, and how long an answer may be."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

import attrs

from siegvo.domain.errors import Invalid
from siegvo.domain.requests.plain_text import is_garbled, plain_line


class Asked(StrEnum):
    STREET = "street"
    TOWN = "town"
    NAME = "name"
    SECOND_NAME = "second_name"
    PREVIOUS_OCCUPANT = "previous_occupant"
    NEW_OCCUPANT = "new_occupant"
    METER = "meter"
    LEAK_PLACE = "leak_place"
    SUBJECT = "subject"
    MESSAGE = "message"
    REASON = "reason"


_MOST: Final = {
    Asked.STREET: 100,
    Asked.TOWN: 60,
    Asked.NAME: 100,
    Asked.SECOND_NAME: 100,
    Asked.PREVIOUS_OCCUPANT: 100,
    Asked.NEW_OCCUPANT: 100,
    Asked.METER: 30,
    Asked.LEAK_PLACE: 200,
    Asked.SUBJECT: 120,
    Asked.MESSAGE: 4000,
    Asked.REASON: 500,
}


@attrs.frozen(kw_only=True)
class AnswerMissing(Invalid):
    about: Asked


@attrs.frozen(kw_only=True)
class AnswerGarbled(Invalid):
    """It holds control characters: it was pasted from something that is no text."""

    about: Asked


@attrs.frozen(kw_only=True)
class AnswerTooLong(Invalid):
    """More than `most` characters."""

    about: Asked
    most: int


def answer_to(asked: Asked, text: str) -> str:
    """Read an answer on one line.

    Raises:
        AnswerMissing: nothing that shows.
        AnswerTooLong: more than there is room for.
        AnswerGarbled: control characters.
    """
    check_is_text(asked, text)
    return checked(asked, plain_line(text))


def reader_of(asked: Asked) -> Callable[[str], str]:
    """Return what reads the answers to one question, for a form to call."""

    def read(text: str) -> str:
        return answer_to(asked, text)

    return read


def check_is_text(asked: Asked, text: str) -> None:
    """Let pass what people may have typed.

    Raises:
        AnswerGarbled: it holds control characters.
    """
    if is_garbled(text):
        raise AnswerGarbled(about=asked)


def checked(asked: Asked, answer: str) -> str:
    """Return an answer as it is, if there is one and it is not too long.

    Raises:
        AnswerMissing: it is empty.
        AnswerTooLong: more than there is room for.
    """
    if not answer:
        raise AnswerMissing(about=asked)
    if len(answer) > _MOST[asked]:
        raise AnswerTooLong(about=asked, most=_MOST[asked])
    return answer


def answers(asked: Asked) -> Callable[[object, object, str], None]:
    """Return the validator of a field that keeps such an answer."""

    def validate(_owner: object, _field: object, answer: str) -> None:
        if answer_to(asked, answer) != answer:
            message = f"{asked} is not as it is kept"
            raise ValueError(message)

    return validate
