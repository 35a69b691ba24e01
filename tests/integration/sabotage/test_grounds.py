"""A copy of the portal where a guard is switched off: it is the copy that runs."""

from pathlib import Path

import attrs

from tests.sabotage.every import EVERY
from tests.sabotage.grounds import ROOT, Grounds
from tests.sabotage.verdict import Colour, judge

_TEST = (
    "unit/domain/accounts/test_password.py::TestAPassword::test_says_how_many_characters_it_lacks"
)
A_GUARD = attrs.evolve(EVERY[0], tests=(_TEST,))


class TestACopy:
    def test_is_what_runs_and_is_put_right_again(self, tmp_path: Path) -> None:
        sound = (ROOT / A_GUARD.path).read_bytes()
        grounds = Grounds.laid(tmp_path / "copy")

        with grounds.spoiled_by(A_GUARD):
            spoiled = grounds.test(A_GUARD.nodes)
            elsewhere = (ROOT / A_GUARD.path).read_bytes()
        mended = grounds.test(A_GUARD.nodes)

        assert spoiled
        assert mended
        assert judge(A_GUARD, spoiled).colour is Colour.RED
        assert judge(A_GUARD, mended).colour is Colour.GREEN
        assert A_GUARD.path in spoiled.loaded
        assert not spoiled.foreign
        assert elsewhere == sound == (grounds.root / A_GUARD.path).read_bytes()
