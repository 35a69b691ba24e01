"""What every paper says: who writes, to whom, on which day."""

from collections.abc import Mapping
from datetime import date

from siegvo.adapters.french.values import siren, telephone
from siegvo.adapters.papers.compiling import Fact
from siegvo.application.ports.papers import Addressee
from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.postal_address import PostalAddress


def day_facts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def utility_facts(utility: Utility) -> Mapping[str, Fact]:
    return {
        "name": utility.name,
        "full_name": utility.full_name,
        "service": utility.service,
        "place": utility.address.town,
        **address_facts(utility.address),
        "telephone": telephone(utility.telephone),
        "telephone_hint": utility.telephone_hint,
        "emergency": telephone(utility.emergency_telephone),
        "email": utility.email,
        "website": utility.website,
        "hours": utility.hours,
        "siren": siren(utility.siren),
        "vat_number": utility.vat_number,
    }


def addressee_facts(addressee: Addressee) -> Mapping[str, Fact]:
    return {"name": addressee.name, **address_facts(addressee.address)}


def address_facts(address: PostalAddress) -> Mapping[str, Fact]:
    return {"street": address.street, "town": f"{address.postcode}\u00a0{address.town}"}
