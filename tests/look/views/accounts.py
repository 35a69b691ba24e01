"""Getting an account, keeping it, leaving it."""

from typing import Final

from tests.look.view import Step, View, anyone, newcomer, refused, subscriber
from tests.support.sample_portal import PASSWORD

_NOT_ACTIVE: Final = Step(answers={"email": "pas.encore@exemple.fr", "password": PASSWORD})
_WRONG: Final = Step(answers={"email": "personne@exemple.fr", "password": PASSWORD})
_TOO_SHORT: Final = Step(
    answers={"email": "lucie@exemple", "password": "court", "password_confirmation": "autre"}
)

ACCOUNTS: Final[tuple[View, ...]] = (
    anyone("/connexion"),
    refused(anyone("/connexion")),
    anyone("/connexion").after(_NOT_ACTIVE, called="pas-active"),
    anyone("/connexion").after(_WRONG, called="faux"),
    anyone("/connexion?deconnexion=oui"),
    anyone("/inscription"),
    refused(anyone("/inscription")),
    anyone("/inscription").after(_TOO_SHORT, called="trop-court"),
    anyone("/inscription/verifiez-votre-courriel"),
    anyone("/activation", status=404),
    anyone("/activation/{activation}"),
    refused(anyone("/activation/{activation}")),
    anyone("/activation/{late_activation}", status=422),
    anyone("/activation/quelconque", status=404),
    anyone("/activation/renvoyer"),
    refused(anyone("/activation/renvoyer")),
    anyone("/activation/renvoyee"),
    anyone("/mot-de-passe-oublie"),
    refused(anyone("/mot-de-passe-oublie")),
    anyone("/mot-de-passe-oublie/verifiez-votre-courriel"),
    anyone("/reinitialisation", status=404),
    anyone("/reinitialisation/{reset}"),
    refused(anyone("/reinitialisation/{reset}")),
    anyone("/reinitialisation/quelconque", status=404),
    anyone("/reinitialisation/terminee"),
    anyone("/mon-compte/suppression/faite"),
    anyone("/mon-compte/adresse-e-mail/confirmation"),
    anyone("/mon-compte/adresse-e-mail/confirmation/{address}"),
    anyone("/mon-compte/adresse-e-mail/confirmee"),
    anyone("/mon-compte/adresse-e-mail/annulation"),
    anyone("/mon-compte/adresse-e-mail/annulation/{address_undone}"),
    anyone("/mon-compte/adresse-e-mail/annulee"),
    anyone("/mon-compte/adresse-e-mail/confirmation").after(Step(), status=404),
    newcomer("/bienvenue"),
    newcomer("/mon-compte"),
    subscriber("/bienvenue"),
    subscriber("/connexion/confirmation"),
    refused(subscriber("/connexion/confirmation")),
    subscriber("/mon-compte"),
    subscriber("/mon-compte/mot-de-passe"),
    refused(subscriber("/mon-compte/mot-de-passe")),
    subscriber("/mon-compte/adresse-e-mail"),
    refused(subscriber("/mon-compte/adresse-e-mail")),
    subscriber("/mon-compte/adresse-e-mail/verifiez-votre-courriel"),
    subscriber("/mon-compte/sessions"),
    subscriber("/mon-compte/suppression"),
    refused(subscriber("/mon-compte/suppression")),
)
