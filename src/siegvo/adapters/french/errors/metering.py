"""What refusals about meters and readings say to a person."""

from collections.abc import Mapping

from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.choice import MeterNotChosen, MeterNotServing, NoMeterInService
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.home import InvalidPersons
from siegvo.domain.metering.meter_index import IndexWithDecimals, InvalidMeterIndex
from siegvo.domain.metering.sent_reading import ReadingNotAwaitingReview
from siegvo.domain.metering.submission import (
    IndexBelowPrevious,
    LitresTyped,
    MeterReadRemotely,
    MeterRemoved,
    MoreDigitsThanDials,
    ReadingAlreadyKnown,
    ReadingBeforeFitting,
    ReadingInTheFuture,
    ReadingOutOfOrder,
)

SENTENCES: Mapping[type[DomainError], str] = {
    IndexBelowPrevious: (
        "Le compteur montrait déjà {previous} le {previous_on}\u00a0: relisez les chiffres noirs."
        " S’il montre bien {given}, écrivez au service de facturation."
    ),
    IndexWithDecimals: (
        "Saisissez seulement les chiffres noirs, sans virgule ni chiffres rouges, par exemple 1250."
    ),
    InvalidMeterIndex: "Saisissez les chiffres noirs du compteur, par exemple 1250.",
    InvalidPersons: "Saisissez un nombre de 1 à {most}, par exemple 3.",
    LitresTyped: (
        "Les chiffres rouges semblent recopiés aussi\u00a0: saisissez seulement les chiffres noirs,"
        " sans doute {likely}."
    ),
    MeterNotChosen: (
        "Ce contrat a plusieurs compteurs\u00a0: choisissez celui que vous avez relevé."
    ),
    MeterNotServing: "Le compteur {serial} n’est pas en service pour ce contrat.",
    MeterReadRemotely: (
        "Le compteur {serial} est relevé à distance\u00a0: vous n’avez rien à transmettre."
    ),
    MeterRemoved: (
        "Le compteur {serial} a été déposé le {removed_on}\u00a0: relevez celui qui l’a remplacé."
    ),
    MoreDigitsThanDials: (
        "Votre compteur a {dials} chiffres noirs\u00a0: saisissez seulement ceux-là,"
        " sans les chiffres rouges."
    ),
    NoMeterInService: "Aucun compteur n’est en service pour le contrat n°\u00a0{contract}.",
    ReadingAlreadyKnown: (
        "Le service a déjà votre relevé du {taken_on}, {index}\u00a0:"
        " vous n’avez plus rien à faire."
    ),
    ReadingBeforeFitting: (
        "Ce compteur a été posé le {fitted_on}\u00a0: choisissez ce jour, ou un jour plus récent."
    ),
    ReadingInTheFuture: (
        "Le {taken_on} n’est pas encore passé\u00a0: choisissez le jour où vous avez"
        " lu le compteur, au plus tard le {today}."
    ),
    ReadingNotAwaitingReview: "Le relevé {reference} n’attend plus de décision.",
    ReadingOutOfOrder: (
        "Un index du {previous} est déjà enregistré\u00a0: choisissez ce jour,"
        " ou un jour plus récent."
    ),
    ReadingToConfirm: (
        "Avec l’index {index}, la consommation serait de {drawn}\u00a0m³"
        " en {days}\u00a0jours\u00a0: relisez le compteur, puis confirmez."
    ),
    SentReadingNotFound: "Aucun relevé transmis ne porte la référence {reference}.",
}
