"""`siegvo messages`: what the service tells its subscribers."""

import json

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.clerk import types
from tests.support.database import Database

CUT = ("--title", "Coupure d’eau", "--text", "De 8 h à 12 h.", "--from", "01/12/2036")


@pytest.fixture(autouse=True)
def _somebody_in_gravelotte(installed: str) -> None:
    engine = open_engine(installed)
    Database.on(engine).know(a_payer(), a_tenure())
    engine.dispose()


class TestMessages:
    def test_are_published_listed_and_withdrawn(self) -> None:
        published = types(
            "messages", "publish", *CUT, "--commune", "gravelotte", "--until", "03/12/2036"
        )

        assert published.exit_code == 0, published.stderr
        assert published.stdout == (
            "Le message 1 est publié, du 01/12/2036 au 03/12/2036, pour gravelotte.\n"
        )
        assert "Coupure d’eau" in types("messages", "list").stdout
        assert types("messages", "withdraw", "1").stdout == "Le message 1 est retiré.\n"
        (told,) = json.loads(types("messages", "list", "--json").stdout)
        assert told.pop("published_at") <= told.pop("withdrawn_at")
        assert told == {
            "id": 1,
            "title": "Coupure d’eau",
            "text": "De 8 h à 12 h.",
            "communes": ["gravelotte"],
            "from": "2036-12-01",
            "until": "2036-12-03",
        }

    def test_may_be_for_everybody_and_for_long(self) -> None:
        published = types("messages", "publish", *CUT)

        assert published.stdout == (
            "Le message 1 est publié, à partir du 01/12/2036, pour toutes les communes.\n"
        )

    def test_are_none_at_first(self) -> None:
        assert types("messages", "list").stdout == "Aucun message n’a été publié.\n"

    @pytest.mark.parametrize(
        ("words", "status", "sentence"),
        [
            (("publish", *CUT, "--commune", "Gravelote"), 1, "desservi à Gravelote"),
            (("publish", *CUT, "--until", "30/11/2036"), 1, "est avant le premier"),
            (
                ("publish", *CUT[:4], "--from", "01/01/2020", "--until", "02/01/2020"),
                1,
                "déjà passé",
            ),
            (("publish", *CUT, "--until", "31/11/2036"), 2, "Saisissez un jour qui existe"),
            (("publish", "--title", " ", "--text", "x"), 2, "Donnez un titre"),
            (("publish", "--title", "x", "--text", " "), 2, "Écrivez un texte"),
            (("publish", *CUT, "--commune", "-"), 2, "Donnez le nom d’une commune"),
            (("withdraw", "7"), 1, "Aucun message ne porte le numéro 7"),
            (("withdraw", "sept"), 2, "NUMÉRO"),
        ],
    )
    def test_are_refused_in_a_sentence(
        self, words: tuple[str, ...], status: int, sentence: str
    ) -> None:
        refused = types("messages", *words)

        assert refused.exit_code == status
        assert sentence in refused.stderr
        assert json.loads(types("messages", "list", "--json").stdout) == []
