import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.payments.creditor import Creditor, CreditorId, InvalidCreditorId
from tests.support.builders.banking import ICS, french_iban


class TestACreditorId:
    @pytest.mark.parametrize(
        ("written", "text"),
        [
            (ICS, ICS),
            (" fr72 zzz 123456 ", ICS),
            ("FR72ABC123456", "FR72ABC123456"),
            ("DE98ZZZ09999999999", "DE98ZZZ09999999999"),
            ("ES23ZZZ47690558N", "ES23ZZZ47690558N"),
        ],
    )
    def test_is_read_whatever_the_creditor_put_in_the_middle(self, written: str, text: str) -> None:
        assert str(CreditorId.parse(written)) == text

    @pytest.mark.parametrize("written", ["", "FR", "FR73ZZZ123456", "FR72ZZZ", "FR72-ZZZ123456"])
    def test_is_nothing_else(self, written: str) -> None:
        with pytest.raises(InvalidCreditorId) as refusal:
            CreditorId.parse(written)

        assert refusal.value.given == written

    @given(st.integers(min_value=0, max_value=999_999), st.integers(min_value=0, max_value=99))
    def test_has_one_pair_of_check_digits_at_most(self, number: int, check: int) -> None:
        right = 98 - int(f"{number:06}152700") % 97
        written = f"FR{check:02}ZZZ{number:06}"

        if check % 97 == right % 97:
            assert CreditorId.parse(written).text == written
        else:
            with pytest.raises(InvalidCreditorId):
                CreditorId.parse(written)

    def test_is_whole(self) -> None:
        with pytest.raises(ValueError, match="no creditor identifier"):
            CreditorId("fr72zzz123456")


class TestACreditor:
    def test_is_at_a_bank_that_has_a_name(self) -> None:
        with pytest.raises(ValueError, match="bic"):
            Creditor(name="Eau", identifier=CreditorId(ICS), iban=french_iban(), bic="PSST")
