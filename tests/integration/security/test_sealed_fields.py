from base64 import b64encode

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.sealed_fields import AesVault
from siegvo.application.ports.vault import Place, SealBroken

OLD, NEW = "un secret de trente-deux caractères…", "un autre secret de trente-deux lettres"
IBAN = "FR7630006000011234567890189"
HERE = Place(table="mandates", column="iban", row="RUM-1")


def _vault(*secrets: str) -> AesVault:
    return AesVault(
        ring=KeyRing.derived(secrets, Use.BANK_DETAILS),
        index=KeyRing.derived(secrets, Use.BANK_FINGERPRINTS),
    )


class TestSealedField:
    @given(st.text(max_size=200))
    def test_opens_where_it_was_sealed(self, secret: str) -> None:
        try:
            secret.encode()
        except UnicodeEncodeError:
            return
        vault = _vault(NEW)

        assert vault.open(vault.seal(secret, place=HERE), place=HERE) == secret

    def test_says_nothing_of_what_is_in_it(self) -> None:
        sealed = _vault(NEW).seal(IBAN, place=HERE)

        assert IBAN not in sealed
        assert b64encode(IBAN.encode()).decode().rstrip("=") not in sealed

    def test_is_never_the_same_twice(self) -> None:
        vault = _vault(NEW)

        assert vault.seal(IBAN, place=HERE) != vault.seal(IBAN, place=HERE)

    @pytest.mark.parametrize(
        "elsewhere",
        [
            attrs.evolve(HERE, row="RUM-2"),
            attrs.evolve(HERE, column="holder"),
            attrs.evolve(HERE, table="changes"),
        ],
    )
    def test_does_not_open_elsewhere(self, elsewhere: Place) -> None:
        vault = _vault(NEW)
        sealed = vault.seal(IBAN, place=HERE)

        with pytest.raises(SealBroken):
            vault.open(sealed, place=elsewhere)

    def test_does_not_open_once_altered(self) -> None:
        vault = _vault(NEW)
        sealed = vault.seal(IBAN, place=HERE)

        for rank in range(len(sealed)):
            altered = "A" if sealed[rank] != "A" else "B"
            with pytest.raises(SealBroken):
                vault.open(sealed[:rank] + altered + sealed[rank + 1 :], place=HERE)

    @pytest.mark.parametrize("sealed", ["", "v1", "v1.", "v1..", "v2.x.y", IBAN, "v1.a.é"])
    def test_is_not_anything_else(self, sealed: str) -> None:
        with pytest.raises(SealBroken):
            _vault(NEW).open(sealed, place=HERE)

    def test_opens_with_an_older_key_until_it_is_gone(self) -> None:
        sealed = _vault(OLD).seal(IBAN, place=HERE)
        both = _vault(NEW, OLD)

        assert both.open(sealed, place=HERE) == IBAN
        assert not both.is_current(sealed)
        assert both.is_current(both.seal(IBAN, place=HERE))
        with pytest.raises(SealBroken):
            _vault(NEW).open(sealed, place=HERE)


class TestFingerprints:
    def test_tell_equal_secrets_and_nothing_else(self) -> None:
        vault = _vault(NEW)

        assert vault.fingerprints(IBAN) == vault.fingerprints(IBAN)
        assert vault.fingerprints(IBAN) != vault.fingerprints(IBAN[:-1] + "8")

    def test_know_what_an_older_key_made(self) -> None:
        (before,) = _vault(OLD).fingerprints(IBAN)

        assert before in _vault(NEW, OLD).fingerprints(IBAN)
        assert _vault(NEW, OLD).fingerprints(IBAN)[0] != before
