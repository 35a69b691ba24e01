"""One interleaved run: every page in every round, so that a busy machine is unfair to all alike."""

from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPConnection
from statistics import median
from urllib.parse import urlsplit

import attrs

from benchmarks.accounts_of_processes import cpu_seconds
from benchmarks.pages import Drive, Load, Page

_WARM_UP = 1.0


class WrongPage(Exception):
    """A server answers, but not with the page that was asked for."""


@attrs.frozen(kw_only=True)
class Sample:
    """One page in one round."""

    load: Load
    cpu_seconds: float

    def rate(self) -> float:
        """Return requests a second."""
        return self.load.requests / self.load.seconds

    def cpu_us(self) -> float:
        """Return microseconds of processor a request, in the server's processes."""
        return self.cpu_seconds / self.load.requests * 1e6

    def p50_ms(self) -> float:
        return self.load.p50_ms

    def p99_ms(self) -> float:
        return self.load.p99_ms


@attrs.frozen(kw_only=True)
class Measured:
    """A page, in every round; `size` is that of its body in bytes."""

    page: Page
    size: int
    samples: tuple[Sample, ...]

    def median(self, fact: Callable[[Sample], float]) -> float:
        return median(fact(sample) for sample in self.samples)

    def ratio(self, other: "Measured", fact: Callable[[Sample], float]) -> float:
        """Return the median of `fact` over that of `other` in the same round."""
        pairs = zip(self.samples, other.samples, strict=True)
        return median(fact(mine) / fact(theirs) for mine, theirs in pairs)


def interleaved(
    pages: Sequence[Page], *, drive: Drive, rounds: int, seconds: float, connections: int
) -> list[Measured]:
    """Measure `pages` side by side; each round begins with another one."""
    sizes = [size_of(page) for page in pages]
    for page in pages:
        drive(page, _WARM_UP, connections)
    samples: list[list[Sample]] = [[] for _ in pages]
    for first in range(rounds):
        for rank in _from(first % len(pages), count=len(pages)):
            samples[rank].append(_sample(pages[rank], drive, seconds, connections))
    for page in pages:
        size_of(page)  # it was the right page until the end
    return [
        Measured(page=page, size=size, samples=tuple(seen))
        for page, size, seen in zip(pages, sizes, samples, strict=True)
    ]


def size_of(page: Page) -> int:
    """Return the bytes of the page's body.

    Raises:
        WrongPage: it is not the page it should be.
    """
    sizes = []
    for cookie in page.cookies:
        connection = HTTPConnection(urlsplit(page.url).netloc, timeout=30)
        connection.request("GET", page.path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != 200 or page.holds not in body.decode():
            raise WrongPage(page.name, answer.status, body[:2000].decode(errors="replace"))
        sizes.append(len(body))
    return round(median(sizes))


def _from(first: int, *, count: int) -> Iterator[int]:
    return ((first + step) % count for step in range(count))


def _sample(page: Page, drive: Drive, seconds: float, connections: int) -> Sample:
    before = cpu_seconds(page.server.pids)
    load = drive(page, seconds, connections)
    used = cpu_seconds(page.server.pids) - before
    if load.failures:
        raise WrongPage(page.name, f"{load.failures} of {load.requests} answers are errors")
    return Sample(load=load, cpu_seconds=used)
