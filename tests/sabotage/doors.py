"""Goals A5 to A8: who comes in, and what the others learn."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_ACCOUNTS: Final = "application/accounts"
_TESTS: Final = "unit/application/accounts"
_JOURNEYS: Final = "integration/journeys"
_FORGOTTEN: Final = f"{_JOURNEYS}/test_forgotten_password.py"
_LETS_IN: Final = "test_lets_in_an_owner_whom_strangers_kept_out"

DOORS: Final = (
    Sabotage(
        "A5",
        "whoever signs in is told of any attempt that waits",
        f"{_ACCOUNTS}/sign_in.py",
        was="if is_waiting else WrongCredentials",
        now="if waiting else WrongCredentials",
        tests=(f"{_TESTS}/test_sign_in.py",),
    ),
    Sabotage(
        "A5",
        "whoever registers is told that the address is taken",
        f"{_ACCOUNTS}/register.py",
        was="            work.registrations.add(registration)\n",
        now="            if work.accounts.with_email(email):\n"
        "                raise PasswordTooCommon\n"
        "            work.registrations.add(registration)\n",
        tests=(f"{_TESTS}/test_register.py::TestRegisteringAnAddressThatHasAnAccount",),
    ),
    Sabotage(
        "A5",
        "whoever forgot a password is told that there is no account",
        f"{_ACCOUNTS}/ask_password_reset.py",
        was="            work.record(\n",
        now="            if known is None:\n"
        "                raise ValueError\n"
        "            work.record(\n",
        tests=(f"{_TESTS}/test_reset_password.py::TestAskPasswordReset",),
    ),
    Sabotage(
        "A5",
        "whoever moves is told that the address is taken",
        f"{_ACCOUNTS}/ask_address_change.py",
        was="            work.address_changes.add(change)\n",
        now="            if work.accounts.with_email(email):\n"
        "                raise SameAddress(email)\n"
        "            work.address_changes.add(change)\n",
        tests=(f"{_TESTS}/test_address_changes.py::TestAskAddressChange",),
    ),
    Sabotage(
        "A6",
        "a throttle lets everything pass",
        "application/throttle.py",
        was="if until > now:",
        now="if until < now:",
        tests=(f"{_TESTS}/test_sign_in_haste.py::TestSigningInTooOften",),
    ),
    Sabotage(
        "A6",
        "a password is hashed before the throttle is asked",
        f"{_ACCOUNTS}/sign_in.py",
        was="            throttle.check(readers.attempts, now=now)\n",
        now="",
        tests=(f"{_TESTS}/test_sign_in_haste.py::TestSigningInTooOften",),
    ),
    Sabotage(
        "A6",
        "guesses sent all at once pass together",
        f"{_ACCOUNTS}/sign_in.py",
        was="            throttle.hold(work.attempts, now=now)\n",
        now="",
        tests=(f"{_TESTS}/test_sign_in_haste.py::TestGuessesSentAllAtOnce",),
    ),
    Sabotage(
        "A6",
        "a failed sign-in is not counted",
        f"{_ACCOUNTS}/sign_in.py",
        was="throttle.count(work.attempts, at=now)",
        now="pass",
        tests=(f"{_TESTS}/test_sign_in_haste.py::TestSigningInTooOften",),
    ),
    Sabotage(
        "A6",
        "the wait after failures does not grow",
        "domain/kernel/throttle.py",
        was="min(self.shortest * (1 << doublings), self.longest)",
        now="min(self.shortest, self.longest * (1 << doublings))",
        tests=("unit/domain/kernel/test_throttle.py",),
    ),
    Sabotage(
        "A6",
        "a household has as many places as addresses",
        "domain/kernel/place.py",
        was="_HOUSEHOLD = 64",
        now="_HOUSEHOLD = 128",
        tests=("unit/domain/kernel/test_place.py",),
    ),
    Sabotage(
        "A6",
        "a failed sign-in writes the address down",
        f"{_ACCOUNTS}/sign_in.py",
        was='else self.keyed_hash.of("mailbox", email.key)',
        now="else email.key",
        tests=(f"{_TESTS}/test_sign_in.py",),
    ),
    Sabotage(
        "A6",
        "nobody is told that many accounts are tried",
        f"{_ACCOUNTS}/throttles.py",
        was="told = (failures_of(keyed_hash, email), _failures_everywhere(keyed_hash))",
        now="told = (failures_of(keyed_hash, email),)",
        tests=("unit/entrypoints/test_worker.py::TestRun",),
    ),
    Sabotage(
        "A7",
        "strangers keep the owner out of a known device",
        f"{_ACCOUNTS}/throttles.py",
        was="    if known_device:\n",
        now="    if known_device and not email:\n",
        tests=(f"{_TESTS}/test_known_devices.py::TestAKnownDevice",),
    ),
    Sabotage(
        "A7",
        "any device passes for a known one",
        f"{_ACCOUNTS}/recognising.py",
        was='return fingerprint if found else ""',
        now='return fingerprint if account or found else ""',
        tests=(f"{_TESTS}/test_known_devices.py::TestAKnownDevice",),
    ),
    Sabotage(
        "A7",
        "an owner with a new password still has to wait",
        f"{_ACCOUNTS}/reset_password.py",
        was="of_owner(self.keyed_hash, account, origin=origin).wipe(work.attempts)",
        now="of_owner(self.keyed_hash, account, origin=origin)",
        tests=(f"{_FORGOTTEN}::TestAForgottenPassword::{_LETS_IN}",),
    ),
    Sabotage(
        "A8",
        "a link activates whatever the password",
        f"{_ACCOUNTS}/activate.py",
        was="if verdict.is_right:",
        now="if verdict:",
        tests=(f"{_TESTS}/test_activate.py::TestSomebodyElsesAttempt",),
    ),
    Sabotage(
        "A8",
        "a link that serves no more asks for a password all the same",
        "entrypoints/web/accounts/activation.py",
        was="        accounts.check_activation(token)\n",
        now="",
        tests=(f"{_JOURNEYS}/test_registering.py::TestRegistering",),
    ),
    Sabotage(
        "A8",
        "the password behind a link may be guessed at",
        f"{_ACCOUNTS}/activate.py",
        was="throttle.count(work.attempts, at=now)",
        now="pass",
        tests=(f"{_TESTS}/test_activate.py::TestSomebodyElsesAttempt",),
    ),
    Sabotage(
        "A8",
        "somebody else's attempt outlives the owner's",
        f"{_ACCOUNTS}/activation.py",
        was="work.registrations.forget(account.email)",
        now="pass",
        tests=(f"{_TESTS}/test_activate.py",),
    ),
    Sabotage(
        "A8",
        "whoever has an account is asked to activate another",
        f"{_ACCOUNTS}/register.py",
        was="    if known:\n",
        now="    if known is registration:\n",
        tests=(f"{_TESTS}/test_register.py::TestRegisteringAnAddressThatHasAnAccount",),
    ),
    Sabotage(
        "A8",
        "a link lasts for ever",
        "adapters/security/signed_tokens.py",
        was="loads(token, max_age=lifetime)",
        now="loads(token, max_age=lifetime * 1000)",
        tests=(
            "integration/security/test_signed_tokens.py",
            "integration/security/test_links_bound_to_a_state.py",
        ),
    ),
    Sabotage(
        "A8",
        "a link opens what another purpose guards",
        "adapters/security/signed_tokens.py",
        was='salt = f"siegvo/{purpose}/1/{self.audience}"',
        now='salt = f"siegvo/1/{self.audience}"',
        tests=("integration/security/test_signed_tokens.py",),
    ),
    Sabotage(
        "A8",
        "staff activate the newest of several attempts, a stranger's perhaps",
        f"{_ACCOUNTS}/activate_by_staff.py",
        was="    if len(fit) > 1:\n",
        now="    if len(fit) < 0:\n",
        tests=(f"{_TESTS}/test_activate_by_staff.py",),
    ),
)
