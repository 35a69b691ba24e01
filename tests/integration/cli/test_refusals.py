from pathlib import Path

import pytest

from siegvo.adapters.french.explain import SENTENCES
from siegvo.entrypoints.cli.next_steps import NEXT_STEPS
from tests.support.clerk import types


@pytest.mark.usefixtures("installed")
class TestARefusal:
    @pytest.mark.parametrize(
        ("words", "wrong", "mended"),
        [
            ("accounts show a@exemple.fr", "Ce compte n’existe pas", "siegvo accounts list"),
            ("accounts unlink a@exemple.fr R1", "Aucun compte", "siegvo accounts list"),
            ("accounts activate a@exemple.fr", "Aucune inscription", "de s’inscrire"),
            ("contracts show 100200300", "est inconnu", "recevez d’abord"),
            ("documents withdraw tarifs", "Aucun document", "siegvo documents list"),
            ("links approve D-2026-000099", "Aucune démarche", "siegvo links list"),
            ("readings accept D-2026-000099", "Aucun relevé", "siegvo readings review"),
            ("requests show D-2026-000099", "Aucune démarche", "siegvo requests list"),
            ("payments check", "n’est pas installé", "SIEGVO_PAYFIP_URL"),
            ("mail send-test a@exemple.fr", "pas de serveur", "SIEGVO_SMTP_URL"),
        ],
    )
    def test_says_what_is_wrong_and_how_to_mend_it(
        self, words: str, wrong: str, mended: str
    ) -> None:
        refused = types(*words.split())

        assert (refused.exit_code, refused.stdout) == (1, "")
        assert refused.stderr.startswith("Erreur\u00a0: ")
        assert wrong in refused.stderr
        assert mended in refused.stderr

    @pytest.mark.parametrize(
        ("content", "mended"),
        [("", "la facturation"), ("a;b\n1;2\n", "que cette commande attend")],
    )
    def test_of_a_file_does_too(self, content: str, mended: str, tmp_path: Path) -> None:
        file = tmp_path / "contrats.csv"
        file.write_text(content, encoding="utf-8")

        refused = types("import", "contracts", str(file))

        assert refused.exit_code == 1
        assert mended in refused.stderr

    def test_of_a_copy_names_the_place_and_another(self, tmp_path: Path) -> None:
        refused = types("db", "backup", str(tmp_path / "absent" / "copie.db"))

        assert refused.exit_code == 1
        assert "Choisissez un autre dossier" in refused.stderr


class TestNextSteps:
    def test_follow_sentences_that_exist(self) -> None:
        assert set(NEXT_STEPS) <= set(SENTENCES)

    def test_are_whole_sentences(self) -> None:
        assert all(step[0].isupper() for step in NEXT_STEPS.values())


class TestATypo:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("readigs", "readings"),
            ("db upgarde", "upgrade"),
            ("requests lits", "list"),
            ("audit list --sincce", "--since"),
        ],
    )
    def test_is_answered_with_the_nearest_name(self, typed: str, meant: str) -> None:
        refused = types(*typed.split())

        assert refused.exit_code == 2
        assert f"Vouliez-vous dire '{meant}'\u00a0?" in refused.stderr

    def test_of_a_value_lists_what_there_is(self) -> None:
        refused = types("requests", "list", "--kind", "fuites")

        assert refused.exit_code == 2
        assert "fuite" in refused.stderr
