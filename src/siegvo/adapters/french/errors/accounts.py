"""What refusals about accounts say to a person."""

from collections.abc import Mapping

from siegvo.application.accounts.activate_by_staff import SeveralAttempts
from siegvo.application.repositories.accounts import (
    AccountChangedMeanwhile,
    AccountNotFound,
    AddressTaken,
    RegistrationNotFound,
    SessionNotFound,
)
from siegvo.application.repositories.address_changes import AddressChangeNotFound
from siegvo.domain.accounts.address_change import SameAddress
from siegvo.domain.accounts.credentials import (
    NotActivatedYet,
    WrongCredentials,
    WrongPassword,
    WrongPasswordForRegistration,
)
from siegvo.domain.accounts.password import (
    PasswordMissing,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    PasswordTooSimple,
)
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    AccountChangedMeanwhile: "Votre compte vient de changer\u00a0: ouvrez à nouveau cette page.",
    AccountNotFound: "Ce compte n’existe pas, ou n’existe plus.",
    AddressChangeNotFound: ("Ce changement d’adresse n’existe plus\u00a0: demandez-le à nouveau."),
    AddressTaken: (
        "L’adresse {email} a déjà un compte\u00a0: connectez-vous avec son mot de passe."
    ),
    NotActivatedYet: (
        "Votre compte n’est pas encore activé\u00a0: ouvrez le lien reçu à l’adresse {email},"
        " ou demandez-le à nouveau."
    ),
    PasswordTooCommon: (
        "Ce mot de passe est trop facile à deviner\u00a0: choisissez par exemple quatre mots sans"
        " rapport entre eux, ni avec vous, ni avec l’eau."
    ),
    PasswordMissing: "Saisissez le mot de passe.",
    PasswordTooLong: "Choisissez un mot de passe de {longest} caractères au plus.",
    PasswordTooShort: (
        "Votre mot de passe a {length} caractères\u00a0: ajoutez-en {missing} ou plus."
    ),
    PasswordTooSimple: (
        "Votre mot de passe n’a qu’une sorte de caractères\u00a0: ajoutez-y des lettres,"
        " ou allongez-le."
    ),
    RegistrationLapsed: (
        "L’inscription de l’adresse {email} a attendu trop longtemps\u00a0: inscrivez-vous"
        " à nouveau."
    ),
    RegistrationNotFound: (
        "Cette inscription n’existe plus\u00a0: si votre compte est déjà activé, connectez-vous,"
        " sinon inscrivez-vous à nouveau."
    ),
    SameAddress: ("L’adresse {email} est déjà celle de votre compte\u00a0: indiquez-en une autre."),
    WrongCredentials: (
        "Cette adresse et ce mot de passe ne vont pas ensemble\u00a0: vérifiez-les"
        " et saisissez-les à nouveau."
    ),
    SeveralAttempts: (
        "Plusieurs inscriptions attendent à cette adresse\u00a0: {moments}. Demandez à la personne"
        " laquelle est la sienne."
    ),
    SessionNotFound: (
        "Cet appareil est déjà déconnecté\u00a0: revenez à la liste de vos appareils."
    ),
    WrongPassword: ("Ce n’est pas le mot de passe de votre compte\u00a0: saisissez-le à nouveau."),
    WrongPasswordForRegistration: (
        "Ce n’est pas le mot de passe choisi pour cette inscription\u00a0: saisissez-le à nouveau."
        " Si vous l’avez oublié, inscrivez-vous à nouveau."
    ),
}
