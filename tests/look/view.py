"""One page to look at: where it is, who looks, and what they did there."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final, Self

import attrs

_NOT_IN_A_NAME: Final = re.compile(r"[^a-zà-ÿ0-9]+", re.IGNORECASE)


class Who(Enum):
    """Whoever looks; each has a window of their own."""

    STRANGER = "visiteur"
    NEWCOMER = "sans-contrat"
    WAITING = "en-attente"
    SUBSCRIBER = "abonne"


@attrs.frozen
class Step:
    """Fill in a form by the names of its fields, and press a button: its first, unless named.

    What is typed may hold a `{name}` of the scene.
    """

    button: str = ""
    answers: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class View:
    """`path` may hold a `{name}` of the scene; what the last of `steps` is answered is looked at.

    `called` tells it from other views of the same path.
    """

    path: str
    who: Who = Who.STRANGER
    status: int = 200
    steps: tuple[Step, ...] = ()
    called: str = ""

    @property
    def name(self) -> str:
        """Name it so that a file may bear the name."""
        words = _NOT_IN_A_NAME.sub("-", self.path).strip("-") or "racine"
        return "_".join(filter(None, (words, self.called, self.who.value)))

    def after(self, *steps: Step, status: int = 422, called: str = "refus") -> Self:
        """Look at what comes after those steps."""
        return attrs.evolve(self, steps=(*self.steps, *steps), status=status, called=called)


def anyone(path: str, *, status: int = 200) -> View:
    return View(path=path, status=status)


def newcomer(path: str, *, status: int = 200) -> View:
    """Look as somebody whose account has no contract yet."""
    return View(path=path, who=Who.NEWCOMER, status=status)


def subscriber(path: str, *, status: int = 200) -> View:
    return View(path=path, who=Who.SUBSCRIBER, status=status)


def refused(view: View, **answers: str) -> View:
    """Look at what a form is answered that lacks everything but those answers."""
    return view.after(Step(answers=answers))
