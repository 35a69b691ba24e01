"""What refusals about service requests say to a person."""

from collections.abc import Mapping

from siegvo.application.ports.attachments import AttachmentMissing
from siegvo.application.repositories.requests import RequestChangedMeanwhile, RequestNotFound
from siegvo.application.requests.handle_requests import NobodyToAnswer
from siegvo.domain.errors import DomainError
from siegvo.domain.requests.address import InvalidPostcode
from siegvo.domain.requests.asked import AnswerGarbled, AnswerMissing, AnswerTooLong
from siegvo.domain.requests.attachment import (
    AttachmentRefused,
    AttachmentsFull,
    TooManyAttachments,
)
from siegvo.domain.requests.cap_claim import (
    CertificateMissing,
    ClaimWithoutContract,
    RepairNotTold,
)
from siegvo.domain.requests.content import ContractMissing, LeakNowhere
from siegvo.domain.requests.days import (
    BirthdayUnlikely,
    DayNotPassedYet,
    DayTooFarAhead,
    DayTooLongAgo,
)
from siegvo.domain.requests.reference import InvalidRequestReference
from siegvo.domain.requests.request import (
    RequestCannotBecome,
    RequestDecidedElsewhere,
    RequestNotCancellable,
    RequestTakesNoMessage,
)
from siegvo.domain.requests.telephone import InvalidTelephone

SENTENCES: Mapping[type[DomainError], str] = {
    AnswerGarbled: (
        "Saisissez {about} à nouveau, sans le copier d’ailleurs\u00a0: certains caractères ne"
        " peuvent pas être lus."
    ),
    AnswerMissing: "Saisissez {about}.",
    AnswerTooLong: "Raccourcissez {about}\u00a0: {most} caractères au plus.",
    AttachmentMissing: "Ce document n’est plus là.",
    AttachmentRefused: "Le fichier «\u00a0{name}\u00a0» {fault}.",
    AttachmentsFull: (
        "Vos documents dépasseraient {most_mib}\u00a0Mo en tout\u00a0: envoyez celui-ci par"
        " courrier au service de facturation."
    ),
    BirthdayUnlikely: "Vérifiez la date de naissance, {day}.",
    CertificateMissing: (
        "Joignez l’attestation de l’entreprise de plomberie\u00a0: sans elle, la facture ne peut"
        " pas être plafonnée."
    ),
    ClaimWithoutContract: "Choisissez le contrat dont la facture est à plafonner.",
    ContractMissing: "Choisissez le contrat à résilier.",
    DayNotPassedYet: (
        "Le {day} n’est pas encore passé\u00a0: choisissez un jour au plus tard le {today}."
    ),
    DayTooFarAhead: "Le {day} est trop éloigné\u00a0: choisissez un jour au plus tard le {latest}.",
    DayTooLongAgo: (
        "Le {day} est trop ancien\u00a0: choisissez le {earliest} ou un jour plus récent."
    ),
    InvalidPostcode: "Saisissez les cinq chiffres du code postal, par exemple 57130.",
    InvalidRequestReference: "Saisissez la référence de la démarche, par exemple D-2026-000123.",
    InvalidTelephone: "Saisissez un numéro de téléphone, par exemple 06 12 34 56 78.",
    LeakNowhere: "Choisissez un contrat, ou saisissez l’adresse de la fuite.",
    NobodyToAnswer: (
        "L’auteur de la démarche {reference} a supprimé son compte\u00a0: il ne lirait pas ce"
        " message."
    ),
    RepairNotTold: "Saisissez l’endroit de la fuite et la date de sa réparation.",
    RequestCannotBecome: "La démarche {reference} est déjà {state}.",
    RequestChangedMeanwhile: "La démarche {reference} vient de changer\u00a0: relisez-la.",
    RequestDecidedElsewhere: (
        "La démarche {reference} est un relevé, un rattachement ou un changement de"
        " règlement\u00a0: décidez-en avec «\u00a0siegvo readings\u00a0», «\u00a0siegvo"
        " links\u00a0», ou «\u00a0start\u00a0», «\u00a0close\u00a0» et «\u00a0refuse\u00a0»."
    ),
    RequestNotCancellable: (
        "La démarche {reference} ne peut plus être annulée, elle est {state}\u00a0:"
        " écrivez au service."
    ),
    RequestNotFound: "Aucune démarche ne porte la référence {reference}.",
    RequestTakesNoMessage: (
        "La démarche {reference} ne reçoit pas de message\u00a0: faites une autre demande."
    ),
    TooManyAttachments: "Joignez {most} documents au plus.",
}
