import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.contracts.contract_number import ContractNumber, InvalidContractNumber


class TestAContractNumber:
    @pytest.mark.parametrize(
        "typed",
        [
            "100214873",
            " 100 214 873 ",
            "100-214-873",
            "100.214.873",
            "1OO214873",
            "1oo\u00a0214873",
            "100\u2009214\u202f873",
            "100\u2011214\u2013873",
            "\ufeff100214873\u200b",
        ],
    )
    def test_forgives_how_people_copy_it(self, typed: str) -> None:
        assert ContractNumber.parse(typed) == ContractNumber("100214873")

    @pytest.mark.parametrize(
        "typed",
        ["", "123", "123456789012345", "10021487A", "-", "\u0663" * 4, "1e9x"],
    )
    def test_is_four_to_fourteen_digits(self, typed: str) -> None:
        with pytest.raises(InvalidContractNumber):
            ContractNumber.parse(typed)

    @given(st.from_regex(r"[0-9]{4,14}", fullmatch=True))
    def test_reads_what_it_says(self, digits: str) -> None:
        assert str(ContractNumber.parse(digits)) == digits

    def test_cannot_be_made_of_anything_else(self) -> None:
        with pytest.raises(ValueError, match="regex"):
            ContractNumber("100 214 873")
