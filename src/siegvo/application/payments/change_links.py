"""The links of the letters about a change of payment mode."""

from siegvo.application.ports.tokens import LinkUsed, NoSuchLink, Purpose, Tokens
from siegvo.application.ports.work import Work
from siegvo.application.repositories.payments import ChangeNotFound, PaymentChanges
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account import Account
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.requests.reference import InvalidRequestReference, RequestReference


def reference_in(token: str, *, purpose: Purpose, tokens: Tokens) -> RequestReference:
    """Return which change `token` names.

    Raises:
        NoSuchLink: not a link of ours.
        LinkExpired: it is too old.
    """
    try:
        return RequestReference.parse(tokens.subject(purpose, token))
    except InvalidRequestReference:
        raise NoSuchLink from None


def change_named(
    reference: RequestReference, *, purpose: Purpose, changes: PaymentChanges
) -> PaymentChange:
    """Return the change that a link names.

    Raises:
        LinkUsed: it is no longer there.
    """
    try:
        return changes.of(reference)
    except ChangeNotFound:
        raise LinkUsed(purpose) from None


def held_by_link(reference: RequestReference, *, purpose: Purpose, work: Work) -> PaymentChange:
    """Return the change that a link names; no other transaction that holds it goes on meanwhile.

    Raises:
        LinkUsed: it is no longer there.
    """
    try:
        work.requests.hold(reference)
    except RequestNotFound:
        raise LinkUsed(purpose) from None
    return change_named(reference, purpose=purpose, changes=work.payment_changes)


def check_confirms(
    token: str, change: PaymentChange, account: Account | None, *, tokens: Tokens
) -> None:
    """Let pass a link that confirms, as long as it does.

    Raises:
        LinkUsed: it did already, or the change, the password or the mailbox is another since.
    """
    purpose = Purpose.PAYMENT_CONFIRMATION
    if account is None:
        raise LinkUsed(purpose)
    tokens.check(purpose, token, state=change.confirmation_state(*account.reset_state))


def check_cancels(token: str, change: PaymentChange, *, tokens: Tokens) -> None:
    """Let pass a link that takes a change back, as long as there is something to take back.

    Raises:
        LinkUsed: it is over, one way or another.
    """
    purpose = Purpose.PAYMENT_CANCELLATION
    tokens.check(purpose, token, state=change.cancellation_state)
    if not change.step.is_open and change.step is not ChangeStep.APPLIED:
        raise LinkUsed(purpose)
