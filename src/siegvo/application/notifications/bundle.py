"""The use cases about what is told by mail."""

from typing import Self

import attrs

from siegvo.application.notifications.compose import Compose
from siegvo.application.notifications.deliver_mail import DeliverMail
from siegvo.application.notifications.list_mail import ListMail
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Notifications:
    deliver_mail: DeliverMail
    list_mail: ListMail

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        compose = Compose(outside.look, outside.clock, outside.tokens)
        return cls(
            deliver_mail=DeliverMail(
                outside.begin, outside.clock, outside.new_id, compose, outside.mailer
            ),
            list_mail=ListMail(outside.look),
        )
