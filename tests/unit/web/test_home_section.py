import pytest

from siegvo.domain.metering.home import HomeUse, NoHomeUse
from siegvo.entrypoints.web.metering.consumption_query import ConsumptionQuery, View
from siegvo.entrypoints.web.metering.home_section import HomeSection, home_section, persons_form
from tests.support.builders.contracts import CONTRACT
from tests.support.meters import day

A_YEAR = HomeUse(first=day("2025-10-10"), last=day("2026-10-10"), cubic_metres=124)


def asked(persons: str | None = None, *, view: View | None = None) -> ConsumptionQuery:
    return ConsumptionQuery(contract=CONTRACT, view=view, persons=persons)


def told(query: ConsumptionQuery, *, use: HomeUse | NoHomeUse = A_YEAR) -> HomeSection:
    section = home_section(use, form=persons_form(query), query=query)
    assert section
    return section


class TestTheHome:
    def test_is_told_with_its_days_before_anything_is_asked(self) -> None:
        section = told(asked())

        assert section.home == (
            "Du 10/10/2025 au 10/10/2026, entre deux vrais relevés, votre logement a consommé"
            " 124\u00a0m³, soit 340\u00a0litres par jour."
        )
        assert section.asks
        assert section.shares is None

    def test_is_set_beside_an_average_with_its_year_and_source(self) -> None:
        section = told(asked())

        assert section.average == (
            "En France, une personne consomme en moyenne 148\u00a0litres d’eau potable par jour"
            " (année 2021)."
        )
        assert "Office français de la biodiversité" in section.source
        assert section.source.endswith("publié le 20/06/2023.")

    @pytest.mark.parametrize(
        ("why", "words"),
        [
            (NoHomeUse.ESTIMATED, "Vos derniers index sont estimés"),
            (NoHomeUse.TOO_SHORT, "Il faut deux relevés à trois mois d’écart"),
            (NoHomeUse.SEVERAL_METERS, "Ce contrat a plusieurs compteurs"),
        ],
    )
    def test_is_not_told_without_saying_why(self, why: NoHomeUse, words: str) -> None:
        section = told(asked("3"), use=why)

        assert section.home.startswith(words)
        assert not section.asks
        assert section.shares is None

    def test_is_not_spoken_of_where_there_is_none(self) -> None:
        assert home_section(NoHomeUse.NOT_A_HOME, form=None, query=asked()) is None


class TestTheAnswer:
    def test_is_shared_and_compared(self) -> None:
        shares = told(asked("3")).shares

        assert shares
        assert (
            shares.sentence == "Pour 3 personnes\u00a0: 113\u00a0litres par personne et par jour."
        )
        assert shares.standing == "C’est moins que la moyenne en France."
        assert [(each.label, each.width) for each in shares.measures] == [
            ("Chez vous", "75.6%"),
            ("En France, en moyenne", "99.0%"),
        ]

    @pytest.mark.parametrize(
        ("persons", "words"),
        [("1", "C’est plus que"), ("2", "C’est plus que"), ("3", "C’est moins que")],
    )
    def test_is_told_in_words(self, persons: str, words: str) -> None:
        shares = told(asked(persons)).shares

        assert shares
        assert shares.standing.startswith(words)

    def test_is_near_the_average_within_a_tenth(self) -> None:
        use = HomeUse(first=day("2025-10-10"), last=day("2026-10-10"), cubic_metres=54)

        shares = told(asked("1"), use=use).shares

        assert shares
        assert shares.standing == "C’est proche de la moyenne en France."
        assert shares.sentence.startswith("Pour une personne\u00a0: 148\u00a0litres")

    def test_takes_the_rest_of_the_address_along(self) -> None:
        assert told(asked(view=View.DAY)).hidden == (("contrat", str(CONTRACT)), ("vue", "jour"))
        assert told(asked()).hidden == (("contrat", str(CONTRACT)),)

    @pytest.mark.parametrize("typed", ["0", "21", "deux", ""])
    def test_is_refused_beside_the_question_and_kept(self, typed: str) -> None:
        section = told(asked(typed))

        assert section.refusal == "Saisissez un nombre de 1 à 20, par exemple 3."
        assert section.typed == typed
        assert section.shares is None
