"""What each refusal, and each absence of the outside world, says to a person."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

import attrs

from siegvo.adapters.french.errors import (
    accounts,
    announcements,
    billing,
    contracts,
    documents,
    exchange,
    kernel,
    metering,
    online_payments,
    outside,
    payments,
    requests,
)
from siegvo.adapters.french.values import number, say
from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    **kernel.SENTENCES,
    **outside.SENTENCES,
    **accounts.SENTENCES,
    **billing.SENTENCES,
    **online_payments.SENTENCES,
    **payments.SENTENCES,
    **contracts.SENTENCES,
    **requests.SENTENCES,
    **metering.SENTENCES,
    **exchange.SENTENCES,
    **documents.SENTENCES,
    **announcements.SENTENCES,
}

_MINUTE: Final = timedelta(minutes=1)


def explain(error: DomainError | Unavailable) -> str:
    """Say `error` in French, its facts in place."""
    if isinstance(error, Unavailable):
        return outside.ABSENCES[type(error)]
    facts = attrs.asdict(error, recurse=False)
    return SENTENCES[type(error)].format(**{name: _said(value) for name, value in facts.items()})


def _said(fact: object) -> str:
    """Write a fact; the only moments are those when one may try again: not a second too soon."""
    match fact:
        case bool():
            return str(fact)
        case int():
            return number(fact)
        case datetime():
            begun = fact.replace(second=0, microsecond=0)
            return say(begun if begun == fact else begun + _MINUTE)
        case _:
            return say(fact)
