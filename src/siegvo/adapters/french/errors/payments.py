"""What refusals about payment modes and bank details say to a person."""

from collections.abc import Mapping
from typing import Final

from siegvo.application.exchange.export_direct_debits import (
    BanksClosed,
    NoCreditor,
    TooLateToCollect,
)
from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.payments.open_mandate import NoMandatePaper
from siegvo.application.payments.proof import ProofMissing
from siegvo.application.repositories.payments import (
    ChangeNotFound,
    MandateNotFound,
    PaymentChangedMeanwhile,
)
from siegvo.domain.errors import DomainError
from siegvo.domain.payments.change import (
    ChangeCannotBecome,
    ChangeNotConfirmedInTime,
    ChangeTooEarly,
    ChangeUnderSuspicion,
)
from siegvo.domain.payments.creditor import InvalidCreditorId
from siegvo.domain.payments.iban import (
    CreditorsOwn,
    NotAnIban,
    OutsideSepa,
    TooLong,
    TooShort,
    UnknownCountry,
    WrongChecksum,
    WrongRibKey,
)
from siegvo.domain.payments.mandate import InvalidMandateReference, MandateEnded
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread, PlanTooLate
from siegvo.domain.payments.wish import (
    AccountMissing,
    ConsentMissing,
    DebitDayMissing,
    NothingDebited,
    SameMode,
)

_LOOK: Final = "Recopiez l’IBAN tel qu’il figure sur votre relevé d’identité bancaire (RIB)"

SENTENCES: Mapping[type[DomainError], str] = {
    AccountMissing: "Saisissez l’IBAN du compte à prélever.",
    AccountsNotTaken: (
        "Les coordonnées bancaires ne se saisissent pas en ligne. Envoyez votre relevé d’identité"
        " bancaire (RIB) au service de facturation."
    ),
    ChangeCannotBecome: (
        "La demande {reference} est au stade « {step} » : ce n’est plus possible."
        " Appelez le service de facturation."
    ),
    ChangeNotConfirmedInTime: (
        "La demande {reference} n’a pas été confirmée à temps : faites-la à nouveau."
    ),
    ChangeNotFound: "Aucun changement de règlement ne porte la référence {reference}.",
    ChangeTooEarly: "La demande {reference} attend jusqu’au {due_at}.",
    ChangeUnderSuspicion: "La demande {reference} attend l’accord d’un agent.",
    ChangeUnderWay: (
        "Un autre changement est déjà en cours pour le contrat {contract}. Attendez qu’il soit"
        " en place, annulez-le depuis le tableau de bord, ou, s’il est déjà transmis, appelez le"
        " service."
    ),
    ConsentMissing: "Cochez la case pour donner votre accord.",
    DebitDayMissing: "Choisissez le jour du prélèvement.",
    InvalidMandateReference: (
        "Saisissez la référence unique du mandat (RUM), par exemple 100214873-20261123-1A2B3C4D."
    ),
    MandateEnded: "Le mandat {reference} ne sert plus : faites-en signer un autre.",
    MandateNotFound: "Aucun mandat ne porte la référence {reference}.",
    NoMandatePaper: "Le mandat ne peut pas être édité en ligne : demandez-le au service.",
    NothingDebited: (
        "Le contrat {contract} se règle à réception de la facture : aucun compte n’est prélevé."
    ),
    PaymentChangedMeanwhile: "La demande {reference} vient de changer : rechargez la page.",
    ProofMissing: "Saisissez votre mot de passe.",
    SameMode: "Ce contrat se règle déjà {mode}. Choisissez un autre mode de règlement.",
    BanksClosed: (
        "Les banques ne prélèvent rien le {day}. Choisissez un jour ouvré, par exemple le"
        " {next_open}."
    ),
    CreditorsOwn: (
        "Cet IBAN est celui du service des eaux. Saisissez celui du compte à prélever, que"
        " votre banque vous a donné."
    ),
    InvalidCreditorId: (
        "Recopiez l’identifiant créancier SEPA (ICS) que la Banque de France a attribué."
    ),
    NoCreditor: (
        "Les réglages ne disent pas qui prélève. Donnez sepa_creditor_id et iban dans la section"
        " [utility] du fichier de réglages."
    ),
    NotAnIban: (
        f"{_LOOK}\u00a0: deux lettres pour le pays, puis des chiffres et des lettres. Ne"
        " confondez pas le chiffre 0 et la lettre O."
    ),
    OutsideSepa: (
        "Saisissez l’IBAN d’un compte de la zone SEPA\u00a0: un compte dont l’IBAN commence par"
        " {country} ne peut pas être prélevé en euros."
    ),
    TooLong: (
        "Il y a des caractères en trop\u00a0: un IBAN qui commence par {country} en a {expected},"
        " vous en avez saisi {found}."
    ),
    TooShort: (
        "Il manque des caractères\u00a0: un IBAN qui commence par {country} en a {expected}, vous"
        " en avez saisi {found}."
    ),
    TooLateToCollect: (
        "Il est trop tard pour prélever le {day}\u00a0: la banque attend le fichier plus tôt."
        " Choisissez le {soonest} ou un jour ouvré qui suit."
    ),
    UnknownCountry: (
        f"{_LOOK}\u00a0: aucun IBAN ne commence par {{country}}. Un IBAN français commence par FR."
    ),
    WrongChecksum: (
        f"Il y a une faute de frappe dans cet IBAN. {_LOOK}, sans inverser deux chiffres."
    ),
    WrongRibKey: (
        "La clé de cet IBAN ne correspond pas au numéro de compte."
        f" {_LOOK}, jusqu’aux deux derniers chiffres."
    ),
    DayNotOffered: "Choisissez un des jours de prélèvement proposés\u00a0: le {days} du mois.",
    NothingToSpread: (
        "Vos dernières factures ne suffisent pas pour des mensualités de {least} au moins."
        " Choisissez le prélèvement à l’échéance, ou attendez votre prochaine facture."
    ),
    PlanTooLate: (
        "Il est trop tard pour mensualiser cette année\u00a0: demandez-le à partir de janvier."
    ),
}
