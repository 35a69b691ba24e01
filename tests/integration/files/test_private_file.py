import os
from io import BytesIO
from pathlib import Path

import pytest

from siegvo.adapters.files.private_file import write_out, write_private


class TestAPrivateFile:
    @pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
    def test_is_for_its_owner_alone(self, tmp_path: Path, mask: int) -> None:
        path = tmp_path / "mandats.csv"
        usual = os.umask(mask)
        try:
            write_private(path, b"rum")
        finally:
            os.umask(usual)

        assert path.read_bytes() == b"rum"
        assert path.stat().st_mode & 0o777 == 0o600
        assert list(tmp_path.iterdir()) == [path]

    def test_takes_the_place_of_one_that_anybody_could_read(self, tmp_path: Path) -> None:
        path = tmp_path / "mandats.csv"
        path.write_bytes(b"before")
        path.chmod(0o666)

        write_private(path, b"after")

        assert path.read_bytes() == b"after"
        assert path.stat().st_mode & 0o777 == 0o600

    def test_is_not_written_where_a_link_leads(self, tmp_path: Path) -> None:
        elsewhere, path = tmp_path / "public.csv", tmp_path / "mandats.csv"
        elsewhere.write_bytes(b"before")
        path.symlink_to(elsewhere)

        write_private(path, b"after")

        assert elsewhere.read_bytes() == b"before"
        assert path.read_bytes() == b"after"

    def test_that_cannot_be_written_leaves_what_stood_there(self, tmp_path: Path) -> None:
        path = tmp_path / "mandats.csv"
        path.write_bytes(b"before")

        with pytest.raises(OSError, match="mandats"):
            write_private(path / "inside", b"after")

        assert path.read_bytes() == b"before"
        assert list(tmp_path.iterdir()) == [path]

    def test_may_be_a_pipe(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            write_private(pipe, b"rum")

            assert os.read(reader, 10) == b"rum"
        finally:
            os.close(reader)

    def test_may_leave_by_a_stream_that_is_no_file(self) -> None:
        stream = BytesIO()

        write_out(stream, b"rum")

        assert stream.getvalue() == b"rum"
