"""What went wrong: the pages nobody asks for."""

from typing import Final

from tests.look.view import View, anyone, subscriber

ERRORS: Final[tuple[View, ...]] = (
    anyone("/nulle-part", status=404),
    subscriber("/nulle-part", status=404),
    subscriber("/deconnexion", status=405),
    subscriber("/tableau-de-bord?contrat=douze", status=422),
    *(anyone(f"/essai/{status}", status=status) for status in (400, 403, 409, 413, 429, 500, 503)),
    subscriber("/essai/tresorerie", status=503),
)
"""Those of `/essai` are made to fail by `tests.look.doors`."""
