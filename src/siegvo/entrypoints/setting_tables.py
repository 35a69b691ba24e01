"""What stands in a table of the settings file, read one value at a time."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

import attrs

from siegvo.domain.kernel.money import Money
from siegvo.entrypoints.setting_faults import Fault, InvalidSetting

Read = Callable[[Any], object]
"""Read a value as TOML has it.

Raises:
    InvalidSetting: it cannot be.
"""

_CENTS: Final = 100


@attrs.frozen
class Table:
    """A table by its name in `[utility]`, and how each of its keys is read."""

    name: str
    keys: Mapping[str, Read]

    def read(self, written: object) -> dict[str, Any]:
        """Return what is written, by key; what is not written is left out.

        Raises:
            InvalidSetting: it is no table, has a key too many, or a value that cannot be.
        """
        if written is None:
            return {}
        if not isinstance(written, Mapping):
            raise InvalidSetting(Fault.NOT_A_TABLE, self.name)
        return {key: self._value(key, value) for key, value in written.items()}

    def _value(self, key: str, value: object) -> object:
        where = f"{self.name}.{key}"
        if key not in self.keys:
            raise InvalidSetting(Fault.UNKNOWN, where)
        try:
            return self.keys[key](value)
        except InvalidSetting as error:
            raise InvalidSetting(error.fault, where) from None


def count(*, least: int) -> Read:
    """Read a whole number."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise InvalidSetting(Fault.NOT_A_COUNT)
        return value

    return read


def amount(*, least: Money) -> Read:
    """Read euros: `15`, `0.01` or `"15,00"`, to the cent."""

    def read(value: object) -> Money:
        try:
            cents = Decimal(str(value).replace(",", ".")) * _CENTS
            found = Money(int(cents))
        except (InvalidOperation, OverflowError, ValueError):
            raise InvalidSetting(Fault.NOT_AN_AMOUNT) from None
        if isinstance(value, bool) or found.cents != cents or found < least:
            raise InvalidSetting(Fault.NOT_AN_AMOUNT)
        return found

    return read


def choice(kind: type[StrEnum], fault: Fault, *, among: tuple[StrEnum, ...] = ()) -> Read:
    """Read one of the words of `kind`, or of those `among` them."""

    def read(value: object) -> StrEnum:
        found = next((each for each in among or kind if each == value), None)
        if found is None:
            raise InvalidSetting(fault)
        return found

    return read
