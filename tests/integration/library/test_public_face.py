import subprocess
import sys
from pathlib import Path

import pytest

import siegvo
from siegvo.entrypoints import library


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stand in a folder where a program of somebody else's prepared a database."""
    monkeypatch.chdir(tmp_path)
    siegvo.upgrade_database("sqlite:///eau.db")
    return "sqlite:///eau.db"


class TestTheLibrary:
    def test_opens_a_portal_and_closes_it(self, prepared: str, tmp_path: Path) -> None:
        with siegvo.open_portal(prepared) as portal, pytest.raises(siegvo.NotFound):
            portal.metering.accept_reading(
                siegvo.RequestReference.parse("D-2026-000001"), actor=siegvo.Actor.staff("moi")
            )

        assert {path.name for path in tmp_path.iterdir()} == {"eau.db", "siegvo-data"}
        assert [path.name for path in (tmp_path / "siegvo-data").iterdir()] == ["secret-key"]

    def test_leaves_files_alone_when_every_setting_is_given(
        self, prepared: str, tmp_path: Path
    ) -> None:
        settings = siegvo.Settings(
            database_url=prepared, secret_key="s" * 32, data_dir=tmp_path / "mine"
        )

        with siegvo.open_portal(settings) as portal:
            assert portal.operations.show_counts().accounts == 0

        assert list((tmp_path / "mine").iterdir()) == []

    def test_says_when_a_database_is_not_prepared(self, tmp_path: Path) -> None:
        settings = siegvo.Settings(data_dir=tmp_path)

        with pytest.raises(siegvo.DatabaseNotUpgraded), siegvo.open_portal(settings):
            pass

        assert "siegvo db upgrade" in siegvo.explain(siegvo.DatabaseNotUpgraded())

    def test_prepares_a_database_once(self, prepared: str) -> None:
        assert siegvo.upgrade_database(prepared) == ()

    def test_says_what_it_cannot_open(self) -> None:
        with pytest.raises(siegvo.InvalidSetting), siegvo.open_portal("eau.db"):
            pass

    def test_serves_each_database_on_either_kind(self, database_url: str, tmp_path: Path) -> None:
        settings = siegvo.Settings(database_url=database_url, data_dir=tmp_path)

        with siegvo.open_portal(settings) as portal:
            portal.accounts.register(
                email=siegvo.EmailAddress.parse("odile@exemple.fr"),
                password=siegvo.Password.parse("mirabelle tramway onze"),
            )

            assert portal.operations.show_counts().registrations == 1


class TestTheFace:
    def test_is_what_the_library_offers_and_no_more(self) -> None:
        assert siegvo.__all__ == library.__all__
        assert set(siegvo.__all__) <= set(dir(siegvo))
        assert not hasattr(siegvo, "create_app")

    def test_is_the_same_for_type_checkers(self) -> None:
        stub = Path(siegvo.__file__).with_suffix(".pyi").read_text()

        for name in library.__all__:
            assert f"    {name},\n" in stub
            assert f'    "{name}",\n' in stub

    @pytest.mark.parametrize("name", library.__all__)
    def test_explains_each_name(self, name: str) -> None:
        assert getattr(siegvo, name).__doc__

    @pytest.mark.parametrize(
        ("program", "unwanted"),
        [
            ("import siegvo", {"attrs", "click", "flask", "jinja2", "psycopg", "sqlalchemy"}),
            (
                "import siegvo; siegvo.open_portal",
                {"flask", "jinja2", "wtforms", "psycopg", "PIL", "zxcvbn", "typed_settings"},
            ),
        ],
    )
    def test_costs_nothing_that_is_not_used(self, program: str, unwanted: set[str]) -> None:
        loaded = subprocess.check_output(
            [sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"], text=True
        ).split()

        assert unwanted.isdisjoint(loaded)
