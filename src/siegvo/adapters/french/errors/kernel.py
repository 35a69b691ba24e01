"""What refusals about addresses and haste say to a person."""

from collections.abc import Mapping

from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.email_address import EmailAddressWithoutEnd, InvalidEmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts

SENTENCES: Mapping[type[DomainError], str] = {
    EmailAddressWithoutEnd: (
        "Il manque la fin de l’adresse, par exemple «\u00a0.fr\u00a0» dans"
        " odile.marchal@exemple.fr."
    ),
    InvalidEmailAddress: "Saisissez une adresse e-mail, par exemple odile.marchal@exemple.fr.",
    TooManyAttempts: "Trop d’essais\u00a0: réessayez après le {until}.",
}
