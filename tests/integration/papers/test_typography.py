import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.papers.typography import printable


class TestAPrintableText:
    @pytest.mark.parametrize(
        "text",
        [
            "Mme Odile Marchal",
            "« Société d’Économie » – l’Œuvre, 50 %",
            '#panic("x") *gras* _i_ $x$ \\ `c` // @ref <tag> = ~',
            "Łukasz Dvořák, Ναυσικά, Ирина",
            "مرحبا שלום",
            "1 234,56\u00a0€ \u2212 38\u00a0m³",
        ],
    )
    def test_is_the_text_itself(self, text: str) -> None:
        assert printable(text) == text

    def test_has_no_narrow_blank(self) -> None:
        assert printable("1\u202f234") == "1\u00a0234"

    def test_is_on_one_line(self) -> None:
        assert printable("un\tdeux\r\ntrois") == "un deux  trois"

    def test_shows_where_something_cannot_be_drawn(self) -> None:
        assert printable("eau 🚰 水 \ue000") == "eau \ufffd \ufffd \ufffd"

    def test_never_turns_the_direction_of_writing(self) -> None:
        assert printable("\u202e123\u2066\u200f") == "123"

    def test_composes_accents(self) -> None:
        assert printable("re\u0301seau") == "réseau"

    def test_drops_accents_that_stand_alone(self) -> None:
        assert printable("z\u0335\u0301\u0301a") == "\u017aa"

    def test_may_break_a_word_too_long_for_a_line(self) -> None:
        assert printable("A" * 30).split("\u200b") == ["A" * 12, "A" * 12, "A" * 6]

    def test_leaves_an_ordinary_word_whole(self) -> None:
        assert printable("anticonstitutionnellement"[:24]).isalpha()

    @given(st.text())
    def test_holds_nothing_that_no_font_has(self, text: str) -> None:
        kinds = {unicodedata.category(sign) for sign in printable(text) if sign != "\u200b"}

        assert not kinds & {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Mc", "Zl", "Zp"}
