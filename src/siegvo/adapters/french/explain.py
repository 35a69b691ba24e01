"""What each refusal, and each absence of the outside world, says to a person."""

from collections.abc import Mapping

import attrs

from siegvo.adapters.french.errors import (
    accounts,
    contracts,
    exchange,
    kernel,
    metering,
    outside,
    requests,
)
from siegvo.adapters.french.values import say
from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    **kernel.SENTENCES,
    **outside.SENTENCES,
    **accounts.SENTENCES,
    **contracts.SENTENCES,
    **requests.SENTENCES,
    **metering.SENTENCES,
    **exchange.SENTENCES,
}


def explain(error: DomainError | Unavailable) -> str:
    """Say `error` in French, its facts in place."""
    if isinstance(error, Unavailable):
        return outside.ABSENCES[type(error)]
    facts = attrs.asdict(error, recurse=False)
    return SENTENCES[type(error)].format(**{name: say(value) for name, value in facts.items()})
