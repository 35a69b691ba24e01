import pytest
from hypothesis import given
from hypothesis import strategies as some

from siegvo.domain.kernel.money import Money

money = some.integers(-(10**9), 10**9).map(Money)


class TestMoney:
    @pytest.mark.parametrize(
        ("cents", "written"),
        [
            (0, "0.00"),
            (5, "0.05"),
            (-5, "-0.05"),
            (123_456, "1234.56"),
            (-3_120, "-31.20"),
        ],
    )
    def test_is_written_in_euros(self, cents: int, written: str) -> None:
        assert str(Money(cents)) == written

    def test_is_whole_cents(self) -> None:
        with pytest.raises(TypeError):
            Money(12.5)  # type: ignore[arg-type]

    def test_is_something_unless_it_is_zero(self) -> None:
        assert Money(-1)
        assert not Money.zero()

    @given(money, money)
    def test_adds_up(self, one: Money, other: Money) -> None:
        assert one + other == other + one
        assert one + other - other == one
        assert one - other == one + -other

    @given(money, money)
    def test_is_ordered_by_what_it_is_worth(self, one: Money, other: Money) -> None:
        assert (one < other) == (one.cents < other.cents)
        assert (one == other) == (one.cents == other.cents)
