"""How PostgreSQL finds what a file speaks of, in tables it knows nothing about."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, Engine, text

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.intake.contracts import SqlContractIntake
from siegvo.adapters.sql.intake.intake import SqlIntake
from siegvo.application.repositories.intake import ContractChange
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.succession import succeed
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.database import Database

MANY = 3_000
NUMBERS = [str(100_000_000 + rank) for rank in range(MANY)]

Ask = Callable[[SqlContractIntake], object]


@pytest.fixture
def engine(postgresql_url: str) -> Iterator[Engine]:
    engine = open_engine(postgresql_url)
    yield engine
    engine.dispose()


@pytest.fixture(autouse=True)
def _filled(database: Database) -> None:
    told = [succeed([], a_tenure(number, payer=f"R{number}")) for number in NUMBERS]
    with database.begin() as work:
        work.intake.contracts.keep_payers([a_payer(f"R{number}") for number in NUMBERS])
        work.intake.contracts.keep([ContractChange(succession=each, key_hash="") for each in told])


def read_whole(connection: Connection) -> int:
    """Count how often this transaction read one of the tables from its start to its end."""
    asked = text(
        "SELECT sum(seq_scan) FROM pg_stat_xact_user_tables"
        " WHERE relname IN ('tenures', 'contracts', 'payers')"
    )
    return int(connection.execute(asked).scalar_one())


class TestWhatAFileSpeaksOf:
    @pytest.mark.parametrize(
        "ask",
        [
            lambda intake: intake.histories([ContractNumber(each) for each in NUMBERS[:300]]),
            lambda intake: intake.holders([ContractNumber(each) for each in NUMBERS[:300]]),
            lambda intake: intake.payers([PayerCode(f"R{each}") for each in NUMBERS[:300]]),
        ],
    )
    def test_is_found_by_its_key(self, engine: Engine, ask: Ask) -> None:
        with engine.begin() as connection:
            before = read_whole(connection)

            ask(SqlIntake(connection).contracts)

            assert read_whole(connection) == before

    def test_leaves_others_their_ways(self, engine: Engine) -> None:
        with engine.begin() as connection:
            SqlIntake(connection).contracts.count()

        with engine.begin() as connection:
            assert connection.execute(text("SHOW enable_seqscan")).scalar_one() == "on"
