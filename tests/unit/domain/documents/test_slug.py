import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.documents.slug import InvalidSlug, Slug


class TestSlug:
    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Règlement du service de l’eau", "reglement-du-service-de-l-eau"),
            ("Demande d'abonnement (2026)", "demande-d-abonnement-2026"),
            ("Cœur d'eau", "coeur-d-eau"),
            ("  À--deux  ", "a-deux"),
        ],
    )
    def test_is_made_of_a_title(self, title: str, slug: str) -> None:
        assert str(Slug.of_title(title)) == slug

    def test_ends_with_a_whole_word(self) -> None:
        made = Slug.of_title("mot " * 40)

        assert made.text == "-".join(["mot"] * 15)

    @pytest.mark.parametrize("title", ["", "…", "水"])
    def test_is_not_made_of_nothing(self, title: str) -> None:
        with pytest.raises(InvalidSlug):
            Slug.of_title(title)

    @pytest.mark.parametrize(
        "text", ["", "A", "a--b", "-a", "a-", "a/b", "a.b", "é", "a\n", "a" * 61]
    )
    def test_has_one_shape(self, text: str) -> None:
        with pytest.raises(InvalidSlug):
            Slug.parse(text)

    @given(st.text(max_size=200))
    def test_of_any_title_reads_back(self, title: str) -> None:
        try:
            made = Slug.of_title(title)
        except InvalidSlug:
            return
        assert Slug.parse(made.text) == made
