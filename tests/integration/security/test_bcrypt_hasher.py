from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import bcrypt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.adapters.security.keys import Key, KeyRing, Use
from siegvo.application.ports.unavailable import HasherBusy
from siegvo.domain.accounts.password import Password

NEW, OLD = "n" * 32, "o" * 32
RIGHT = Password("cheval agrafe lune")
PASSWORDS = [
    Password(""),
    Password("cheval agrafe lunf"),
    Password("x" * 128),
    Password("\u00e9" * 64),
    Password("\x00\ud800\U0001f600"),
]


def a_hasher(*secrets: str, cost: int = 4) -> BcryptHasher:
    return BcryptHasher(ring=KeyRing.derived(secrets or (NEW,), Use.PASSWORDS), cost=cost)


class TestAHash:
    def test_is_that_of_one_password(self) -> None:
        hasher = a_hasher()
        stored = hasher.hash(RIGHT)

        assert hasher.verify(RIGHT, stored).is_right
        assert not any(hasher.verify(wrong, stored).is_right for wrong in PASSWORDS)

    def test_is_never_the_same_twice(self) -> None:
        hasher = a_hasher()

        assert hasher.hash(RIGHT) != hasher.hash(RIGHT)

    def test_names_its_pepper_and_its_cost(self) -> None:
        ring = KeyRing.derived((NEW,), Use.PASSWORDS)

        stored = a_hasher().hash(RIGHT)

        assert stored.startswith(f"sg1${ring.newest.id}$2b$04$")
        assert len(stored) <= 120

    def test_is_of_no_use_without_the_pepper(self) -> None:
        stored = a_hasher().hash(RIGHT)
        plain = stored[stored.index("$2b$") :].encode()

        assert not bcrypt.checkpw(RIGHT.text.encode(), plain)
        assert not a_hasher(OLD).verify(RIGHT, stored).is_right

    def test_is_of_no_use_with_a_pepper_of_the_same_name(self) -> None:
        name = KeyRing.derived((NEW,), Use.PASSWORDS).newest.id
        impostor = KeyRing((Key(name, b"another"),))
        stored = a_hasher().hash(RIGHT)

        assert not BcryptHasher(ring=impostor, cost=4).verify(RIGHT, stored).is_right

    @pytest.mark.parametrize("length", [1, 71, 72, 73, 127])
    @pytest.mark.parametrize("sign", ["a", "\u00e9", "\u6c34", "\U0001f4a7", "\x00", "\ud800"])
    def test_counts_every_character_to_the_last(self, sign: str, length: int) -> None:
        hasher = a_hasher()
        stored = hasher.hash(Password(sign * length + "b"))

        assert hasher.verify(Password(sign * length + "b"), stored).is_right
        assert not hasher.verify(Password(sign * length + "c"), stored).is_right

    @settings(max_examples=60)
    @given(st.text(st.characters(), max_size=128))
    def test_may_be_made_of_anything(self, text: str) -> None:
        hasher = a_hasher()

        assert hasher.verify(Password(text), hasher.hash(Password(text))).is_right


class TestAHashMadeOtherwise:
    def test_under_an_older_pepper_is_right_and_made_anew(self) -> None:
        stored = a_hasher(OLD).hash(RIGHT)

        verdict = a_hasher(NEW, OLD).verify(RIGHT, stored)

        assert verdict.is_right
        assert verdict.fresher_hash is not None
        assert a_hasher(NEW).verify(RIGHT, verdict.fresher_hash).is_right

    def test_at_another_cost_is_right_and_made_anew(self) -> None:
        stored = a_hasher(cost=4).hash(RIGHT)

        verdict = a_hasher(cost=5).verify(RIGHT, stored)

        assert verdict.is_right
        assert verdict.fresher_hash is not None
        assert "$2b$05$" in verdict.fresher_hash

    def test_as_today_is_left_alone(self) -> None:
        hasher = a_hasher()

        assert hasher.verify(RIGHT, hasher.hash(RIGHT)).fresher_hash is None

    def test_is_not_made_anew_for_a_wrong_password(self) -> None:
        stored = a_hasher(cost=4).hash(RIGHT)

        assert a_hasher(cost=5).verify(PASSWORDS[1], stored).fresher_hash is None


def shapes() -> dict[str, str | None]:
    """Give what a table may hold: hashes, older hashes, and things that are none."""
    good = a_hasher(NEW, OLD, cost=6).hash(RIGHT)
    return {
        "no account": None,
        "empty": "",
        "closed": "!",
        "right": good,
        "older pepper": a_hasher(OLD, cost=6).hash(RIGHT),
        "lost pepper": a_hasher("l" * 32, cost=6).hash(RIGHT),
        "cheaper": a_hasher(cost=4).hash(RIGHT),
        "a little cheaper": a_hasher(cost=5).hash(RIGHT),
        "cut": good[:-1],
        "longer": good + "x",
        "unreadable salt": f"{good[: good.index('$06$') + 4]}{'z' * 53}",
        "plain bcrypt": bcrypt.hashpw(b"cheval", bcrypt.gensalt(4)).decode(),
        "not ASCII": "sg1$\u00e9",
    }


class TestAFailure:
    @pytest.mark.parametrize("shape", sorted(shapes()))
    @pytest.mark.parametrize("wrong", PASSWORDS, ids=range(len(PASSWORDS)))
    def test_costs_the_same_whatever_is_stored(self, shape: str, wrong: Password) -> None:
        hasher = a_hasher(NEW, OLD, cost=6)

        verdict = hasher.verify(wrong, shapes()[shape])

        assert not verdict.is_right
        assert hasher.work == 2**6

    def test_of_a_hash_that_is_none_is_no_error_even_with_the_right_password(self) -> None:
        hasher = a_hasher(NEW, OLD, cost=6)

        verdicts = {name: hasher.verify(RIGHT, stored) for name, stored in shapes().items()}

        opened = {name for name, verdict in verdicts.items() if verdict.is_right}
        assert opened == {"right", "older pepper", "cheaper", "a little cheaper"}


class TestACrowd:
    def test_is_told_to_come_back_rather_than_wait_for_ever(self) -> None:
        ring = KeyRing.derived((NEW,), Use.PASSWORDS)
        hasher = BcryptHasher(ring=ring, cost=11, slots=1, wait=0.01)
        start = Barrier(4)

        def hash_or_leave() -> bool:
            start.wait()
            try:
                hasher.hash(RIGHT)
            except HasherBusy:
                return False
            return True

        with ThreadPoolExecutor(4) as crowd:
            served = [each.result() for each in [crowd.submit(hash_or_leave) for _ in range(4)]]

        assert 1 <= sum(served) < 4
        assert hasher.hash(RIGHT)

    def test_leaves_the_work_done_countable(self) -> None:
        hasher = a_hasher()

        with ThreadPoolExecutor(4) as crowd:
            list(crowd.map(hasher.hash, [RIGHT] * 20))

        assert hasher.work == 20 * 2**4
