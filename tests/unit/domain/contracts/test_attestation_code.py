from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.contracts.attestation_code import (
    HOLDER_SIGNS,
    SIGNS,
    WORDS_SIGNS,
    AttestationCode,
    AttestationUnknown,
)
from siegvo.domain.contracts.contract_number import ContractNumber

CODE = AttestationCode(
    contract=ContractNumber("100214873"),
    made_on=date(2026, 11, 23),
    holder_mark="K7QM2XHD9RTB",
    words_mark="4WNE",
)
WRITTEN = "100214873-2EP-K7QM-2XHD-9RTB-4WNE"


def _marks(length: int) -> st.SearchStrategy[str]:
    return st.text(SIGNS, min_size=length, max_size=length)


class TestACodeOfAnAttestation:
    def test_is_printed_in_groups(self) -> None:
        assert str(CODE) == WRITTEN

    @pytest.mark.parametrize(
        "typed",
        [
            WRITTEN,
            WRITTEN.lower(),
            WRITTEN.replace("-", " "),
            WRITTEN.replace("-", ""),
            f"  {WRITTEN}\n",
            WRITTEN.replace("0", "O").replace("1", "I"),
            WRITTEN.replace("1", "l"),
        ],
    )
    def test_is_read_as_people_copy_it(self, typed: str) -> None:
        assert AttestationCode.parse(typed) == CODE

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "100214873",
            f"{WRITTEN}0000000000000",
            WRITTEN.replace("K", "U"),
            WRITTEN.replace("K", "é"),
            WRITTEN.replace("1", "\u0661"),
            "A" * 5000,
        ],
    )
    def test_is_unknown_when_it_cannot_be_one(self, typed: str) -> None:
        with pytest.raises(AttestationUnknown):
            AttestationCode.parse(typed)

    @given(
        st.text("0123456789", min_size=4, max_size=14),
        st.integers(0, 32**3 - 1),
        _marks(HOLDER_SIGNS),
        _marks(WORDS_SIGNS),
    )
    def test_comes_back_as_it_was_written(
        self, number: str, days: int, holder: str, words: str
    ) -> None:
        code = AttestationCode(
            contract=ContractNumber(number),
            made_on=date(2020, 1, 1) + timedelta(days=days),
            holder_mark=holder,
            words_mark=words,
        )

        assert AttestationCode.parse(str(code)) == code
