"""What the declaration of accessibility says is what its table says, and its tests exist."""

import ast
from datetime import date
from typing import Final

import attrs
import pytest

from siegvo.entrypoints.web.home.criteria import DECLARATION
from siegvo.entrypoints.web.home.declaration import (
    Criterion,
    Declaration,
    Proof,
    State,
    Theme,
    absent,
    not_met,
    read,
    unchecked,
)
from siegvo.entrypoints.web.home.proofs import ROOMS
from tests.look.views.every import EVERY
from tests.support.documents import ROOT
from tests.support.html_tree import Element, parse_html
from tests.support.pages import templates

IN_EACH_THEME: Final = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""The criteria of the RGAA 4.1.2."""

_LAST_DAY: Final = date(2026, 11, 23)


def _judged(*criteria: Criterion, audited: bool = True) -> Declaration:
    return Declaration(
        themes=(Theme(1, "Images", criteria),),
        established_on=_LAST_DAY,
        audited_on=_LAST_DAY if audited else None,
    )


def _defined(file: str) -> set[str]:
    """Return the tests of a file, as pytest names them."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef)} | {
        f"{each.name}::{test.name}"
        for each in tree.body
        if isinstance(each, ast.ClassDef)
        for test in each.body
        if isinstance(test, ast.FunctionDef)
    }


def _printed(declaration: Declaration) -> Element:
    template = templates().get_template("home/accessibility.html")
    page = template.render(
        signed_in=False, declaration=declaration, rooms=ROOMS.values(), host="eau.exemple"
    )
    return parse_html(page)


class TestTheTable:
    def test_judges_every_criterion(self) -> None:
        assert tuple(len(theme.criteria) for theme in DECLARATION.themes) == IN_EACH_THEME
        assert [theme.number for theme in DECLARATION.themes] == list(range(1, 14))

    def test_says_what_each_judgement_stands_on(self) -> None:
        for each in DECLARATION.criteria:
            assert (each.proof is not None) == (each.state is State.TESTED), each.about
            assert each.why or each.state is not State.NOT_MET, each.about

    @pytest.mark.parametrize("proof", DECLARATION.proofs, ids=lambda each: each.test)
    def test_names_tests_that_exist(self, proof: Proof) -> None:
        file, _, name = proof.test.partition("::")

        assert name.rpartition("::")[2].startswith("test_")
        assert name in _defined(file)

    def test_names_the_rooms_that_are_looked_at(self) -> None:
        assert set(ROOMS) == set(EVERY)


class TestTheConformity:
    def test_is_none_without_an_audit(self) -> None:
        assert _judged(read("a"), audited=False).conformity == "non conforme"

    def test_is_whole_when_everything_that_applies_is_met(self) -> None:
        assert _judged(read("a"), *absent("b")).conformity == "totalement conforme"

    def test_is_partial_from_a_half(self) -> None:
        assert _judged(read("a"), unchecked("b")).conformity == "partiellement conforme"

    def test_is_none_below(self) -> None:
        few = _judged(read("a"), unchecked("b"), not_met("c", "so"))

        assert few.met_percent == 33
        assert few.conformity == "non conforme"


class TestTheSummaryOfATheme:
    def test_counts_what_there_is(self) -> None:
        theme = Theme(3, "Couleurs", (read("a"), read("b"), *absent("c")))

        assert theme.summary == "2 conformes à la lecture, 1 non applicable"


class TestThePage:
    def test_has_every_part_of_the_model(self) -> None:
        page = _printed(DECLARATION)
        parts = [each.text for each in page.all("h2", "dt")]

        assert parts == [
            "En deux mots",
            "État de conformité",
            "Résultats des tests",
            "Contenus non accessibles",
            "Dérogations pour charge disproportionnée",
            "Contenus non soumis à l’obligation d’accessibilité",
            "Établissement de cette déclaration",
            "Établie le",
            "Technologies utilisées",
            "Environnement de test",
            "Outils",
            "Pages vérifiées",
            "Retour d’information et contact",
            "Voies de recours",
        ]

    def test_prints_what_is_counted(self) -> None:
        page = _printed(DECLARATION).text

        assert all(count in page for count in DECLARATION.counts)
        assert all(theme.summary in page for theme in DECLARATION.themes)
        assert all(proof.test in page for proof in DECLARATION.proofs)
        assert "Établie le 23/11/2026" in page

    def test_hides_nothing_that_is_amiss_or_was_not_looked_at(self) -> None:
        page = _printed(DECLARATION).text

        for number, each in (*DECLARATION.not_met, *DECLARATION.unchecked):
            assert f"{number} {each.about}" in page
            assert " ".join(each.why.split()) in page

    def test_says_what_the_footer_says(self) -> None:
        said = f"Accessibilité : {DECLARATION.conformity}"

        assert _printed(DECLARATION).text.count(said) == 2

    def test_says_when_it_was_audited(self) -> None:
        audited = attrs.evolve(DECLARATION, audited_on=_LAST_DAY)

        page = _printed(audited).text

        assert "L’audit date du 23/11/2026" in page
        assert "faute d’audit" not in page
