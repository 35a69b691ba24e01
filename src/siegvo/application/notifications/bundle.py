"""The use cases about what is told by mail."""

from typing import Self

import attrs

from siegvo.application.notifications.compose import Compose
from siegvo.application.notifications.deliver_mail import DeliverMail
from siegvo.application.notifications.list_mail import ListMail
from siegvo.application.notifications.retry_mail import RetryMail
from siegvo.application.notifications.send_test import SendTest
from siegvo.application.ports.outside import Outside
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class Notifications:
    deliver_mail: DeliverMail
    list_mail: ListMail
    retry_mail: RetryMail
    send_test: SendTest

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        service = EmailAddress.parse(outside.utility.email)
        compose = Compose(outside.look, outside.clock, outside.tokens, service, outside.vault)
        return cls(
            deliver_mail=DeliverMail(
                outside.begin, outside.clock, outside.new_id, compose, outside.mailer
            ),
            list_mail=ListMail(outside.look),
            retry_mail=RetryMail(outside.begin, outside.clock),
            send_test=SendTest(outside.clock, outside.new_id, outside.mailer),
        )
