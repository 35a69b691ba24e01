import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.treasury.fields import fields_of, is_idop, subject
from siegvo.application.ports.treasury import TreasuryRefused
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money
from tests.support.builders.treasury import an_order


def code_of(**facts: object) -> str:
    """Return the code with which such an order is refused, or nothing."""
    try:
        fields_of(an_order(**facts), client="090909", mode="T")
    except TreasuryRefused as refusal:
        return refusal.code
    return ""


class TestTheFields:
    def test_are_those_of_the_service(self) -> None:
        assert fields_of(an_order(), client="090909", mode="W") == {
            "exer": "2026",
            "mel": "odile.marchal@exemple.fr",
            "montant": "14691",
            "numcli": "090909",
            "objet": "Facture d eau F2026000123",
            "refdet": "F2026000123",
            "saisie": "W",
            "urlnotif": "https://abonnes.exemple.fr/paiements/notification",
            "urlredirect": "https://abonnes.exemple.fr/paiements/P1/retour",
        }

    def test_leave_out_a_subject_nobody_gave(self) -> None:
        assert "objet" not in fields_of(an_order(subject=" – "), client="090909", mode="T")

    @pytest.mark.parametrize(
        ("cents", "code"), [(99, "M3"), (100, ""), (9_999_999, ""), (10_000_000, "M5"), (-1, "M3")]
    )
    def test_bound_the_amount(self, cents: int, code: str) -> None:
        assert code_of(amount=Money(cents)) == code

    @pytest.mark.parametrize(
        ("reference", "code"),
        [
            ("A", ""),
            ("a1B2" * 7 + "zz", ""),
            ("", "R3"),
            ("A" * 31, "R3"),
            ("F-2026", "R3"),
            ("F 2026", "R3"),
            ("É2026", "R3"),
            ("F2026\n", "R3"),
        ],
    )
    def test_keep_the_reference_to_letters_and_digits(self, reference: str, code: str) -> None:
        assert code_of(reference=reference) == code

    @pytest.mark.parametrize(
        ("address", "code"),
        [("o@b.fr", ""), ("o@b." + "f" * 60, ""), ("o" * 60 + "@exemple.exemple.fr.fr", "A2")],
    )
    def test_bound_the_mailbox(self, address: str, code: str) -> None:
        assert code_of(email=EmailAddress(address)) == code

    @pytest.mark.parametrize(("year", "code"), [(2026, ""), (26, "E1"), (20260, "E1")])
    def test_have_a_year_of_four_digits(self, year: int, code: str) -> None:
        assert code_of(fiscal_year=year) == code

    @pytest.mark.parametrize("address", ["", "/retour", "ftp://x/", "http://x/" + "y" * 250])
    def test_lead_somewhere(self, address: str) -> None:
        assert code_of(return_url=address) == "D1"
        assert code_of(notification_url=address) == "N1"


class TestASubject:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Facture d’eau n° 12 – été 2026", "Facture d eau n 12 ete 2026"),
            ("Œuvre à Jœuf", "OEuvre a Joeuf"),
            ("  x  ", "x"),
            ("<b>&\n", "b"),
        ],
    )
    def test_loses_its_accents(self, text: str, folded: str) -> None:
        assert subject(text) == folded

    @given(st.text())
    def test_always_fits(self, text: str) -> None:
        assert re.fullmatch("[A-Za-z0-9 ]{0,100}", subject(text))


class TestTheNameOfAnOperation:
    @pytest.mark.parametrize("text", ["cc0cb210-1cd4-11ea-8cca-0213ad91a103", "1"])
    def test_is_made_of_letters_digits_and_hyphens(self, text: str) -> None:
        assert is_idop(text)

    @pytest.mark.parametrize("text", ["", "a b", "a&b", "a\n", "é", "a" * 65, "../x"])
    def test_holds_nothing_else(self, text: str) -> None:
        assert not is_idop(text)
