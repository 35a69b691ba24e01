"""Run by itself: keep every hostile file, and tell what that cost, in JSON on standard output."""

import json
import re
import resource
import sys
from pathlib import Path

from siegvo.adapters.files.attachments import AttachmentFolder
from siegvo.application.ports.attachments import SentFile
from siegvo.domain.requests.attachment import AttachmentRefused


def _spent() -> float:
    """Return the seconds that processors worked for us and for those we started."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _most_memory() -> tuple[float, float]:
    """Return the most MiB that we held at any time, and that the largest we started did."""
    # What `getrusage` tells of us begins with what our parent held: Linux knows better.
    (own,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return int(own) / 1024, started / 1024


def main(folder: Path, corpus: Path) -> None:
    """Read the files that lie in `corpus`, and keep in `folder` those that can be kept."""
    files = AttachmentFolder(folder)
    warm = next(iter(sorted(corpus.glob("*transparent.png"))))
    files.clean(SentFile(name=warm.name, content=warm.read_bytes()))
    before, _ = _most_memory()
    outcomes = {}
    for file in sorted(corpus.iterdir()):
        begun = _spent()
        try:
            clean = files.clean(SentFile(name=file.name, content=file.read_bytes()))
        except AttachmentRefused as refusal:
            outcome = refusal.fault.value
        else:
            files.keep(clean)
            outcome = "kept"
        outcomes[file.name] = {"outcome": outcome, "seconds": _spent() - begun}
    after, largest_child = _most_memory()
    told = {"outcomes": outcomes, "grown_mib": after - before, "child_mib": largest_child}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
