"""A password is compared outside any transaction, and counts only inside one."""

from siegvo.application.ports.work import Work
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.account import Account


def still_stands(work: Work, account: Account) -> bool:
    """Say whether the password that was compared is the account's even now.

    From then on nobody changes it, or removes the account, before the work ends.
    """
    try:
        return work.accounts.hold(account.id).reset_state == account.reset_state
    except AccountNotFound:
        return False
