"""Too many attempts, and when it is worth another."""

from typing import Final

from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.entrypoints.web import current

TOO_MANY: Final = 429


def retry_after(refusal: TooManyAttempts) -> dict[str, str]:
    """Return the header that says in how many seconds."""
    wait = (refusal.until - current.site().clock.now()).total_seconds()
    return {"Retry-After": str(max(1, int(wait)))}
