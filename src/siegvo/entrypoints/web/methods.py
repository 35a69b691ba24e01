"""What a request may do, by its method."""

from typing import Final

WRITES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
"""Nothing else may change anything; what is sent with anything else is not even unpacked."""
