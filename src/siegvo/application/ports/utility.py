"""Who runs the service: configuration, so that another syndicate runs the same code."""

import attrs

from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen(kw_only=True)
class Utility:
    """The utility, as every page and every letter names it.

    Telephone numbers are ten digits of the French plan, without blanks.
    """

    name: str
    full_name: str
    service: str
    address: PostalAddress
    telephone: str
    telephone_hint: str
    emergency_telephone: str
    email: str
    website: str
    hours: str
    slogan: str
    siren: str
    vat_number: str
