import pytest

from siegvo.application.contracts.staff_contracts import RenewKey
from siegvo.application.exchange.bundle import Exchange
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World
from tests.support.outside import PlainKeyedHash, Surroundings

OTHER = "100214874"
OLD = "9NUUNTUW"


def bits(world: World) -> list[int]:
    return [lock.key_bits for lock in world.kept.tenures.locks.values()]


def opens(world: World, key: str) -> bool:
    expected = PlainKeyedHash().of("security-key", CONTRACT.digits, MARCHAL.text, key)
    return any(lock.key_hash == expected for lock in world.kept.tenures.locks.values())


@pytest.fixture
def renew_key(world: World, surroundings: Surroundings) -> RenewKey:
    return RenewKey(
        begin=world.begin,
        clock=surroundings.clock,
        keyed_hash=surroundings.keyed_hash,
        new_key=surroundings.new_security_key,
    )


class TestTheKeysOfAFile:
    def test_are_as_strong_as_their_length_and_signs_allow(
        self, world: World, exchange: Exchange
    ) -> None:
        rows = [
            contract_row(a_tenure(), key="123456"),
            contract_row(a_tenure(OTHER), line=3, key="1234567"),
        ]
        exchange.import_contracts(contract_feed(rows))

        assert bits(world) == [19, 23]

    def test_are_all_drawn_from_the_signs_of_the_whole_file(
        self, world: World, exchange: Exchange
    ) -> None:
        first = [contract_row(a_tenure(), key="12345678")]
        last = [contract_row(a_tenure(OTHER), line=3, key="QRST5678")]
        exchange.import_contracts(contract_feed(first, last))

        assert bits(world) == [40, 40]

    @pytest.mark.parametrize(("declared", "kept"), [(25, 25), (60, 40)])
    def test_are_no_stronger_than_declared(
        self, world: World, exchange: Exchange, *, declared: int, kept: int
    ) -> None:
        feed = contract_feed([contract_row(a_tenure(), key=OLD)])

        exchange.import_contracts(feed, key_bits=declared)

        assert bits(world) == [kept]

    def test_are_weighed_again_by_the_next_import(self, world: World, exchange: Exchange) -> None:
        feed = contract_feed([contract_row(a_tenure(), key=OLD)])
        exchange.import_contracts(feed, key_bits=25)

        assert exchange.import_contracts(feed).updated == 1
        assert bits(world) == [40]


class TestARetiredKey:
    def test_is_not_brought_back_by_a_file(
        self, world: World, exchange: Exchange, renew_key: RenewKey
    ) -> None:
        feed = contract_feed([contract_row(a_tenure(), key=OLD)])
        exchange.import_contracts(feed)
        keys = [renew_key(CONTRACT, actor=Actor.staff("paul")) for _ in range(2)]

        report = exchange.import_contracts(feed)

        assert report.unchanged == 1
        assert opens(world, keys[1].text)
        assert not opens(world, keys[0].text)
        assert not opens(world, OLD)

    def test_is_not_brought_back_when_the_payer_comes_back(
        self, world: World, exchange: Exchange, renew_key: RenewKey
    ) -> None:
        left = a_tenure(until="2024-05-31")
        exchange.import_contracts(contract_feed([contract_row(left, key=OLD)]))
        renew_key(CONTRACT, actor=Actor.staff("paul"))

        back = contract_row(a_tenure(since="2026-01-01"), key=OLD)
        exchange.import_contracts(contract_feed([back]))

        assert not opens(world, OLD)

    def test_gives_way_to_a_key_nobody_has_seen(
        self, world: World, exchange: Exchange, renew_key: RenewKey
    ) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure(), key=OLD)]))
        renew_key(CONTRACT, actor=Actor.staff("paul"))

        exchange.import_contracts(contract_feed([contract_row(a_tenure(), key="QD95ZCZU")]))
        assert opens(world, "QD95ZCZU")
        exchange.import_contracts(contract_feed([contract_row(a_tenure(), key=OLD)]))
        assert opens(world, "QD95ZCZU")

    def test_stays_retired_when_a_file_corrects_the_contract(
        self, world: World, exchange: Exchange, renew_key: RenewKey
    ) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure(), key=OLD)]))
        new = renew_key(CONTRACT, actor=Actor.staff("paul"))

        moved = contract_row(a_tenure(street="13 rue des Prés"), key=OLD)
        exchange.import_contracts(contract_feed([moved]))

        assert opens(world, SecurityKey(new.text).text)
        assert not opens(world, OLD)
