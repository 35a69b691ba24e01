"""A vault made of glass: one sees how it is bound to its place, and that it is not in clear."""

from hashlib import sha256

import attrs

from siegvo.application.ports.vault import Place, SealBroken


@attrs.define
class GlassVault:
    """`table.column.row` and the secret, digit by digit; `key` may be changed for a newer one."""

    key: str = "k1"

    def seal(self, secret: str, *, place: Place) -> str:
        return f"{self.mark}{_name(place)}|{secret.encode().hex()}"

    def open(self, sealed: str, *, place: Place) -> str:
        _, name, hidden = sealed.split("|")
        if name != _name(place):
            raise SealBroken
        return bytes.fromhex(hidden).decode()

    def is_current(self, sealed: str) -> bool:
        return sealed.startswith(self.mark)

    @property
    def mark(self) -> str:
        return f"{self.key}|"

    def fingerprints(self, secret: str) -> tuple[str, ...]:
        return (sha256(secret.encode()).hexdigest()[:32],)


def _name(place: Place) -> str:
    return f"{place.table}.{place.column}.{place.row}"
