"""The file of contracts."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Self

import attrs

from siegvo.adapters.exchange_files import cells, codes, words
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.rows import built
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.cell_faults import EndsBeforeItStarts
from siegvo.application.ports.feeds import ContractRow, Rows
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.postal_address import PostalAddress


def _needed(name: str, read: cells.Read[Any]) -> Column:
    return Column(name, read)


def _spare(name: str, read: cells.Read[Any], *, otherwise: object = None) -> Column:
    return Column(name, cells.maybe(read, otherwise=otherwise), is_required=False)


COLUMNS: Final = Columns(
    (
        _needed("numero_contrat", codes.contract_number("numero_contrat")),
        _needed("cle_securite", codes.security_key("cle_securite")),
        _needed("code_redevable", codes.payer_code("code_redevable")),
        _needed("nom_redevable", cells.text("nom_redevable", 200)),
        _needed("adresse_redevable", cells.text("adresse_redevable", 200)),
        _needed("code_postal_redevable", codes.postcode("code_postal_redevable")),
        _needed("commune_redevable", cells.text("commune_redevable", 100)),
        _needed("adresse_desservie", cells.text("adresse_desservie", 200)),
        _needed("code_postal_desservi", codes.postcode("code_postal_desservi")),
        _needed("commune_desservie", cells.text("commune_desservie", 100)),
        _needed("categorie", cells.word("categorie", words.CATEGORIES)),
        _needed("debut", cells.day("debut")),
        _needed("mode_reglement", cells.word("mode_reglement", words.PAYMENT_MODES)),
        _needed("e_facture", cells.word("e_facture", words.YES_OR_NO)),
        _spare("fin", cells.day("fin")),
        _spare("suspendu", cells.word("suspendu", words.YES_OR_NO), otherwise=False),
        _spare("nom_occupant", cells.text("nom_occupant", 200)),
        _spare("siret_redevable", codes.siret("siret_redevable")),
        _spare("email_redevable", codes.mailbox("email_redevable")),
        _spare("iban_masque", codes.masked_iban("iban_masque")),
    )
)


@attrs.frozen
class ContractFile:
    """`ContractFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[Rows[ContractRow]]:
        for values in COLUMNS.values(self.sheet):
            yield built(values, _row)


def _row(line: int, values: tuple[Any, ...]) -> ContractRow:
    number, key, code, name, street, postcode, town, *rest = values
    supply_street, supply_postcode, supply_town, category, first, mode, e_invoice, *spare = rest
    last, is_suspended, occupant, siret, email, masked_iban = spare
    if last is not None and last < first:
        raise EndsBeforeItStarts(first=first, last=last)
    return ContractRow(
        line=line,
        key=key,
        payer=Payer(
            code=code,
            name=name,
            address=PostalAddress(street=street, postcode=postcode, town=town),
            email=email,
            siret=siret,
        ),
        tenure=Tenure(
            contract=number,
            payer=code,
            supply=PostalAddress(street=supply_street, postcode=supply_postcode, town=supply_town),
            days=DayRange(first, last),
            category=category,
            payment_mode=mode,
            has_e_invoice=e_invoice,
            is_suspended=is_suspended,
            occupant=occupant,
            masked_iban=masked_iban,
        ),
    )
