"""New security keys, for contracts whose key is known to too many."""

from collections.abc import Callable

from siegvo.domain.contracts.security_key import SecurityKey

NewSecurityKey = Callable[[], SecurityKey]
"""Draw eight of thirty-two letters and digits at random: forty bits."""
