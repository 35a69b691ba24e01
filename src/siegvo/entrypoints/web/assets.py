"""Static files, under addresses that change when they do."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Self
from wsgiref.types import WSGIApplication

import attrs
from whitenoise import WhiteNoise

_SHIPPED = Path(__file__).parent / "static"
_COMPRESSED = {".br", ".gz"}


@attrs.frozen
class AssetNotFound(Exception):
    """A template names a file that is not there: a mistake of ours."""

    name: str


@attrs.frozen(kw_only=True)
class Assets:
    """A folder of static files, served below an address made of all their contents.

    The hash is a folder of the address rather than a part of each name, so that what a
    style sheet refers to, `url("fonts/...")`, is found without rewriting it.
    """

    folder: Path
    fingerprint: str
    names: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read every file of `folder`, once, when the process starts."""
        digest = sha256()
        names = sorted(_names(folder))
        for name in names:
            content = (folder / name).read_bytes()
            digest.update(f"{name} {len(content)} ".encode() + content)
        return cls(folder=folder, fingerprint=digest.hexdigest()[:12], names=frozenset(names))

    @property
    def prefix(self) -> str:
        return f"/static/{self.fingerprint}/"

    def url(self, name: str) -> str:
        """Return the address of `name`, like `/static/0123456789ab/portal.css`.

        Raises:
            AssetNotFound: the folder holds no such file.
        """
        if name not in self.names:
            raise AssetNotFound(name)
        return f"{self.prefix}{name}"


def shipped_assets() -> Assets:
    """Return the files that come with the portal."""
    return Assets.of(_SHIPPED)


def with_static(application: WSGIApplication, *, assets: Assets) -> WSGIApplication:
    """Serve `assets` in front of `application`; browsers may keep them for good."""
    return WhiteNoise(
        application,
        root=str(assets.folder),
        prefix=assets.prefix,
        allow_all_origins=False,
        immutable_file_test=lambda _path, _url: True,
    )


def _names(folder: Path) -> Iterator[str]:
    """Name the files of `folder`; those compressed at build go with their originals."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in _COMPRESSED:
            yield path.relative_to(folder).as_posix()
