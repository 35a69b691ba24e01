import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.import_contracts import ContractOnLine, PayerOnLine
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.file_faults import ColumnIgnored
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.contracts import Lock
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.succession import ContractTakenOver
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_payer, a_tenure
from tests.support.feeds import contract_feed, contract_row, reasons
from tests.support.in_memory.world import World
from tests.support.outside import PlainKeyedHash

OTHER = "100214874"


def _hash(key: str, *, payer: str = MARCHAL.text, contract: str = CONTRACT.digits) -> str:
    return PlainKeyedHash().of("security-key", contract, payer, key)


class TestImportContracts:
    def test_keeps_contracts_payers_and_a_hash_of_the_key(
        self, world: World, exchange: Exchange
    ) -> None:
        feed = contract_feed([contract_row(a_tenure(), key="ABCD2345")])

        report = exchange.import_contracts(feed)

        assert report == ImportReport(created=1, updated=0, unchanged=0, rejected=0)
        assert world.kept.tenures.of_payer(MARCHAL) == (a_tenure(),)
        assert world.kept.tenures.payers == {MARCHAL: a_payer()}
        assert world.kept.tenures.locks_of(CONTRACT) == (Lock(MARCHAL, _hash("ABCD2345"), 32),)

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        feed = contract_feed([contract_row(a_tenure())], [contract_row(a_tenure(OTHER), line=3)])
        exchange.import_contracts(feed)
        before = world.kept

        report = exchange.import_contracts(feed)

        assert report == ImportReport(created=0, updated=0, unchanged=2, rejected=0)
        assert world.kept == before

    def test_corrects_facts(self, world: World, exchange: Exchange) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure())]))
        now = attrs.evolve(a_tenure(since="2019-12-01"), payment_mode=PaymentMode.MONTHLY)

        report = exchange.import_contracts(contract_feed([contract_row(now)]))

        assert report.updated == 1
        assert list(world.kept.tenures.kept.values()) == [now]

    def test_corrects_a_payer(self, world: World, exchange: Exchange) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure())]))
        renamed = a_payer(name="Mme Odile Weber")

        report = exchange.import_contracts(contract_feed([contract_row(a_tenure(), payer=renamed)]))

        assert report.updated == 1
        assert world.kept.tenures.payers == {MARCHAL: renamed}

    def test_takes_a_new_key_in_place_of_the_old_one(
        self, world: World, exchange: Exchange
    ) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure(), key="ABCD2345")]))

        report = exchange.import_contracts(
            contract_feed([contract_row(a_tenure(), key="NEW23456")])
        )

        assert report.updated == 1
        assert world.kept.tenures.locks_of(CONTRACT) == (Lock(MARCHAL, _hash("NEW23456")),)

    def test_gives_each_payer_their_own_days(self, world: World, exchange: Exchange) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure(since="2020-01-01"))]))
        told = a_tenure(payer="R0002", since="2024-06-15")

        report = exchange.import_contracts(contract_feed([contract_row(told)]))

        assert report.updated == 1
        assert sorted(world.kept.tenures.kept.values(), key=lambda each: each.days.first) == [
            a_tenure(since="2020-01-01", until="2024-06-14"),
            told,
        ]

    def test_leaves_links_alone(self, world: World, exchange: Exchange) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure(since="2020-01-01"))]))
        with world.begin() as work:
            work.links.add(a_link())
        told = a_tenure(payer="R0002", since="2024-06-15")

        exchange.import_contracts(contract_feed([contract_row(told)]))

        assert world.kept.links.accounts_of(MARCHAL) == (a_link().account,)
        assert world.kept.links.accounts_of(PayerCode("R0002")) == ()

    def test_does_not_merge_payers_of_the_same_name(self, world: World, exchange: Exchange) -> None:
        exchange.import_contracts(
            contract_feed(
                [
                    contract_row(a_tenure(payer="R0001")),
                    contract_row(a_tenure(OTHER, payer="R0002"), line=3),
                ]
            )
        )

        assert set(world.kept.tenures.payers) == {PayerCode("R0001"), PayerCode("R0002")}

    def test_lets_the_first_description_of_a_payer_stand_and_warns(
        self, world: World, exchange: Exchange
    ) -> None:
        feed = contract_feed(
            [contract_row(a_tenure())],
            [contract_row(a_tenure(OTHER), line=3, payer=a_payer(name="M. Autre"))],
        )

        for expected in ((2, 0), (0, 2)):
            report = exchange.import_contracts(feed)

            assert (report.created, report.unchanged) == expected
            (warned,) = report.warnings
            assert warned.line == 3
            assert repr(warned.about) == repr(PayerOnLine(code=MARCHAL, line=2))
        assert world.kept.tenures.payers == {MARCHAL: a_payer()}

    def test_takes_the_same_row_twice_as_once(self, exchange: Exchange) -> None:
        feed = contract_feed([contract_row(a_tenure())], [contract_row(a_tenure(), line=3)])

        assert exchange.import_contracts(feed) == ImportReport(
            created=1, updated=0, unchanged=1, rejected=0
        )

    @pytest.mark.parametrize(
        "again",
        [
            contract_row(a_tenure(since="2021-01-01"), line=3),
            contract_row(a_tenure(), key="OTHERKEY", line=3),
            contract_row(a_tenure(), payer=a_payer(name="M. Autre"), line=3),
            contract_row(a_tenure(payer="R0007"), line=3),
        ],
    )
    def test_refuses_a_contract_told_twice_in_different_ways(
        self, world: World, exchange: Exchange, again: object
    ) -> None:
        rejected: list[Rejection] = []
        feed = contract_feed([contract_row(a_tenure())], [again])  # type: ignore[list-item]

        report = exchange.import_contracts(feed, refuse=rejected.append)

        assert report == ImportReport(created=1, updated=0, unchanged=0, rejected=1)
        assert reasons(rejected) == [(3, repr(ContractOnLine(number=CONTRACT, line=2)))]
        assert set(world.kept.tenures.payers) == {MARCHAL}

    def test_refuses_what_is_older_than_what_is_known(self, exchange: Exchange) -> None:
        exchange.import_contracts(
            contract_feed([contract_row(a_tenure(payer="R0002", since="2024-06-15"))])
        )
        rejected: list[Rejection] = []

        exchange.import_contracts(
            contract_feed([contract_row(a_tenure(payer="R0001", since="2020-01-01"))]),
            refuse=rejected.append,
        )

        assert [type(each.reason) for each in rejected] == [ContractTakenOver]

    def test_changes_nothing_in_a_dry_run_and_says_what_it_would(
        self, world: World, exchange: Exchange
    ) -> None:
        exchange.import_contracts(contract_feed([contract_row(a_tenure())]))
        before = world.kept
        feed = contract_feed(
            [contract_row(a_tenure(street="13 rue des Prés"))],
            [contract_row(a_tenure(OTHER), line=3)],
            [contract_row(a_tenure(OTHER, since="2021-01-01"), line=4)],
        )

        dry = exchange.import_contracts(feed, dry_run=True)

        assert world.kept == before
        assert dry.is_dry_run
        assert attrs.evolve(dry, is_dry_run=False) == exchange.import_contracts(feed)

    def test_is_written_down_once_with_whoever_did_it(
        self, world: World, exchange: Exchange
    ) -> None:
        clerk = Actor.staff("odile")
        for _ in range(2):
            exchange.import_contracts(contract_feed([contract_row(a_tenure())]), actor=clerk)

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=clerk,
                gesture=Gesture.FILE_IMPORTED,
                subject="contracts: 1 created, 0 updated, 0 rejected, 0 closed",
            )
        ]

    def test_passes_on_what_the_header_held(self, exchange: Exchange) -> None:
        feed = attrs.evolve(contract_feed([]), warnings=[ColumnIgnored(column="observations")])

        (warned,) = exchange.import_contracts(feed).warnings

        assert warned.line is None
        assert repr(warned.about) == repr(ColumnIgnored(column="observations"))

    def test_hands_rejections_on_in_the_order_of_their_lines(self, exchange: Exchange) -> None:
        bad = [Rejection(2, ColumnIgnored(column="a")), Rejection(5, ColumnIgnored(column="b"))]
        good = [
            contract_row(a_tenure(), line=3),
            contract_row(a_tenure(since="2021-01-01"), line=4),
        ]
        (rows,) = contract_feed(good).ready
        feed = attrs.evolve(contract_feed(), ready=[attrs.evolve(rows, bad=bad)])
        rejected: list[Rejection] = []

        exchange.import_contracts(feed, refuse=rejected.append)

        assert [each.line for each in rejected] == [2, 4, 5]
