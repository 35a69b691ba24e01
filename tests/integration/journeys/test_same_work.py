"""What a refusal costs, counted: passwords hashed and statements run, whoever is named.

Milliseconds depend on what else the machine does; `python -m benchmarks.timing` compares them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from uuid import UUID

import attrs
import pytest

from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from tests.support.builders.accounts import NOON, a_registration, an_account
from tests.support.database import statements_noted
from tests.support.later_files import a_contract_row
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending

TIMES: Final = 60
WRONG: Final = "un autre mot de passe"
ARMS: Final = ("known", "lost pepper", "waiting", "unreadable", "unknown")
DOORS: Final[Mapping[str, Mapping[str, str]]] = {
    "/connexion": {"password": WRONG},
    "/inscription": {"password": PASSWORD, "password_confirmation": PASSWORD},
    "/activation/renvoyer": {},
    "/mot-de-passe-oublie": {},
}


@pytest.fixture
def crowded(service: SamplePortal) -> SamplePortal:
    """Give a portal where many have an account, hashed in many ways, and many wait for one."""
    known = _hasher(service).hash(Password(PASSWORD))
    hashes = {"known": known, "lost pepper": f"sg1$00000000{known[12:]}", "unreadable": "!"}
    numbers = iter(range(1, 10_000))
    with service.database.begin() as work:
        for arm, password_hash in hashes.items():
            for turn in range(TIMES):
                account = an_account(AccountId(UUID(int=next(numbers))), email=_mailbox(arm, turn))
                work.accounts.add(account.with_hash(password_hash))
        for turn in range(TIMES):
            work.registrations.add(
                a_registration(next(numbers), email=_mailbox("waiting", turn), at=NOON)
            )
    return service


def _mailbox(arm: str, turn: int) -> str:
    return f"{arm.replace(' ', '-')}{turn}@exemple.fr"


def _hasher(service: SamplePortal) -> BcryptHasher:
    hasher = service.portal.accounts.sign_in.hasher
    assert isinstance(hasher, BcryptHasher)
    return hasher


def _addresses() -> Iterator[str]:
    """Yield addresses, each used once: no place is slowed down."""
    yield from (f"203.{rank >> 16}.{rank >> 8 & 255}.{rank & 255}" for rank in range(1, 60_000))


def _named(sending: Sending, email: str, submission: int) -> Sending:
    given = {"email": email, "submission": str(UUID(int=submission))}
    fields = tuple((name, given.get(name, value)) for name, value in sending.fields)
    return attrs.evolve(sending, fields=fields)


@attrs.define
class Costs:
    """What each arm has cost: how many requests for each sum of work and of statements."""

    seen: dict[str, dict[tuple[int, int], int]] = attrs.Factory(
        lambda: defaultdict(lambda: defaultdict(int))
    )

    def note(self, arm: str, hasher: BcryptHasher, ask: Callable[[], None]) -> None:
        before = hasher.work
        with statements_noted() as statements:
            ask()
        self.seen[arm][hasher.work - before, len(statements)] += 1


@pytest.mark.parametrize("door", DOORS)
class TestEveryDoor:
    def test_costs_the_same_whoever_is_named(self, crowded: SamplePortal, door: str) -> None:
        browser, addresses, costs = crowded.visitor(), _addresses(), Costs()
        sending = browser.prepare(door, email="personne@exemple.fr", **DOORS[door])

        for turn in range(TIMES):
            for rank, arm in enumerate(ARMS):
                form = _named(sending, _mailbox(arm, turn), turn * len(ARMS) + rank)

                def ask(form: Sending = form) -> None:
                    from_there = {"REMOTE_ADDR": next(addresses)}
                    answer = browser.transmit(form, environ_overrides=from_there)
                    assert answer.status_code == (422 if door == "/connexion" else 303)

                costs.note(arm, _hasher(crowded), ask)

        assert set(costs.seen) == set(ARMS)
        assert [sum(each.values()) for each in costs.seen.values()] == [TIMES] * len(ARMS)
        hashed = {arm: {work for work, _ in each} for arm, each in costs.seen.items()}
        assert all(each == hashed["unknown"] for each in hashed.values()), hashed
        run = {arm: {statements for _, statements in each} for arm, each in costs.seen.items()}
        assert all(each == run["unknown"] for each in run.values()), run


class TestARefusedLink:
    THEIRS, LEFT, NOBODYS = "100200433", "100200423", "999999999"

    def test_costs_the_same_whatever_the_contract(self, service: SamplePortal) -> None:
        service.account(self.THEIRS)
        service.receive(contracts=[a_contract_row(self.LEFT, payer="R900002", since="2026-09-01")])
        arms = {
            "somebody's": (self.THEIRS, "QD95ZCZU"),
            "taken over": (self.LEFT, "QD95ZCZU"),
            "with the key of another": (self.LEFT, key_of(self.THEIRS)),
            "nobody's": (self.NOBODYS, "QD95ZCZU"),
        }
        costs, addresses = Costs(), _addresses()

        for turn in range(TIMES):
            for rank, (arm, (number, key)) in enumerate(arms.items()):
                account = AccountId(UUID(int=turn * len(arms) + rank))

                def ask(number: str = number, key: str = key, by: AccountId = account) -> None:
                    with pytest.raises(LinkRefused):
                        service.portal.contracts.link_contract(
                            account=by,
                            number=ContractNumber(number),
                            key=SecurityKey(key),
                            origin=next(addresses),
                        )

                costs.note(arm, _hasher(service), ask)

        assert [dict(each) for each in costs.seen.values()] == [dict(costs.seen["nobody's"])] * len(
            arms
        )
