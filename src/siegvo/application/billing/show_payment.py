"""What is known of a payment, for whoever began it."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_reference import PaymentReference


@attrs.frozen
class ShowPayment:
    """Look, and ask nobody."""

    look: Look

    def __call__(self, *, holder: AccountId, reference: PaymentReference) -> OnlinePayment:
        """Return a payment that `holder` began.

        Raises:
            PaymentNotFound: it does not exist, or is not theirs.
        """
        with self.look() as readers:
            return readers.online_payments.begun_by(holder, reference)
