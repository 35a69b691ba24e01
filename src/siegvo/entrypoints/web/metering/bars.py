"""The bars of a chart as SVG elements; a template would take ten times as long to write them."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from siegvo.entrypoints.web.metering.chart import Bar, Chart


def printed_bars(chart: Chart, *, hatch: str) -> Markup:
    """Write the bars, then their figures above everything; `hatch` is the id of the pattern."""
    bars = chart.bars
    lines = [*_shapes(bars, hatch=hatch), *_labels(chart), *_line_of_mean(chart), *_figures(bars)]
    return Markup("\n        ".join(lines))  # noqa: S704 (numbers and names of months)


def _shapes(bars: Iterable[Bar], *, hatch: str) -> Iterator[str]:
    for bar in bars:
        box = f'x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}" rx="3"'
        if bar.is_hatched:
            yield f'<rect class="bar-line" {box}/><rect {box} fill="url(#{hatch})"/>'
        else:
            yield f'<rect class="bar" {box}/>'
        for y in bar.cuts:
            yield (
                f'<line class="cut" x1="{bar.x}" x2="{bar.end}" y1="{y}" y2="{y}"/>'
                f'<svg x="{bar.middle}" y="{y}" overflow="visible">'
                '<path class="mark" d="M0 -9L9 0L0 9L-9 0Z"/></svg>'
            )


def _labels(chart: Chart) -> Iterator[str]:
    for bar in chart.bars:
        yield _text(bar.middle, chart.label_y, bar.label)
        if bar.year:
            yield _text(bar.middle, chart.year_y, bar.year)


def _line_of_mean(chart: Chart) -> Iterator[str]:
    if chart.mean:
        y = chart.mean.y
        yield f'<line class="mean" x1="{chart.first_x}" x2="100%" y1="{y}" y2="{y}"/>'
        yield f'<text class="value" x="0" y="{chart.mean.label_y}">{chart.mean.label}</text>'


def _figures(bars: Iterable[Bar]) -> Iterator[str]:
    for bar in bars:
        yield _text(bar.middle, bar.value_y, bar.value, style='class="value" ')


def _text(x: str, y: int, words: str, *, style: str = "") -> str:
    return f'<text {style}x="{x}" y="{y}" text-anchor="middle">{words}</text>'
