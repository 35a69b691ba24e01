import attrs
import click
import pytest

from siegvo.entrypoints.cli.layout import lines_of
from siegvo.entrypoints.cli.table import Table

TABLE = Table(
    headings=("Référence", "Demandée le", "Jours", "E-mail"),
    rows=[
        ("D-2026-000001", "23/11/2026 à 10h10", "7", "odile.marchal@exemple.fr"),
        ("D-2026-000002", "02/11/2026 à 9h05", "128", "k@exemple.fr"),
    ],
    figures=frozenset({2}),
    elastic={3: 10},
    details={1: " à "},
)


def laid_out(*, width: int | None, table: Table = TABLE) -> list[str]:
    return [click.unstyle(line) for line in lines_of(table, width=width)]


class TestATable:
    def test_is_as_wide_as_it_is_in_a_pipe(self) -> None:
        assert laid_out(width=None) == [
            "Référence      Demandée le         Jours  E-mail",
            "D-2026-000001  23/11/2026 à 10h10      7  odile.marchal@exemple.fr",
            "D-2026-000002  02/11/2026 à 9h05     128  k@exemple.fr",
        ]

    def test_breathes_where_there_is_room(self) -> None:
        assert laid_out(width=200)[1] == (
            "D-2026-000001    23/11/2026 à 10h10        7    odile.marchal@exemple.fr"
        )

    def test_cuts_short_what_may_be_when_there_is_little(self) -> None:
        assert laid_out(width=60) == [
            "Référence      Demandée le         Jours  E-mail",
            "D-2026-000001  23/11/2026 à 10h10      7  odile.marchal@exe…",
            "D-2026-000002  02/11/2026 à 9h05     128  k@exemple.fr",
        ]

    def test_drops_details_when_there_is_less(self) -> None:
        assert laid_out(width=48) == [
            "Référence      Demandée le  Jours  E-mail",
            "D-2026-000001  23/11/2026       7  odile.marcha…",
            "D-2026-000002  02/11/2026     128  k@exemple.fr",
        ]

    def test_becomes_records_when_there_is_not_enough(self) -> None:
        assert laid_out(width=40) == [
            "Référence    D-2026-000001",
            "Demandée le  23/11/2026 à 10h10",
            "Jours        7",
            "E-mail       odile.marchal@exemple.fr",
            "",
            "Référence    D-2026-000002",
            "Demandée le  02/11/2026 à 9h05",
            "Jours        128",
            "E-mail       k@exemple.fr",
        ]

    @pytest.mark.parametrize("width", range(46, 100))
    def test_never_goes_past_the_edge(self, width: int) -> None:
        assert max(map(len, laid_out(width=width))) <= width

    @pytest.mark.parametrize("width", range(46, 100))
    def test_cuts_no_figure_and_no_reference(self, width: int) -> None:
        first, second = laid_out(width=width)[1:]

        assert first.split()[0] == "D-2026-000001"
        assert "128" in second.split()

    def test_of_nothing_elastic_is_cut_nowhere(self) -> None:
        stiff = attrs.evolve(TABLE, elastic={}, details={})

        assert laid_out(width=60, table=stiff)[0].split() == ["Référence", "D-2026-000001"]

    def test_has_bold_headings(self) -> None:
        headings, *rows = lines_of(TABLE)

        assert headings == click.style(click.unstyle(headings), bold=True)
        assert rows == [click.unstyle(row) for row in rows]
