from datetime import timedelta

import attrs
import pytest

from siegvo.domain.documents.document import (
    Document,
    DocumentWithdrawn,
    Edition,
    InvalidTitle,
    Title,
)
from siegvo.domain.documents.slug import Slug
from tests.support.builders.accounts import NOON

FIRST = Edition(file="a", size=10, published_at=NOON)
SECOND = Edition(file="b", size=20, published_at=NOON + timedelta(days=1))
RULES = Document(slug=Slug("reglement"), title=Title("Règlement"), editions=(FIRST,))


class TestDocument:
    def test_shows_its_last_edition_and_keeps_the_others(self) -> None:
        document = RULES.publish(Title("Règlement 2026"), SECOND)

        assert document.current == SECOND
        assert document.editions == (FIRST, SECOND)
        assert str(document.title) == "Règlement 2026"

    def test_does_not_count_the_same_file_twice(self) -> None:
        again = attrs.evolve(FIRST, published_at=SECOND.published_at)

        assert RULES.publish(RULES.title, again) == RULES

    def test_is_withdrawn_once(self) -> None:
        gone = RULES.withdraw(at=NOON)

        assert not gone.is_published
        with pytest.raises(DocumentWithdrawn):
            gone.withdraw(at=NOON)

    def test_comes_back_when_it_is_published_again(self) -> None:
        assert RULES.withdraw(at=NOON).publish(RULES.title, FIRST).is_published


class TestTitle:
    def test_has_its_blanks_drawn_together(self) -> None:
        assert Title.parse("  Règlement \n du service ").text == "Règlement du service"

    @pytest.mark.parametrize("text", ["", " ", "a" * 121, "\u202e\x00"])
    def test_can_be_read_on_one_line(self, text: str) -> None:
        with pytest.raises(InvalidTitle):
            Title.parse(text)
