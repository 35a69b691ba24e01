"""The 106 criteria of the RGAA 4.1.2, and what is known of each.

A criterion is met by a test when the test would turn red the day it is not, and by reading when
it is a matter of words: the pages were read, without any assistive technology.  In doubt it is
unchecked.  Whoever changes a state changes the date.
"""

from datetime import date
from typing import Final

from siegvo.entrypoints.web.home.declaration import (
    Declaration,
    Theme,
    absent,
    not_met,
    read,
    tested,
    unchecked,
)
from siegvo.entrypoints.web.home.proofs import (
    BUILT,
    CORRECTED,
    LASTING,
    MAPPED,
    SEEN,
    SKIPPED,
    TYPED,
    VALID,
)

_IMAGES: Final = (
    tested("Les images qui informent ont une alternative", SEEN),
    tested("Les images de décoration sont ignorées", BUILT),
    read("Les alternatives disent ce que montre l’image"),
    *absent("Alternative d’un CAPTCHA", "Autre accès qu’un CAPTCHA"),
    read("Une image complexe a une description détaillée"),
    read("Les descriptions détaillées sont pertinentes"),
    read("Un texte n’est pas une image"),
    unchecked("Une légende est reliée à son image"),
)
_FRAMES: Final = absent("Les cadres ont un titre", "Le titre des cadres est pertinent")
_COLOURS: Final = (
    read("Rien n’est dit par la couleur seule"),
    tested("Le contraste du texte suffit", SEEN),
    unchecked(
        "Le contraste des champs, boutons et dessins suffit", "Mesuré pour les textes seulement."
    ),
)
_MEDIA: Final = absent(
    "Transcription ou audiodescription",
    "Transcription ou audiodescription pertinente",
    "Sous-titres",
    "Sous-titres pertinents",
    "Audiodescription synchronisée",
    "Audiodescription pertinente",
    "Médias identifiables",
    "Alternative des médias non temporels",
    "Alternative pertinente",
    "Son déclenché automatiquement",
    "Médias temporels au clavier",
    "Médias non temporels au clavier",
    "Compatibilité avec les technologies d’assistance",
)
_TABLES: Final = (
    tested("Un tableau complexe a un résumé", BUILT),
    read("Le résumé est pertinent"),
    *absent("Un tableau de mise en forme se lit dans l’ordre"),
    tested("Le titre d’un tableau lui est associé", BUILT),
    read("Le titre d’un tableau est pertinent"),
    tested("Les en-têtes sont déclarés", BUILT),
    tested("Les cellules sont associées à leurs en-têtes", BUILT),
    *absent("Un tableau de mise en forme n’a pas d’en-têtes"),
)
_LINKS: Final = (
    read("Les liens disent où ils mènent"),
    tested("Les liens ont un intitulé", BUILT),
)
_SCRIPTS: Final = absent(
    "Compatibilité avec les technologies d’assistance",
    "Alternative à un script",
    "Script utilisable au clavier",
    "Changement de contexte annoncé",
    "Messages de statut",
)
_REQUIRED: Final = (
    tested("Le type de document est déclaré", BUILT),
    tested("Le code est valide", VALID),
    tested("La langue est indiquée", BUILT),
    tested("La langue indiquée est la bonne", BUILT),
    tested("Chaque page a un titre", BUILT),
    read("Le titre dit où l’on est"),
    *absent("Un changement de langue est indiqué", "Sa langue est la bonne"),
    not_met(
        "Les balises servent au sens, non à l’apparence",
        "Des liens qui ont l’air de boutons sont annoncés comme des boutons\u00a0: la touche Entrée"
        " les ouvre, la barre d’espace non.",
    ),
    *absent("Un changement de sens de lecture est signalé"),
)
_STRUCTURE: Final = (
    tested("Les titres forment un plan", BUILT),
    tested("La page est faite de zones déclarées", BUILT),
    unchecked("Les listes sont des listes", "Celles qui en sont sont bien formées."),
    *absent("Les citations sont indiquées"),
)
_LOOKS: Final = (
    tested("La présentation est dans les feuilles de style", BUILT),
    read("Le contenu demeure sans feuille de style"),
    read("Il se comprend sans feuille de style"),
    tested("Le texte se lit à 200\u00a0%", SEEN),
    unchecked("Couleurs du fond et du texte vont ensemble"),
    tested("Les liens se voient dans le texte", SEEN),
    tested("On voit où est le focus", TYPED),
    unchecked("Ce qui est caché doit l’être"),
    read("Rien n’est dit par la position seule"),
    unchecked("La position est dite de façon pertinente"),
    tested("Rien ne déborde à 320 pixels de large", SEEN),
    unchecked("Les espacements du texte se changent sans perte"),
    *absent("Contenus au survol, contrôlables", "Contenus au survol, au clavier"),
)
_FORMS: Final = (
    tested("Chaque champ a une étiquette", BUILT),
    read("Les étiquettes sont pertinentes"),
    not_met(
        "Une même question a toujours la même étiquette",
        "L’adresse s’appelle «\u00a0E-mail\u00a0» à la connexion et «\u00a0Email\u00a0» "
        "à l’inscription.",
    ),
    read("L’étiquette touche son champ"),
    unchecked("Les champs de même nature sont regroupés"),
    tested("Chaque groupe a une légende", BUILT),
    read("Les légendes sont pertinentes"),
    *absent("Les longues listes de choix sont groupées"),
    read("Les boutons disent ce qu’ils font"),
    unchecked(
        "Les champs obligatoires et les erreurs sont dits",
        "Les erreurs le sont, un test le prouve\u00a0; les champs obligatoires se reconnaissent à "
        "ce qu’ils ne sont pas dits facultatifs.",
    ),
    read("Une erreur dit comment la corriger"),
    tested("Ce qui engage se vérifie et se corrige", CORRECTED),
    tested("Les navigateurs savent remplir vos coordonnées", BUILT),
)
_MOVING: Final = (
    tested("Deux façons de trouver une page", MAPPED),
    tested("Le menu est toujours à la même place", BUILT),
    read("Le plan du site est pertinent"),
    tested("Le plan du site est toujours au même endroit", MAPPED),
    *absent("La recherche est toujours au même endroit"),
    tested("Les zones s’atteignent ou s’évitent", BUILT),
    tested("Un lien d’évitement mène au contenu", SKIPPED),
    tested("L’ordre de tabulation est cohérent", TYPED),
    tested("Le clavier n’est jamais pris au piège", TYPED),
    *absent("Raccourcis d’une seule touche", "Contenus additionnels au clavier"),
)
_READING: Final = (
    tested("Une limite de temps se contrôle", LASTING),
    tested("Aucune fenêtre ne s’ouvre seule", BUILT),
    unchecked(
        "Les documents téléchargés sont accessibles",
        "Ceux que le portail compose sont balisés\u00a0; les factures en PDF et les documents "
        "publiés viennent d’ailleurs, et personne ne les a examinés.",
    ),
    unchecked("Leur version accessible dit la même chose"),
    *absent("Contenu cryptique", "Alternative d’un contenu cryptique", "Flashs"),
    *absent("Contenu en mouvement"),
    tested("La page se lit en portrait comme en paysage", SEEN),
    *absent("Gestes complexes"),
    read("Un geste du pointeur s’annule"),
    *absent("Mouvements de l’appareil"),
)

DECLARATION: Final = Declaration(
    established_on=date(2026, 11, 23),
    themes=(
        Theme(1, "Images", _IMAGES),
        Theme(2, "Cadres", _FRAMES),
        Theme(3, "Couleurs", _COLOURS),
        Theme(4, "Multimédia", _MEDIA),
        Theme(5, "Tableaux", _TABLES),
        Theme(6, "Liens", _LINKS),
        Theme(7, "Scripts", _SCRIPTS),
        Theme(8, "Éléments obligatoires", _REQUIRED),
        Theme(9, "Structuration de l’information", _STRUCTURE),
        Theme(10, "Présentation de l’information", _LOOKS),
        Theme(11, "Formulaires", _FORMS),
        Theme(12, "Navigation", _MOVING),
        Theme(13, "Consultation", _READING),
    ),
)
