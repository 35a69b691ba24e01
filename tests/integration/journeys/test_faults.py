"""The database is held by another, or goes away."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text

from siegvo.adapters.sql.engine import open_engine
from tests.support.felt_time import felt_time
from tests.support.postgresql import end_others
from tests.support.sample_portal import SamplePortal

FORM = "/contrats/100200423/releve"
_HOLD = {"sqlite": "SELECT 1", "postgresql": "LOCK TABLE requests IN EXCLUSIVE MODE"}


@contextmanager
def _held_by_another(url: str) -> Iterator[None]:
    """Keep everybody else from writing meanwhile."""
    other = open_engine(url)
    try:
        with other.begin() as connection:
            connection.execute(text(_HOLD[other.dialect.name]))
            yield
    finally:
        other.dispose()


def _disconnect_everybody(engine: Engine, url: str) -> None:
    if engine.dialect.name == "postgresql":
        end_others(url)


class TestADatabaseHeldByAnother:
    def test_lets_read_asks_to_come_back_and_loses_nothing(
        self, service: SamplePortal, samples_url: str
    ) -> None:
        loic = service.subscriber("100200423")
        sending = loic.prepare(FORM, index="570")

        with _held_by_another(samples_url):
            with felt_time() as waited:
                answer = loic.transmit(sending)
            page = loic.open("/tableau-de-bord")

        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "30"
        assert "Le portail est momentanément indisponible" in answer.text
        assert waited.seconds < 8
        assert "Votre relevé du" not in page
        assert loic.deliver(sending).path == f"{FORM}/D-2026-000001"
        assert "Votre relevé du 23/11/2026 : 570 m³" in loic.open("/tableau-de-bord")

    def test_keeps_nobody_from_reading_after_a_while(
        self, service: SamplePortal, samples_url: str
    ) -> None:
        loic = service.subscriber("100200423")

        with _held_by_another(samples_url):
            assert loic.ask("GET", "/sante").status_code == 200
            assert loic.open("/consommations").heading == "Consommations"


class TestADatabaseThatWentAway:
    def test_is_found_again_without_a_restart(
        self, service: SamplePortal, samples_url: str
    ) -> None:
        loic = service.subscriber("100200423")

        _disconnect_everybody(service.database.engine, samples_url)
        answers = [loic.ask("GET", "/tableau-de-bord").status_code for _ in range(4)]

        assert set(answers) <= {200, 503}
        assert answers[-1] == 200
        assert loic.submit(FORM, index="570").heading == "Votre relevé est transmis"
