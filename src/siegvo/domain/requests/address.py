"""The addresses people type."""

import re

import attrs

from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.asked import Asked, answer_to


@attrs.frozen
class InvalidPostcode(Invalid):
    given: str


def parse_postcode(text: str) -> str:
    """Read five digits, blanks forgiven: `57130` or `57 130`.

    Raises:
        InvalidPostcode: it is something else.
    """
    digits = "".join(text.split())
    if not re.fullmatch(r"[0-9]{5}", digits):
        raise InvalidPostcode(text)
    return digits


def parse_address(*, street: str, postcode: str, town: str) -> PostalAddress:
    """Read an address in France.

    Raises:
        AnswerMissing, AnswerTooLong: about its street or its town.
        InvalidPostcode: not five digits.
    """
    return PostalAddress(
        street=answer_to(Asked.STREET, street),
        postcode=parse_postcode(postcode),
        town=answer_to(Asked.TOWN, town),
    )


def is_typed_address(_owner: object, _field: object, address: PostalAddress) -> None:
    """Check the address of a field as if it had just been typed.

    Raises:
        Invalid: as `parse_address`.
    """
    parse_address(street=address.street, postcode=address.postcode, town=address.town)
