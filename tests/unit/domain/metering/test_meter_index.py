import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.metering.meter_index import IndexWithDecimals, InvalidMeterIndex, MeterIndex

INDEXES = st.integers(min_value=0, max_value=999_999_999).map(MeterIndex)


class TestAMeterIndex:
    @pytest.mark.parametrize(
        "typed",
        [
            "1250",
            "01250",
            "000001250",
            "1 250",
            " 1250\n",
            "1\u00a0250",
            "1\u202f250",
            "1\u2009250",
        ],
    )
    def test_is_read_with_zeros_in_front_and_blanks_of_any_kind(self, typed: str) -> None:
        assert MeterIndex.parse(typed) == MeterIndex(1250)

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            " ",
            "douze",
            "-5",
            "+5",
            "1e9",
            "0x10",
            "1_250",
            "12m3",
            "٣",
            "\uff11\uff12\uff15\uff10",
            "²",
            ",5",
        ],
    )
    def test_is_made_of_plain_digits(self, typed: str) -> None:
        with pytest.raises(InvalidMeterIndex) as refusal:
            MeterIndex.parse(typed)

        assert refusal.value.given == typed

    def test_has_nine_digits_at_most(self) -> None:
        assert MeterIndex.parse("999 999 999") == MeterIndex(999_999_999)
        with pytest.raises(InvalidMeterIndex):
            MeterIndex.parse("1 000 000 000")

    @pytest.mark.parametrize("typed", ["12,5", "1250.345", "1 250,345", "1250,", "1.250.345"])
    def test_has_no_decimals(self, typed: str) -> None:
        with pytest.raises(IndexWithDecimals) as refusal:
            MeterIndex.parse(typed)

        assert refusal.value.given == typed

    @pytest.mark.parametrize("cubic_metres", [-1, 1_000_000_000])
    def test_cannot_be_built_out_of_bounds(self, cubic_metres: int) -> None:
        with pytest.raises(ValueError, match="cubic_metres"):
            MeterIndex(cubic_metres)

    @given(INDEXES)
    def test_is_read_as_it_is_written(self, index: MeterIndex) -> None:
        assert MeterIndex.parse(str(index)) == index

    @given(INDEXES, INDEXES)
    def test_is_ordered_by_volume(self, one: MeterIndex, other: MeterIndex) -> None:
        assert (one < other) == (one.cubic_metres < other.cubic_metres)
