import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.survey_contracts import ManyPayersChange, Survey
from siegvo.application.ports.feeds import ContractRow
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World


def _row(rank: int, *, payer: str, since: str) -> ContractRow:
    return contract_row(
        a_tenure(f"1000000{rank:02}", payer=payer, since=since), line=rank + 2, key="QRST5678"
    )


def _file(moved: int) -> list[ContractRow]:
    known = [_row(rank, payer=f"R{rank}", since="2020-01-01") for rank in range(moved, 10)]
    return [_row(rank, payer=f"N{rank}", since="2026-01-01") for rank in range(moved)] + known


@pytest.fixture(autouse=True)
def _ten_contracts(exchange: Exchange) -> None:
    exchange.import_contracts(contract_feed(_file(moved=0)))


class TestAFileThatMovesManyContracts:
    def test_changes_nothing(self, world: World, exchange: Exchange) -> None:
        before = world.kept

        with pytest.raises(ManyPayersChange) as refusal:
            exchange.import_contracts(contract_feed(_file(moved=6)))

        assert (refusal.value.moved, refusal.value.known) == (6, 10)
        assert world.kept == before

    def test_is_kept_once_it_is_confirmed(self, exchange: Exchange) -> None:
        report = exchange.import_contracts(contract_feed(_file(moved=6)), confirmed=True)

        assert report.updated == 6

    def test_is_warned_of_by_a_dry_run(self, exchange: Exchange) -> None:
        report = exchange.import_contracts(contract_feed(_file(moved=6)), dry_run=True)

        assert isinstance(report.warnings[0].about, ManyPayersChange)
        assert report.updated == 6

    def test_is_no_file_that_moves_a_few(self, exchange: Exchange) -> None:
        assert exchange.import_contracts(contract_feed(_file(moved=5))).updated == 5

    def test_is_no_file_seen_before(self, exchange: Exchange) -> None:
        exchange.import_contracts(contract_feed(_file(moved=6)), confirmed=True)

        assert exchange.import_contracts(contract_feed(_file(moved=6))).unchanged == 10


class TestASurvey:
    @pytest.mark.parametrize(
        ("known", "moved", "needed"),
        [(100, 5, False), (100, 6, True), (25_000, 250, False), (25_000, 251, True)],
    )
    def test_asks_for_consent_beyond_one_in_a_hundred(
        self, *, known: int, moved: int, needed: bool
    ) -> None:
        assert Survey(alphabet=32, known=known, moved=moved).needs_consent is needed
