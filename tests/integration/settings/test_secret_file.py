from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from siegvo.entrypoints.data_folder import DataFolderUnusable
from siegvo.entrypoints.secret_file import (
    FILE_NAME,
    SecretsExposed,
    check_kept_secret,
    read_or_make_secret,
)
from siegvo.entrypoints.settings import Settings


class TestTheKeptSecret:
    def test_is_made_once(self, tmp_path: Path) -> None:
        folder = tmp_path / "data"

        first = Settings(data_dir=folder).secrets()

        assert Settings(data_dir=folder).secrets() == first
        assert [path.name for path in folder.iterdir()] == [FILE_NAME]

    def test_is_its_owners_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "data"

        read_or_make_secret(folder)

        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600

    def test_is_the_same_for_whoever_asks_at_once(self, tmp_path: Path) -> None:
        with ThreadPoolExecutor(16) as crowd:
            seen = set(crowd.map(read_or_make_secret, [tmp_path / "data"] * 64))

        assert len(seen) == 1
        assert len(seen.pop()) >= 64

    def test_may_be_followed_by_older_ones(self, tmp_path: Path) -> None:
        (tmp_path / FILE_NAME).write_text(f"{'a' * 32}\n{'b' * 32}\n")

        assert Settings(data_dir=tmp_path).secrets() == ("a" * 32, "b" * 32)

    def test_is_not_needed_where_the_settings_give_one(self, tmp_path: Path) -> None:
        assert Settings(data_dir=tmp_path, secret_key="s" * 32).secrets() == ("s" * 32,)
        assert list(tmp_path.iterdir()) == []

    def test_is_noticed_when_others_may_read_it(self, tmp_path: Path) -> None:
        read_or_make_secret(tmp_path)
        check_kept_secret(tmp_path)
        (tmp_path / FILE_NAME).chmod(0o640)

        with pytest.raises(SecretsExposed):
            check_kept_secret(tmp_path)

    def test_cannot_be_kept_without_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("in the way")

        with pytest.raises(DataFolderUnusable):
            read_or_make_secret(tmp_path / "data")
