"""The utility this portal was written for; `[utility]` in the settings names another."""

from typing import Final

from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.postal_address import PostalAddress

SIEGVO: Final = Utility(
    name="SIEGVO",
    full_name="Syndicat Intercommunal des Eaux de Gravelotte et de la Vallée de l’Orne",
    service="Service Facturation",
    address=PostalAddress(street="17 Route de Metz", postcode="57865", town="AMANVILLERS"),
    telephone="0387534043",
    telephone_hint="choix 1",
    emergency_telephone="0387534043",
    email="facturation@siegvo.com",
    website="www.siegvo.com",
    hours="Accueil du lundi au vendredi de 7h30 à 17h00",
    slogan="Qualité des eaux, source d’avenir\u00a0!",
    siren="200078814",
    vat_number="FR66200078814",
    mediator="Médiation de l’eau",
    mediator_address="BP 40463, 75366 PARIS CEDEX\u00a008",
    mediator_website="www.mediation-eau.fr",
)
