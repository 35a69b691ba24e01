"""How many copies of invoices a second: `python -m benchmarks.papers`."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from statistics import median
from threading import Event, Thread

import attrs
import click

from siegvo.adapters.papers.typst_papers import TypstPapers
from tests.support.builders.papers import MARCHAL, an_invoice_paper

_PAPERS = TypstPapers()
_ROUNDS = 5


@click.command(context_settings={"show_default": True})
@click.option("--papers", default=100, help="Made in each round.")
@click.option("--threads", default=2, help="That make them side by side.")
def run(papers: int, threads: int) -> None:
    """Make copies of one page, each for somebody else, and print pages a second."""
    _copy(0)  # what is read the first time
    with ThreadPoolExecutor(threads) as pool:
        rounds = [(_rate(map, papers), _rate(pool.map, papers)) for _ in range(_ROUNDS)]
    alone, beside = (median(rates) for rates in zip(*rounds, strict=True))
    print(f"one thread   {alone:6.0f} pages/s   {1000 * _cpu_seconds(papers):.1f} ms of processor")
    print(f"{threads} threads    {beside:6.0f} pages/s")
    print(f"another thread waits {1000 * _longest_wait(papers):.0f} ms at most meanwhile")


def _copy(rank: int) -> bytes:
    payer = attrs.evolve(MARCHAL, name=f"Abonné {rank}")
    return _PAPERS.invoice_copy(an_invoice_paper(payer=payer))


def _rate(
    mapped: Callable[[Callable[[int], bytes], Iterable[int]], Iterable[bytes]], papers: int
) -> float:
    began = time.perf_counter()
    made = sum(1 for _ in mapped(_copy, range(papers)))
    return made / (time.perf_counter() - began)


def _cpu_seconds(papers: int) -> float:
    began = time.process_time()
    for rank in range(papers):
        _copy(rank)
    return (time.process_time() - began) / papers


def _longest_wait(papers: int) -> float:
    """Return how long a thread that asks for a millisecond was kept waiting."""
    stop, moments = Event(), list[float]()

    def tick() -> None:
        while not stop.wait(0.001):
            moments.append(time.perf_counter())

    ticking = Thread(target=tick)
    ticking.start()
    for rank in range(papers):
        _copy(rank)
    stop.set()
    ticking.join()
    return max(later - sooner for sooner, later in pairwise(moments))


if __name__ == "__main__":
    run()
