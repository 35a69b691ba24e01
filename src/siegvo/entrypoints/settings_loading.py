"""Settings, as the environment and one TOML file write them."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.entrypoints.misinstalled import Misinstalled
from siegvo.entrypoints.setting_faults import Fault, InvalidSetting
from siegvo.entrypoints.setting_utility import DELAY, TABLES
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.siegvo_utility import SIEGVO

PREFIX: Final = "SIEGVO_"
FILE_VARIABLE: Final = "SIEGVO_CONFIG"

_LISTS: Final = frozenset({"secret_key", "trusted_proxies"})


@attrs.frozen
class Problem:
    """A setting, by its name in the file, and what is wrong with it."""

    name: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}"


@attrs.frozen
class SettingsRefused(Misinstalled):
    """The portal cannot be installed so."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "; ".join(map(str, self.problems))


@attrs.frozen
class SettingsFileUnreadable(Misinstalled):
    """The file named by SIEGVO_CONFIG cannot be opened, or is no TOML."""

    path: str


def load_settings() -> Settings:
    """Read the variables `SIEGVO_...`, and the TOML file named by `SIEGVO_CONFIG`.

    Raises:
        SettingsRefused: something in them cannot be.
        SettingsFileUnreadable: the file cannot be read.
    """
    written = _written()
    problems = tuple(_problems(written))
    if problems:
        raise SettingsRefused(problems)
    return Settings(**written)


def unknown_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the variables that look like ours and are not: misspelt, most often."""
    ours = {FILE_VARIABLE, *(f"{PREFIX}{path.upper().replace('.', '_')}" for path in _paths())}
    return tuple(sorted({name for name in environment if name.startswith(PREFIX)} - ours))


def _written() -> dict[str, Any]:
    """Merge the file and the environment, values as they stand there."""
    # typed-settings takes a tenth of a second to import: only those who load settings pay.
    import typed_settings as ts  # noqa: PLC0415
    from typed_settings.exceptions import InvalidOptionsError, TsError  # noqa: PLC0415
    from typed_settings.loaders import DictLoader, Loader  # noqa: PLC0415

    path = os.environ.get(FILE_VARIABLE)
    if path:
        _check_readable(path)
    loaders: list[Loader] = [
        DictLoader({"utility": attrs.asdict(_UtilityAsWritten())}),
        ts.FileLoader(formats={"*": ts.TomlFormat(None)}, files=[f"!{path}"] if path else []),
        ts.EnvLoader(PREFIX),
    ]
    try:
        found: Any = ts.load_settings(_AS_WRITTEN, loaders)
    except InvalidOptionsError as error:
        names = str(error).rpartition(": ")[2].split(", ")
        raise SettingsRefused(tuple(Problem(name, Fault.UNKNOWN) for name in names)) from None
    except (TsError, OSError, UnicodeError) as error:
        # Its message may quote what the file holds, secrets included.
        raise SettingsFileUnreadable(str(path)) from (error if isinstance(error, OSError) else None)
    given = attrs.asdict(found, recurse=False)
    given["utility"] = attrs.asdict(given["utility"], recurse=False)
    return {name: value for name, value in given.items() if value not in (None, "")}


def _check_readable(path: str) -> None:
    """Open the file, and close it: typed-settings would say in English that it cannot."""
    try:
        Path(path).open("rb").close()
    except OSError as error:
        raise SettingsFileUnreadable(path) from error


# What typed-settings fills in: our settings, not yet read.
_UtilityAsWritten = attrs.make_class(
    "UtilityAsWritten",
    {
        **{
            field.name: attrs.field(type=field.type, default=getattr(SIEGVO, field.name))
            for field in attrs.fields(Utility)
            if field.type in {str, PostalAddress}
        },
        **{name: attrs.field(type=Any, default=None) for name in (DELAY, *sorted(TABLES))},
    },
)
_AS_WRITTEN = attrs.make_class(
    "AsWritten",
    {
        field.name: attrs.field(type=_UtilityAsWritten, default=_UtilityAsWritten())
        if field.name == "utility"
        else attrs.field(type=Any, default=None)
        for field in attrs.fields(Settings)
    },
)


def _problems(written: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in written.items():
        texts = value if isinstance(value, list) and name in _LISTS else [value]
        kind = Mapping if name == "utility" else str
        if not all(isinstance(text, kind) for text in texts):
            yield Problem(name, Fault.NOT_TEXT)
            continue
        try:
            Settings(**{name: value})
        except InvalidSetting as error:
            yield Problem(f"{name}.{error.within}" if error.within else name, error.fault)


def _paths() -> Iterator[str]:
    """Name every setting, those of the utility and of its address included."""
    for field in attrs.fields(Settings):
        yield field.name
    for field in attrs.fields(_UtilityAsWritten):
        if field.name not in TABLES:
            yield f"utility.{field.name}"
    for field in attrs.fields(PostalAddress):
        yield f"utility.address.{field.name}"
