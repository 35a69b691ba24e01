import pytest

from siegvo.adapters.security.keys import KeyRing, Use

NEW, OLD = "n" * 32, "o" * 32


class TestAKeyRing:
    def test_makes_with_the_first_secret_and_knows_them_all(self) -> None:
        ring = KeyRing.derived((NEW, OLD), Use.LINKS)

        assert ring.newest == KeyRing.derived((NEW,), Use.LINKS).newest
        assert ring.named(KeyRing.derived((OLD,), Use.LINKS).newest.id) == ring.keys[1]
        assert ring.named("00000000") is None

    def test_has_another_key_for_each_use(self) -> None:
        rings = [KeyRing.derived((NEW,), use) for use in Use]

        assert len({ring.newest.bytes for ring in rings}) == len(Use)
        assert len({ring.newest.id for ring in rings}) == len(Use)

    def test_makes_the_same_keys_tomorrow(self) -> None:
        key = KeyRing.derived((NEW,), Use.PASSWORDS).newest

        assert (key.id, key.bytes.hex()[:16]) == ("a2fc63c4", "7dfb253b39d74452")

    @pytest.mark.parametrize("secrets", [(), ("",), ("short",), (NEW, "x" * 31)])
    def test_needs_long_secrets(self, secrets: tuple[str, ...]) -> None:
        with pytest.raises(ValueError, match="32 characters"):
            KeyRing.derived(secrets, Use.LINKS)

    def test_shows_no_key(self) -> None:
        ring = KeyRing.derived((NEW,), Use.LINKS)

        assert repr(ring.newest.bytes) not in repr(ring)
