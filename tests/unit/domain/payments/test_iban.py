from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.payments.iban import Iban, InvalidIban, NotAnIban, WrongChecksum, unspaced
from tests.support.builders.banking import POST, french_iban

accounts = st.integers(min_value=0, max_value=10**11 - 1).map(french_iban)


class TestAnIban:
    @given(accounts)
    def test_is_read_whatever_stands_between(self, iban: Iban) -> None:
        in_fours = "\u00a0".join(iban.text[i : i + 4] for i in range(0, 27, 4))

        assert Iban.parse(f" {in_fours.lower()}-") == iban

    @given(accounts)
    def test_is_never_written_whole_by_chance(self, iban: Iban) -> None:
        written = f"{iban} {iban!r} {iban!s} {[iban]}"

        assert iban.text not in written.replace(" ", "")
        assert iban.text[4:-3] not in written

    @given(accounts, st.integers(2, 26), st.sampled_from(digits))
    def test_shows_one_wrong_digit(self, iban: Iban, place: int, digit: str) -> None:
        other = iban.text[:place] + digit + iban.text[place + 1 :]

        if other != iban.text:
            with pytest.raises(WrongChecksum):
                Iban.parse(other)

    @given(accounts, st.integers(2, 25))
    def test_shows_two_digits_in_each_others_place(self, iban: Iban, place: int) -> None:
        text = iban.text
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]

        if swapped != text:
            with pytest.raises(WrongChecksum):
                Iban.parse(swapped)

    def test_is_masked_but_for_both_ends(self) -> None:
        assert Iban(POST).masked == "FR14 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 606"

    def test_knows_its_country_and_its_end(self) -> None:
        iban = Iban(POST)

        assert (iban.country, iban.last_three) == ("FR", "606")

    @given(st.text(alphabet=ascii_uppercase + digits + " -.\u00a0\u00e9\u0661", max_size=40))
    def test_is_told_from_anything_else(self, text: str) -> None:
        try:
            iban = Iban.parse(text)
        except InvalidIban:
            return
        assert iban.text == unspaced(text)

    @pytest.mark.parametrize("check", ["00", "01", "99"])
    def test_has_check_digits_that_the_norm_can_give(self, check: str) -> None:
        """ISO 7064 gives 02 to 98; 00, 01 and 99 pass a lazy test of the rest by 97."""
        with pytest.raises(InvalidIban):
            Iban.parse(f"FR{check}{POST[4:]}")

    @pytest.mark.parametrize("text", ["", "FR14", POST.lower(), POST + "\n", "FR1" + "0" * 31])
    def test_is_whole(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"^not an IBAN$"):
            Iban(text)

    def test_is_no_other_number(self) -> None:
        with pytest.raises(NotAnIban):
            Iban.parse("20041 01005 0500013M026 06")
