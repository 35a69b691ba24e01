"""People and streets that do not exist, in towns that do."""

from random import Random
from typing import Final

from siegvo.domain.kernel.postal_address import PostalAddress

_TOWNS: Final = (
    ("54580", "AUBOUE"),
    ("54580", "MOINEVILLE"),
    ("57120", "ROMBAS"),
    ("57130", "ANCY-DORNOT"),
    ("57130", "ARS-SUR-MOSELLE"),
    ("57130", "GRAVELOTTE"),
    ("57130", "VERNEVILLE"),
    ("57140", "NORROY-LE-VENEUR"),
    ("57140", "PLESNOIS"),
    ("57175", "GANDRANGE"),
    ("57250", "MOYEUVRE-GRANDE"),
    ("57270", "RICHEMONT"),
    ("57280", "FEVES"),
    ("57280", "SEMECOURT"),
    ("57300", "MONDELANGE"),
    ("57525", "TALANGE"),
    ("57780", "ROSSELANGE"),
    ("57855", "SAINT-PRIVAT-LA-MONTAGNE"),
    ("57860", "MONTOIS-LA-MONTAGNE"),
    ("57860", "RONCOURT"),
    ("57865", "AMANVILLERS"),
)
_STREETS: Final = (
    "rue des Mirabelliers",
    "rue de l’Église",
    "chemin de la Mance",
    "impasse des Tilleuls",
    "place de la Mairie",
    "rue du 11-Novembre",
    "allée des Vergers",
    "rue du Général-Leclerc",
    "rue Saint-Exupéry",
    "sentier du Lavoir",
)
_FIRST_NAMES: Final = (
    ("Mme", "Amélie", "Chloé", "Élodie", "Gaëlle", "Inès", "Maëlle", "Océane", "Véronique", "Zoé"),
    ("M.", "Benoît", "François", "Jérôme", "Karim", "Loïc", "Quentin", "Raphaël", "Wassim"),
)
_LAST_NAMES: Final = (
    "Bérard",
    "Çelik",
    "D’Aubigné",
    "Ferreira",
    "Gœtz",
    "Hennequin",
    "Hoffmann",
    "Kiefer",
    "Kowalski",
    "L’Huillier",
    "Mangin",
    "Müller",
    "N’Diaye",
    "Noirjean",
    "Œuvrard",
    "Schmitt",
    "Silva-Pereira",
    "Thiébaut",
    "Zimmermann",
)
_KEY_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_KEY_LENGTH: Final = 8


def a_person(dice: Random) -> str:
    """Return `Mme Zoé Thiébaut`."""
    title, *first_names = dice.choice(_FIRST_NAMES)
    return f"{title} {dice.choice(first_names)} {dice.choice(_LAST_NAMES)}"


def an_address(dice: Random) -> PostalAddress:
    """Return a door in one of the towns of the syndicate."""
    postcode, town = dice.choice(_TOWNS)
    street = f"{dice.randint(1, 180)} {dice.choice(_STREETS)}"
    return PostalAddress(street=street, postcode=postcode, town=town)


def a_key(dice: Random) -> str:
    """Return a security key, without the letters and digits people take for one another."""
    return "".join(dice.choices(_KEY_LETTERS, k=_KEY_LENGTH))
