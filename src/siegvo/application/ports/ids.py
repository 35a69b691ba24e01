"""New identities."""

from collections.abc import Callable
from uuid import UUID

NewId = Callable[[], UUID]
"""Return an identity nobody has and nobody can guess."""
