"""What refusals about contracts say to a person."""

from collections.abc import Mapping

from siegvo.application.contracts.issue_attestation import NoAttestationPaper
from siegvo.application.contracts.staff_contracts import NoSuchContract
from siegvo.application.repositories.contracts import ContractNotFound, PayerNotLinked
from siegvo.domain.contracts.attestation import AttestationExpired, ContractNotBegun
from siegvo.domain.contracts.attestation_code import AttestationUnknown
from siegvo.domain.contracts.contract_number import InvalidContractNumber
from siegvo.domain.contracts.doubt import KeyTooWeak
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.payer import InvalidPayerCode
from siegvo.domain.contracts.security_key import InvalidSecurityKey
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    AttestationExpired: (
        "Cette attestation est du {made_on}, il y a plus de trois mois\u00a0: demandez à l’abonné"
        " de vous en donner une plus récente."
    ),
    AttestationUnknown: (
        "Aucune attestation ne porte ce code\u00a0: recopiez-le entier, tel qu’il est imprimé au"
        " bas de l’attestation."
    ),
    ContractEnded: (
        "Le contrat n°\u00a0{number} est terminé depuis le {ended_on}\u00a0: vous pouvez encore"
        " le consulter."
    ),
    ContractNotBegun: (
        "Le contrat n°\u00a0{number} commence le {starts_on}\u00a0: vous pourrez demander une"
        " attestation à partir de ce jour."
    ),
    ContractNotFound: "Aucun contrat n°\u00a0{number} n’est lié à votre compte.",
    InvalidContractNumber: (
        "Saisissez les chiffres du numéro de contrat, en haut à droite de votre facture,"
        " par exemple 100214873."
    ),
    InvalidPayerCode: "Le code du redevable a de 1 à 30\u00a0lettres et chiffres.",
    InvalidSecurityKey: (
        "Saisissez les lettres et les chiffres de la clé de sécurité, sous le numéro de contrat,"
        " en haut à droite de votre facture."
    ),
    KeyTooWeak: (
        "La clé de sécurité de ce contrat est trop courte pour être vérifiée en ligne."
        " Demandez au service une nouvelle clé\u00a0: ses coordonnées sont en bas de cette page."
    ),
    NoAttestationPaper: (
        "Le portail ne peut pas établir d’attestation en ce moment\u00a0: demandez-la au service,"
        " dont les coordonnées sont en bas de cette page."
    ),
    NoSuchContract: (
        "Le contrat n°\u00a0{number} est inconnu\u00a0: recevez d’abord le fichier des contrats."
    ),
    PayerNotLinked: "Ce compte n’est pas lié au redevable {payer}.",
    LinkRefused: (
        "Ce numéro de contrat et cette clé ne vont pas ensemble\u00a0: recopiez-les tous les deux"
        " de votre dernière facture, en haut à droite."
    ),
}
