"""What all sites of a run have in common."""

from pathlib import Path

import attrs

from benchmarks.servers import Shape


@attrs.frozen(kw_only=True)
class Bench:
    """How large, how served; `folder` holds what the sites write."""

    folder: Path
    contracts: int
    subscribers: int
    shape: Shape
