import pytest

from siegvo.domain.announcements.commune import Commune, InvalidCommune


class TestCommune:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("AMANVILLERS", "Amanvillers"),
            ("STE MARIE AUX CHENES", "Sainte-Marie-aux-Chênes"),
            ("ST PRIVAT LA MONTAGNE", "Saint-Privat-la-Montagne"),
            ("Vernéville", "VERNEVILLE"),
            ("Jœuf", "JŒUF"),
        ],
    )
    def test_is_the_same_however_it_is_written(self, one: str, other: str) -> None:
        assert Commune(one) == Commune(other)
        assert len({Commune(one), Commune(other)}) == 1

    def test_is_not_its_neighbour(self) -> None:
        assert Commune("Sainte-Marie") != Commune("Sainte-Marie-aux-Chênes")

    def test_keeps_the_name_it_was_given(self) -> None:
        assert str(Commune.parse("  Sainte-Ruffine ")) == "Sainte-Ruffine"

    @pytest.mark.parametrize("text", ["", " ", "-", "\u202e", "a" * 61])
    def test_has_a_name(self, text: str) -> None:
        with pytest.raises(InvalidCommune):
            Commune.parse(text)
