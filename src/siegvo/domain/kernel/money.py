"""An amount of money, in euros."""

from typing import Self

import attrs


@attrs.frozen
class Money:
    """Whole cents, below zero when they are owed the other way round.

    Pages of invoices compare hundreds: what attrs would write for it costs ten times as much.
    """

    cents: int = attrs.field(validator=attrs.validators.instance_of(int))

    @classmethod
    def zero(cls) -> Self:
        return cls(0)

    def __add__(self, other: Self) -> Self:
        return type(self)(self.cents + other.cents)

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.cents - other.cents)

    def __lt__(self, other: Self) -> bool:
        return self.cents < other.cents

    def __le__(self, other: Self) -> bool:
        return self.cents <= other.cents

    def __gt__(self, other: Self) -> bool:
        return self.cents > other.cents

    def __ge__(self, other: Self) -> bool:
        return self.cents >= other.cents

    def __neg__(self) -> Self:
        return type(self)(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0

    def __str__(self) -> str:
        sign, cents = "-" if self.cents < 0 else "", abs(self.cents)
        return f"{sign}{cents // 100}.{cents % 100:02}"
