"""Goals A9 to A13: what touches an account, and who is told."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_ACCOUNTS: Final = "application/accounts"
_TESTS: Final = "unit/application/accounts"
_JOURNEYS: Final = "integration/journeys"
_FORGOTTEN: Final = f"{_JOURNEYS}/test_forgotten_password.py"

CHANGES: Final = (
    Sabotage(
        "A9",
        "a link to choose a password serves again",
        f"{_ACCOUNTS}/reset_links.py",
        was="    tokens.check(Purpose.PASSWORD_RESET, token, state=account.reset_state)\n",
        now="",
        tests=(f"{_TESTS}/test_reset_password.py",),
    ),
    Sabotage(
        "A9",
        "sessions outlive a forgotten password",
        f"{_ACCOUNTS}/reset_password.py",
        was="work.sessions.end_all(account.id)",
        now="pass",
        tests=(f"{_TESTS}/test_reset_password.py",),
    ),
    Sabotage(
        "A9",
        "a link used twice at once is used twice",
        f"{_ACCOUNTS}/reset_password.py",
        was="            account = account_behind("
        "token, tokens=self.tokens, accounts=work.accounts)\n"
        "            try:\n",
        now="            account = work.accounts.of(account.id)\n            try:\n",
        tests=(f"{_TESTS}/test_reset_password.py",),
    ),
    Sabotage(
        "A10",
        "a link stays in the address of its page",
        "entrypoints/web/accounts/passwords.py",
        was='return carry(token, to=url_for("passwords.reset"))',
        now="return _choose(token)",
        tests=(f"{_FORGOTTEN}::TestTheLinkToReset",),
    ),
    Sabotage(
        "A10",
        "an activation link stays in the address of its page",
        "entrypoints/web/accounts/activation.py",
        was='return carry(token, to=url_for("activation.activate"))',
        now="return _activate(token)",
        tests=(f"{_JOURNEYS}/test_registering.py",),
    ),
    Sabotage(
        "A10",
        "another site learns the address one comes from",
        "entrypoints/web/headers.py",
        was='("Referrer-Policy", "same-origin")',
        now='("Referrer-Policy", "unsafe-url")',
        tests=(f"{_JOURNEYS}/test_signing_in.py::TestSigningIn::test_leads_to_the_dashboard",),
    ),
    Sabotage(
        "A11",
        "any password passes for the current one",
        "application/current_password.py",
        was="if verdict.is_right:",
        now="if verdict:",
        tests=(
            f"{_TESTS}/test_change_password.py",
            f"{_TESTS}/test_delete_account.py",
            f"{_TESTS}/test_address_changes.py",
        ),
    ),
    Sabotage(
        "A11",
        "the current password may be guessed at by whoever is signed in",
        "application/current_password.py",
        was="throttle.count(work.attempts, at=now)",
        now="pass",
        tests=(f"{_TESTS}/test_change_password.py",),
    ),
    Sabotage(
        "A11",
        "an account moves before its new mailbox answers",
        f"{_ACCOUNTS}/ask_address_change.py",
        was="            work.address_changes.add(change)\n",
        now="            work.address_changes.add(change)\n"
        "            work.accounts.save(found.at(email))\n",
        tests=(f"{_TESTS}/test_address_changes.py::TestAskAddressChange",),
    ),
    Sabotage(
        "A11",
        "an intruder keeps the password of an account given back",
        f"{_ACCOUNTS}/cancel_address_change.py",
        was=".without_password(self.new_id().hex)",
        now="",
        tests=(f"{_TESTS}/test_address_changes.py::TestCancelAddressChange",),
    ),
    Sabotage(
        "A11",
        "the old mailbox is not told of a new one",
        "application/notifications/account_letters.py",
        was="        AboutMove(kind=LetterKind.ADDRESS_CHANGE_ASKED, change=change),\n",
        now="",
        tests=("unit/application/notifications/test_account_letters.py",),
    ),
    Sabotage(
        "A12",
        "no letter tells of a new device",
        f"{_ACCOUNTS}/recognising.py",
        was="if known is None and work.devices.are_known(session.account):",
        now="if known is session:",
        tests=(f"{_TESTS}/test_known_devices.py::TestANewDevice",),
    ),
    Sabotage(
        "A12",
        "no letter tells of another password",
        f"{_ACCOUNTS}/change_password.py",
        was="work.record(PasswordChanged(at=now, account=str(account), by_link=False))",
        now="pass",
        tests=(f"{_TESTS}/test_change_password.py",),
    ),
    Sabotage(
        "A12",
        "no letter tells of failures before a success",
        f"{_ACCOUNTS}/sign_in.py",
        was="if failures >= many:",
        now="if failures < 0:",
        tests=(f"{_TESTS}/test_known_devices.py::TestASuccessAfterFailures",),
    ),
    Sabotage(
        "A12",
        "no letter tells of a contract taken away",
        "application/contracts/unlink_payer.py",
        was="            work.record(\n",
        now="            str(\n",
        tests=("unit/application/contracts/test_unlink_payer.py",),
    ),
    Sabotage(
        "A12",
        "no letter says goodbye",
        f"{_ACCOUNTS}/erasure.py",
        was="    work.record(AccountDeleted(at=at, email=str(account.email)))\n",
        now="",
        tests=(f"{_TESTS}/test_delete_account.py",),
    ),
    Sabotage(
        "A13",
        "there is a web page for staff",
        "entrypoints/web/health.py",
        was='@blueprint.get("/sante")\n',
        now='@blueprint.get("/sante")\n@blueprint.get("/agents")\n',
        tests=(f"{_JOURNEYS}/test_url_matrix.py::test_every_route_is_listed",),
    ),
)
