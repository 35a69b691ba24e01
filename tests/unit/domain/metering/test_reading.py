import pytest

from siegvo.domain.metering.reading import ReadingSource


class TestAReadingSource:
    @pytest.mark.parametrize(
        "source", [ReadingSource.AGENT, ReadingSource.SUBSCRIBER, ReadingSource.REMOTE]
    )
    def test_is_actual_when_the_figure_was_seen(self, source: ReadingSource) -> None:
        assert source.is_actual

    def test_is_not_actual_when_the_figure_was_guessed(self) -> None:
        assert not ReadingSource.ESTIMATE.is_actual
