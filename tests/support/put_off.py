"""What somebody put off: a test says when its time has come."""

from collections.abc import Callable

import attrs


@attrs.frozen
class PutOff:
    """Keeps what is to be done later."""

    _tasks: list[Callable[[], object]] = attrs.field(factory=list, init=False)

    def __call__(self, task: Callable[[], object]) -> None:
        self._tasks.append(task)

    def __len__(self) -> int:
        return len(self._tasks)

    def do(self) -> None:
        """Do all of it, and be done when this returns."""
        while self._tasks:
            self._tasks.pop(0)()
