from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from siegvo.entrypoints.cli.french import CATALOGUES, DOMAIN

_FOLDER = CATALOGUES / "fr" / "LC_MESSAGES"


def written() -> Catalog:
    return read_po(BytesIO((_FOLDER / f"{DOMAIN}.po").read_bytes()))


class TestWhatClickSays:
    def test_is_compiled_as_it_is_written(self) -> None:
        compiled = read_mo(BytesIO((_FOLDER / f"{DOMAIN}.mo").read_bytes()))

        assert _sentences(compiled) == _sentences(written())

    def test_keeps_the_places_of_facts(self) -> None:
        assert [error for message in written() for error in message.check()] == []

    def test_says_everything(self) -> None:
        assert all(all(forms) for forms in _sentences(written()).values())


def _sentences(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the French of each English sentence, the singular first."""
    return {_all(each.id)[0]: _all(each.string) for each in catalog if each.id}


def _all(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)
