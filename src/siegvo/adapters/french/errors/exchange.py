"""What refusals of exchange files, of their rows, and warnings about them say to a person."""

from collections.abc import Mapping

from siegvo.adapters.french.errors import billing_files
from siegvo.application.exchange import import_contracts, import_meters
from siegvo.application.exchange.survey_contracts import ManyPayersChange
from siegvo.application.ports import cell_faults, file_faults, reading_bench
from siegvo.domain.contracts.succession import ContractTakenOver, TenureOutOfOrder
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    # The whole file
    file_faults.FileEmpty: "Le fichier est vide.",
    file_faults.FileNotText: (
        "Ce fichier n’est pas un fichier CSV lisible\u00a0: enregistrez-le au format"
        " «\u00a0CSV UTF-8\u00a0»."
    ),
    file_faults.HeaderMissing: (
        "La ligne d’en-tête manque\u00a0: la première ligne doit nommer les colonnes {expected}."
    ),
    file_faults.ColumnsMissing: "Il manque à l’en-tête\u00a0: {columns}.",
    file_faults.ColumnTwice: "La colonne {column} figure deux fois dans l’en-tête.",
    file_faults.ColumnIgnored: "La colonne «\u00a0{column}\u00a0» est inconnue, elle est ignorée.",
    # A row that cannot be read
    cell_faults.RowWithoutEnd: "un guillemet est mal placé ou n’est pas refermé",
    cell_faults.RowTooLong: "la ligne dépasse {most} caractères",
    cell_faults.WrongCellCount: "la ligne compte {found} cellules au lieu de {expected}",
    cell_faults.CellEmpty: "{column} manque\u00a0: la cellule est vide",
    cell_faults.CellTooLong: "{column} dépasse {most} caractères",
    cell_faults.CellWithHiddenCharacter: "{column} contient un caractère interdit ({code})",
    cell_faults.NotADay: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas une date, comme 2026-11-23 ou 23/11/2026"
    ),
    cell_faults.NotAnIndex: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un index, en m³ entiers"
    ),
    cell_faults.NegativeIndex: "{column}\u00a0: l’index {given} est négatif",
    cell_faults.NotANumber: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un nombre entre {least} et {most}"
    ),
    cell_faults.UnknownWord: (
        "{column}\u00a0: «\u00a0{given}\u00a0» est inconnu\u00a0;"
        " les valeurs possibles sont {known}"
    ),
    cell_faults.NotAContractNumber: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un numéro de contrat,"
        " de 4 à 14\u00a0chiffres"
    ),
    cell_faults.NotASecurityKey: (
        "{column}\u00a0: la clé ne compte pas 4 à 32\u00a0lettres et chiffres"
    ),
    cell_faults.NotAPayerCode: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un code,"
        " de 1 à 30\u00a0lettres et chiffres"
    ),
    cell_faults.NotAPostcode: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un code postal, de 5\u00a0chiffres"
    ),
    cell_faults.NotASiret: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un SIRET, de 14\u00a0chiffres"
    ),
    cell_faults.NotAMailbox: "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas une adresse e-mail",
    cell_faults.IbanInClear: "{column}\u00a0: l’IBAN n’est pas masqué",
    cell_faults.EndsBeforeItStarts: "la fin, le {last}, précède le début, le {first}",
    cell_faults.RemovalIncomplete: (
        "{missing} manque\u00a0: une dépose a une date et un index, ou ni l’un ni l’autre"
    ),
    # A file that changes too much at once
    ManyPayersChange: (
        "Ce fichier ferait changer de redevable {moved} contrats sur {known}. Vérifiez que c’est"
        " le bon\u00a0; s’il l’est, recommencez avec --confirm."
    ),
    # A row that contradicts the rest
    import_contracts.ContractOnLine: (
        "le contrat {number} figure déjà ligne\u00a0{line} avec d’autres données"
    ),
    import_contracts.PayerOnLine: (
        "Le redevable {code} a d’autres données que ligne\u00a0{line}, qui fait foi."
    ),
    ContractTakenOver: (
        "le contrat {contract} appartient depuis le {since} à un autre redevable, {payer}"
    ),
    TenureOutOfOrder: (
        "le contrat {contract} a eu un autre titulaire à partir du {since}\u00a0:"
        " il ne peut pas débuter le {first}"
    ),
    import_meters.MeterOnLine: (
        "le compteur {serial} figure déjà ligne\u00a0{line} avec d’autres données"
    ),
    import_meters.ContractUnknown: "le contrat {number} est inconnu",
    import_meters.MeterOfAnotherContract: (
        "le compteur {serial} est déjà celui du contrat {contract}"
    ),
    cell_faults.IndexBeyondDials: (
        "{column}\u00a0: l’index {cubic_metres} a plus de chiffres que le compteur ({dials})"
    ),
    reading_bench.ReadingOnLine: (
        "le compteur {serial} a déjà un relevé du {taken_on} ligne\u00a0{line},"
        " avec d’autres données"
    ),
    reading_bench.MeterUnknown: "le compteur {serial} est inconnu",
    reading_bench.ReadingAhead: "le relevé est daté du {taken_on}, un jour à venir",
    reading_bench.ReadingBeforeFitted: (
        "le relevé, du {taken_on}, précède la pose du compteur, le {fitted_on}"
    ),
    reading_bench.ReadingAfterRemoved: (
        "le relevé, du {taken_on}, suit la dépose du compteur, le {removed_on}"
    ),
    **billing_files.SENTENCES,
}
