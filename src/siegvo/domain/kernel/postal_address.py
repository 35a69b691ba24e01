"""Where something stands, or where letters go."""

import attrs


@attrs.frozen(kw_only=True)
class PostalAddress:
    """An address in France: street with its number, five-digit code, town."""

    street: str
    postcode: str
    town: str
