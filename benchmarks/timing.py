"""Do refusals take as long whoever is named?  Milliseconds, compared on a quiet machine.

    python -m benchmarks.timing                 600 requests an arm, passwords at cost 12
    python -m benchmarks.timing --requests 100 --cost 8

The arms take turns, so that whatever slows the machine down slows them alike.  Medians may
differ by 5 ms at the most; Welch's p says how likely such a difference is by chance: a small one
with a difference of microseconds is the sign of many requests, not of a leak.
The exit code is 1 when two medians are further apart.  `tests/integration/journeys/
test_same_work.py` counts what is done instead of timing it, at each run of the tests.
"""

import argparse
import math
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import fmean, median, variance
from time import perf_counter_ns
from typing import Any, Final
from uuid import UUID

import attrs
from sqlalchemy import insert

from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.accounts import accounts, registrations
from siegvo.adapters.sql.upgrade import upgrade
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending

MOST_APART_MS: Final = 5.0
WRONG: Final = "un autre mot de passe"
DOORS: Final[Mapping[str, Mapping[str, str]]] = {
    "/connexion": {"password": WRONG},
    "/inscription": {"password": PASSWORD, "password_confirmation": PASSWORD},
    "/activation/renvoyer": {},
    "/mot-de-passe-oublie": {},
}
NAMED: Final = ("known", "waiting", "unknown")
CONTRACTS: Final[Mapping[str, tuple[str, str]]] = {
    "somebody's": ("100200433", "QD95ZCZU"),
    "with the key of another": ("100200433", key_of("100200423")),
    "nobody's": ("999999999", "QD95ZCZU"),
}

Ask = Callable[[], object]
Times = dict[str, list[float]]


@attrs.frozen(kw_only=True)
class Difference:
    """How far two arms are apart, in milliseconds, and how likely that is by chance."""

    arm: str
    milliseconds: float
    p: float

    @classmethod
    def between(cls, arm: str, some: Sequence[float], others: Sequence[float]) -> "Difference":
        """Compare two samples; with hundreds in each, Welch's t is as good as normal."""
        spread = math.sqrt(variance(some) / len(some) + variance(others) / len(others))
        t = (fmean(some) - fmean(others)) / spread if spread else 0.0
        apart = median(some) - median(others)
        return cls(arm=arm, milliseconds=apart, p=math.erfc(abs(t) / math.sqrt(2)))


@contextmanager
def _portal(cost: int) -> Iterator[SamplePortal]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/timing.db")
        upgrade(engine)
        service = SamplePortal.on(engine, folder=Path(folder))
        service.receive_samples()
        _hash_at(_hasher(service), cost)
        yield service
        engine.dispose()


def _hash_at(hasher: BcryptHasher, cost: int) -> None:
    """Hash as dearly as is asked: the samples do it cheaply."""
    hasher.cost = cost
    hasher.__attrs_post_init__()


def _hasher(service: SamplePortal) -> BcryptHasher:
    hasher = service.portal.accounts.sign_in.hasher
    assert isinstance(hasher, BcryptHasher)
    return hasher


def _fill(service: SamplePortal, times: int) -> None:
    """Keep as many accounts, and as many attempts at opening one, as there are turns."""
    password_hash = _hasher(service).hash(Password(PASSWORD))

    def row(kind: str, turn: int, moment: str) -> dict[str, Any]:
        email = _mailbox(kind, turn)
        return {
            "id": UUID(int=turn + 1),
            "email": email,
            "email_key": email,
            "password_hash": password_hash,
            moment: service.clock.now(),
        }

    with service.database.engine.begin() as connection:
        known = [{**row("known", n, "activated_at"), "version": 1} for n in range(times)]
        connection.execute(insert(accounts), known)
        waiting = [row("waiting", n, "registered_at") for n in range(times)]
        connection.execute(insert(registrations), waiting)


def _mailbox(kind: str, turn: int) -> str:
    return f"{kind}{turn}@exemple.fr"


def _addresses() -> Iterator[str]:
    """Yield addresses, each used once: no place is slowed down."""
    yield from (f"203.{rank >> 16}.{rank >> 8 & 255}.{rank & 255}" for rank in range(1, 2**22))


def _timed(arms: Mapping[str, Callable[[int], Ask]], times: int) -> Times:
    """Time each arm as often, in turn, the first of them another one each time."""
    took: Times = defaultdict(list)
    names = list(arms)
    for turn in range(times):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            ask = arms[name](turn)
            began = perf_counter_ns()
            ask()
            took[name].append((perf_counter_ns() - began) / 1e6)
    return took


def _door(service: SamplePortal, door: str, addresses: Iterator[str]) -> Mapping[str, Any]:
    browser = service.visitor()
    sending = browser.prepare(door, email="personne@exemple.fr", **DOORS[door])
    submissions = iter(range(1, 2**30))

    def arm(kind: str) -> Callable[[int], Ask]:
        def at(turn: int) -> Ask:
            form = _named(sending, _mailbox(kind, turn), next(submissions))
            there = {"REMOTE_ADDR": next(addresses)}
            return lambda: browser.transmit(form, environ_overrides=there)

        return at

    return {kind: arm(kind) for kind in NAMED}


def _named(sending: Sending, email: str, submission: int) -> Sending:
    given = {"email": email, "submission": str(UUID(int=submission))}
    fields = tuple((name, given.get(name, value)) for name, value in sending.fields)
    return attrs.evolve(sending, fields=fields)


def _links(service: SamplePortal, addresses: Iterator[str]) -> Mapping[str, Any]:
    people = iter(range(10**9, 10**10))

    def arm(number: str, key: str) -> Callable[[int], Ask]:
        def at(turn: int) -> Ask:
            del turn
            by, there = AccountId(UUID(int=next(people))), next(addresses)

            def ask() -> None:
                with suppress(LinkRefused):
                    service.portal.contracts.link_contract(
                        account=by,
                        number=ContractNumber(number),
                        key=SecurityKey(key),
                        origin=there,
                    )

            return ask

        return at

    return {name: arm(*facts) for name, facts in CONTRACTS.items()}


def _told(what: str, took: Times) -> bool:
    """Print how far the arms are from the last one, which is nobody; say whether it is near."""
    *others, nobody = took
    print(f"{what}: {nobody}, median {median(took[nobody]):.2f} ms")
    found = [Difference.between(each, took[each], took[nobody]) for each in others]
    for each in found:
        print(f"  {each.arm}: {each.milliseconds:+.2f} ms, p = {each.p:.3g}")
    return all(abs(each.milliseconds) < MOST_APART_MS for each in found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Time every door, then links; say whether all are as long for everybody."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=600, help="of each arm")
    parser.add_argument("--cost", type=int, default=12, help="of a password's hash, 2 to that")
    asked = parser.parse_args(arguments)
    with _portal(asked.cost) as service:
        _fill(service, asked.requests)
        addresses = _addresses()
        arms = {door: _door(service, door, addresses) for door in DOORS}
        arms["a link"] = _links(service, addresses)
        near = [
            _told(what, _ordered(_timed(each, asked.requests), each)) for what, each in arms.items()
        ]
    return 0 if all(near) else 1


def _ordered(took: Times, arms: Mapping[str, Any]) -> Times:
    return {name: took[name] for name in arms}


if __name__ == "__main__":
    sys.exit(main())
