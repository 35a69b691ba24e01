from hashlib import sha256

from siegvo.adapters.security.session_keys import RandomSessionKeys
from siegvo.adapters.system.ids import new_id


class TestASessionKey:
    def test_is_two_hundred_and_fifty_six_random_bits(self) -> None:
        values = {RandomSessionKeys().new().value for _ in range(100)}

        assert len(values) == 100
        assert {len(value) for value in values} == {43}

    def test_is_known_to_us_by_its_fingerprint_only(self) -> None:
        key = RandomSessionKeys().new()

        assert key.fingerprint == sha256(key.value.encode()).hexdigest()
        assert key.fingerprint == RandomSessionKeys().fingerprint(key.value)
        assert key.value not in repr(key)

    def test_may_be_anything_when_a_browser_sends_it(self) -> None:
        assert len(RandomSessionKeys().fingerprint("\ud800\x00")) == 64


class TestAnIdentity:
    def test_is_random(self) -> None:
        ids = {new_id() for _ in range(100)}

        assert len(ids) == 100
        assert {each.version for each in ids} == {4}
