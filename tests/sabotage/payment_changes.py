"""Bank accounts, and what changes how a contract is paid."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CHANGE: Final = "domain/payments/change.py"
_USE_CASES: Final = "application/payments"
_STEPS: Final = "application/payment_steps.py"
_DOMAIN_TESTS: Final = "unit/domain/payments"
_TESTS: Final = "unit/application/payments"
_CONFORMANCE: Final = "integration/conformance"
_SECURITY: Final = "integration/security"

PAYMENT_CHANGES: Final = (
    Sabotage(
        "G1",
        "an account with a digit mistyped is taken",
        "domain/payments/iban.py",
        was="for sign in moved)) % 97 == 1\n",
        now="for sign in moved)) % 97 >= 1\n",
        tests=(f"{_DOMAIN_TESTS}/test_iban.py",),
    ),
    Sabotage(
        "G1",
        "an account of the utility itself is debited",
        "adapters/banking/schwifty_banks.py",
        was="        if found.iban in self.own:\n",
        now="        if found.iban in self.own and not text:\n",
        tests=(f"{_CONFORMANCE}/test_banks.py",),
    ),
    Sabotage(
        "G1",
        "a sealed account opens in any row",
        "adapters/security/sealed_fields.py",
        was='{place.column}\\x1f{place.row}"',
        now='{place.column}"',
        tests=(
            f"{_SECURITY}/test_sealed_fields.py",
            f"{_SECURITY}/test_sealed_mandates.py",
        ),
    ),
    Sabotage(
        "G1",
        "accounts are kept in clear",
        "application/sealed_mandates.py",
        was='sealed_iban=vault.seal(iban.text, place=_place(mandate.reference, "iban")),',
        now="sealed_iban=iban.text,",
        tests=(f"{_TESTS}/test_asking.py::TestAskingToBeDebited",),
    ),
    Sabotage(
        "G1",
        "the mask of an account hides nothing",
        "domain/payments/iban.py",
        was='return f"{self.text[:4]} {_HIDDEN} {_HIDDEN} {self.last_three}"',
        now="return self.text",
        tests=(f"{_DOMAIN_TESTS}/test_iban.py",),
    ),
    Sabotage(
        "G1",
        "what an old secret sealed stays so",
        f"{_USE_CASES}/reseal_mandates.py",
        was="work.mandates.save(sealed(self.vault, opened(self.vault, kept)))",
        now="opened(self.vault, kept), sealed",
        tests=(f"{_SECURITY}/test_sealed_mandates.py::TestAReplacedSecret",),
    ),
    Sabotage(
        "G1",
        "doctor does not count what an old secret seals",
        "entrypoints/bootstrap.py",
        was="if ring.named(name) and name != ring.newest.id)",
        now="if not ring.named(name))",
        tests=("integration/cli/test_doctor.py::TestDoctor::test_counts_what_an_old_secret_seals",),
    ),
    Sabotage(
        "G2",
        "nobody has to prove who they are",
        f"{_USE_CASES}/proof.py",
        was="if proved_at is None or not now - PROOF_LASTS <= proved_at <= now:",
        now="if proved_at is None:",
        tests=(f"{_TESTS}/test_asking.py::TestAskingToBeDebited",),
    ),
    Sabotage(
        "G2",
        "a link confirms whatever became of its account",
        f"{_USE_CASES}/confirm_change.py",
        was="            check_confirms(token, change, account, tokens=self.tokens)\n"
        "            steps.confirm",
        now="            steps.confirm",
        tests=(f"{_TESTS}/test_following.py::TestConfirming",),
    ),
    Sabotage(
        "G2",
        "a change is confirmed days later",
        _CHANGE,
        was="        if at >= self.confirm_by:\n",
        now="        if at < self.asked_at:\n",
        tests=(f"{_DOMAIN_TESTS}/test_change.py::TestChange",),
    ),
    Sabotage(
        "G2",
        "a change does not wait",
        _CHANGE,
        was="confirmed_at=at, due_at=at + delay)",
        now="confirmed_at=at, due_at=at + 0 * delay)",
        tests=(f"{_TESTS}/test_following.py::TestTheDelay",),
    ),
    Sabotage(
        "G2",
        "a change is ready before its day",
        _CHANGE,
        was="if self.due_at is None or at < self.due_at:",
        now="if self.due_at is None:",
        tests=(f"{_DOMAIN_TESTS}/test_change.py::TestChange",),
    ),
    Sabotage(
        "G2",
        "what has left is taken back",
        _CHANGE,
        was="    ChangeStep.EXPORTED: frozenset({ChangeStep.APPLIED, ChangeStep.REFUSED}),\n",
        now="    ChangeStep.EXPORTED: frozenset(\n"
        "        {ChangeStep.APPLIED, ChangeStep.REFUSED, ChangeStep.CANCELLED}\n"
        "    ),\n",
        tests=(f"{_TESTS}/test_following.py::TestTheBooks",),
    ),
    Sabotage(
        "G2",
        "what never left is applied",
        _CHANGE,
        was="    ChangeStep.READY: frozenset({ChangeStep.EXPORTED, ",
        now="    ChangeStep.READY: frozenset({ChangeStep.EXPORTED, ChangeStep.APPLIED, ",
        tests=(f"{_TESTS}/test_following.py::TestStaff",),
    ),
    Sabotage(
        "G2",
        "two changes of a contract are open",
        "adapters/sql/repositories/payment_changes.py",
        was=".on_conflict_do_nothing(index_elements=[_changes.contract], index_where=IS_OPEN)",
        now='.prefix_with("OR REPLACE", dialect="sqlite")',
        tests=(f"{_CONFORMANCE}/test_payment_changes.py::TestOneContract",),
    ),
    Sabotage(
        "G2",
        "somebody pushes aside what another asked",
        f"{_USE_CASES}/asking.py",
        was="if before.account != asker.account or not before.may_be_cancelled:",
        now="if not before.may_be_cancelled:",
        tests=(f"{_TESTS}/test_asking.py::TestAskingToBeDebited",),
    ),
    Sabotage(
        "G2",
        "those who may object are not told",
        f"{_USE_CASES}/asking.py",
        was="            if other != asker.account:\n",
        now="            if not other:\n",
        tests=(f"{_TESTS}/test_asking.py::TestAskingToBeDebited",),
    ),
    Sabotage(
        "G2",
        "the mandate of a change that came to nothing serves",
        _STEPS,
        was="            kept = self.work.mandates.hold(change.signed)\n"
        "            self.work.mandates.save(attrs.evolve(kept, ended_on=self.today))\n",
        now="            self.work.mandates.hold(change.signed)\n",
        tests=(f"{_TESTS}/test_following.py::TestTheDelay",),
    ),
    Sabotage(
        "G2",
        "another account is taken for done whatever the books show",
        "application/exchange/close_changes.py",
        was="return not change.is_of_account_only or _shows_account(tenure, change, readers)",
        now="return bool(_shows_account)",
        tests=(f"{_TESTS}/test_following.py::TestTheBooks",),
    ),
    Sabotage(
        "G2",
        "staff do not see why somebody has to look at a change",
        "entrypoints/cli/change_shown.py",
        was="for suspicion in found.suspicions if change.is_with_staff else ():",
        now="for suspicion in ():",
        tests=("integration/cli/test_requests_about_payment.py",),
    ),
    Sabotage(
        "G2",
        "a second debit is marked as the first, once its file is asked for again",
        "domain/payments/dues.py",
        was="mandate.first_collected_on not in {None, on}",
        now="mandate.last_collected_on not in {None, on}",
        tests=("unit/application/exchange/test_export_direct_debits.py::TestAskedAgain",),
    ),
    Sabotage(
        "G2",
        "a mandate is revoked without a password",
        f"{_USE_CASES}/revoke_mandate.py",
        was="password=password, proved_at=proved_at, origin=origin)",
        now="password=None, proved_at=self.clock.now(), origin=origin)",
        tests=(f"{_TESTS}/test_revoking.py::TestRevoking",),
    ),
    Sabotage(
        "G2",
        "a mandate that was revoked is debited",
        _STEPS,
        was="            if kept.ended_on is None:\n",
        now="            if kept.ended_on is not None:\n",
        tests=(f"{_TESTS}/test_revoking.py::TestRevoking",),
    ),
    Sabotage(
        "G2",
        "a mandate that was revoked comes back",
        _CHANGE,
        was="return ChangeStep.CANCELLED in _NEXT[self.step] and not self.is_revocation",
        now="return ChangeStep.CANCELLED in _NEXT[self.step]",
        tests=(f"{_TESTS}/test_revoking.py::TestARevocation",),
    ),
    Sabotage(
        "G2",
        "nobody learns that a mandate was revoked",
        _STEPS,
        was="            lambda account: MandateRevoked(\n"
        "                at=self.now, reference=str(change.reference), account=account\n"
        "            ),\n",
        now="            lambda account: PaymentChangeApplied(\n"
        "                at=self.now, reference=str(change.reference), account=account\n"
        "            ),\n",
        tests=(f"{_TESTS}/test_revoking.py::TestRevoking",),
    ),
    Sabotage(
        "G2",
        "a mandate without debits serves for ever",
        f"{_USE_CASES}/lapse_mandates.py",
        was="            work.mandates.save(attrs.evolve(kept, ended_on=today))\n",
        now="",
        tests=(f"{_TESTS}/test_lapsing.py",),
    ),
    Sabotage(
        "G2",
        "a mandate that lapsed is debited",
        "application/exchange/debits_of_day.py",
        was="if mandate.state_on(day) is MandateState.ACTIVE:",
        now="if mandate.state_on(day) in {MandateState.ACTIVE, MandateState.LAPSED}:",
        tests=("unit/application/exchange/test_export_direct_debits.py",),
    ),
    Sabotage(
        "G3",
        "a link of yesterday is as good as an old one",
        f"{_USE_CASES}/asking.py",
        was="            any(each.linked_at > since for each in links)\n",
        now="            any(each.linked_at > self.now for each in links)\n",
        tests=(f"{_TESTS}/test_asking.py::TestSuspicion",),
    ),
    Sabotage(
        "G3",
        "a device of yesterday is as good as an old one",
        f"{_USE_CASES}/asking.py",
        was="            or self.work.devices.met_since(account, since)\n",
        now="",
        tests=(f"{_TESTS}/test_asking.py::TestSuspicion",),
    ),
    Sabotage(
        "G3",
        "the account of anybody is taken",
        "domain/payments/suspecting.py",
        was="if self.holder is not None and not may_be_same(self.holder, self.payer_name):",
        now="if self.holder is not None and not may_be_same(self.holder, self.holder):",
        tests=(f"{_TESTS}/test_asking.py::TestSuspicion",),
    ),
    Sabotage(
        "G3",
        "one account is debited for a whole village",
        "domain/payments/suspecting.py",
        was=">= PAYERS_PER_BANK_ACCOUNT:",
        now=">= 1_000 * PAYERS_PER_BANK_ACCOUNT:",
        tests=(f"{_TESTS}/test_asking.py::TestSuspicion",),
    ),
    Sabotage(
        "G3",
        "what is suspicious goes on by itself",
        _CHANGE,
        was="        if self.suspicions:\n",
        now="        if self.suspicions and self.due_at is None:\n",
        tests=(f"{_DOMAIN_TESTS}/test_change.py::TestChange",),
    ),
)
