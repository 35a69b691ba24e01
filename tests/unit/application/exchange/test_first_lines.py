"""Where a file first speaks of each thing."""

from sys import getsizeof

from siegvo.application.exchange.first_lines import FirstLines

MANY = 20_000


def filled() -> FirstLines:
    so_far = FirstLines()
    for line in range(2, MANY + 2):
        so_far.note(f"2026-EA-{line:07}", line=line, fact=(line, "a fact"))
    return so_far


class TestFirstLines:
    def test_know_nothing_at_first(self) -> None:
        assert FirstLines().of("2026-EA-0000001") is None

    def test_tell_each_name_from_all_others(self) -> None:
        so_far = filled()

        lines = [so_far.of(f"2026-EA-{line:07}") for line in range(2, MANY + 2)]

        assert lines == [*range(2, MANY + 2)]
        assert so_far.of("2026-EA-0000001") is None

    def test_agree_with_the_same_fact_and_no_other(self) -> None:
        so_far = filled()

        assert so_far.agrees("2026-EA-0000002", (2, "a fact"))
        assert not so_far.agrees("2026-EA-0000002", (3, "a fact"))

    def test_take_44_bytes_a_name_at_the_most(self) -> None:
        so_far = filled()

        assert sum(map(getsizeof, (so_far._names, so_far._said))) < 44 * MANY  # noqa: SLF001
