"""The numbers that name legal persons and creditors, verified by python-stdnum."""


def is_siren(text: str) -> bool:
    """Say whether `text` is the number of a French legal person."""
    from stdnum.fr import siren  # noqa: PLC0415 (only those who examine need it)

    return siren.is_valid(text)


def is_vat_number_of(text: str, legal_person: str) -> bool:
    """Say whether `text` is the French VAT number that a SIREN gives."""
    from stdnum.fr import siren, tva  # noqa: PLC0415

    return tva.is_valid(text) and tva.compact(text) == siren.to_tva(legal_person)


def is_creditor_id(text: str) -> bool:
    """Say whether `text` identifies a SEPA creditor (AT-02)."""
    from stdnum.eu import at_02  # noqa: PLC0415

    return at_02.is_valid(text)
