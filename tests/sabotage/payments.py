"""Invoices, and what the treasury says of payments."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_SETTLING: Final = "domain/billing/settling.py"
_BILLING: Final = "application/billing"
_TESTS: Final = "unit/application/billing"
_CONFORMANCE: Final = "integration/conformance"

PAYMENTS: Final = (
    Sabotage(
        "G5",
        "whoever notifies us of a payment is believed",
        f"{_BILLING}/hear_of_payment.py",
        was="            work.online_payments.wake(idop, now=self.clock.now())\n",
        now="            if known.state is PaymentState.OPEN:\n"
        "                from attrs import evolve\n"
        "                paid = evolve(known, state=PaymentState.PAID, paid_at=self.clock.now())\n"
        "                work.online_payments.save(paid)\n",
        tests=(f"{_TESTS}/test_payment_machine.py",),
    ),
    Sabotage(
        "G5",
        "a payment of another bill pays ours",
        _SETTLING,
        was="if wrong := mismatches(attempt, told):",
        now="if told is None and (wrong := mismatches(attempt, told)):",
        tests=("unit/domain/billing/test_settling.py",),
    ),
    Sabotage(
        "G5",
        "a payment of less pays everything",
        _SETTLING,
        was='        ("amount", bill.amount, told.amount),\n',
        now="",
        tests=("unit/domain/billing/test_settling.py",),
    ),
    Sabotage(
        "G5",
        "a test of the treasury's pays a real bill",
        _SETTLING,
        was='        ("mode", bill.mode, told.mode),\n',
        now="",
        tests=("unit/domain/billing/test_settling.py",),
    ),
    Sabotage(
        "G5",
        "a payment that was refused pays",
        _SETTLING,
        was="    if told.result.is_paid:\n",
        now="    if told.result in _MEANS or told.result is TreasuryResult.CARD_REFUSED:\n",
        tests=("unit/domain/billing/test_settling.py",),
    ),
    Sabotage(
        "G5",
        "what was paid may be unpaid by a later answer",
        _SETTLING,
        was="    if attempt.state is PaymentState.PAID:\n",
        now="    if attempt.state is PaymentState.PAID and attempt.idop is None:\n",
        tests=("unit/domain/billing/test_settling.py",),
    ),
    Sabotage(
        "G5",
        "a payment is announced each time it is looked up",
        f"{_BILLING}/settle_payment.py",
        was="if day and before.paid_on is None:",
        now="if day:",
        tests=(f"{_TESTS}/test_settle_payment.py",),
    ),
    Sabotage(
        "G4",
        "an invoice may be paid twice at once",
        "adapters/sql/repositories/online_payments.py",
        was=".on_conflict_do_nothing(index_elements=[online_payments.c.invoice], "
        "index_where=IS_OPEN)",
        now='.prefix_with("OR REPLACE", dialect="sqlite")',
        tests=(f"{_CONFORMANCE}/test_online_payments.py::TestAnInvoice",),
    ),
    Sabotage(
        "G4",
        "another payment is begun although the last may be paid",
        f"{_BILLING}/pay_online.py",
        was="                self.settle(attempt)\n",
        now="                attempt.page_at(now)\n",
        tests=(f"{_TESTS}/test_pay_online.py", f"{_TESTS}/test_payment_machine.py"),
    ),
    Sabotage(
        "rest",
        "an invoice is found whoever it was sent to",
        "adapters/sql/repositories/invoices.py",
        was='.where(links.c.account == bindparam("holder"), '
        'invoices.c.number == bindparam("number"))',
        now='.where(links.c.account.is_not(None) | (links.c.account == bindparam("holder")), '
        'invoices.c.number == bindparam("number"))',
        tests=(f"{_CONFORMANCE}/test_invoices.py::TestAnInvoice",),
    ),
    Sabotage(
        "rest",
        "whoever came after is shown an invoice of the one before",
        "adapters/sql/repositories/invoices.py",
        was="    tenures.c.started_on <= invoices.c.belongs_on,\n"
        "    or_(tenures.c.ended_on.is_(None), tenures.c.ended_on >= invoices.c.belongs_on),\n",
        now="    or_(tenures.c.ended_on.is_(None), tenures.c.ended_on >= invoices.c.belongs_on),\n",
        tests=(f"{_CONFORMANCE}/test_invoices.py::TestAnInvoice",),
    ),
    Sabotage(
        "rest",
        "a payment is shown to whoever knows its number",
        "adapters/sql/repositories/online_payments.py",
        was="if attempt.account != holder:",
        now="if attempt.account == reference:",
        tests=(f"{_CONFORMANCE}/test_online_payments.py::TestAnAttempt",),
    ),
    Sabotage(
        "G8",
        "any certificate passes for the treasury's",
        "adapters/treasury/wire.py",
        was="timeout=half, context=self.trust)",
        now="timeout=half, context=ssl._create_unverified_context())",
        tests=("integration/treasury/test_trouble.py",),
    ),
    Sabotage(
        "rest",
        "an answer of the treasury may name files of ours",
        "adapters/treasury/envelope.py",
        was="    if envelope.getroottree().docinfo.internalDTD is not None:\n"
        "        raise Unreadable\n",
        now="",
        tests=("unit/treasury/test_envelope.py",),
    ),
    Sabotage(
        "G8",
        "an answer of the treasury may be endless",
        "adapters/treasury/wire.py",
        was="content = answer.read(MOST + 1)",
        now="content = answer.read()[:MOST]",
        tests=("integration/treasury/test_trouble.py",),
    ),
    Sabotage(
        "G6",
        "nobody asks what became of a payment",
        f"{_BILLING}/check_payments.py",
        was="        if attempt is None:\n",
        now="        if attempt is None or attempt.idop:\n",
        tests=(f"{_TESTS}/test_check_payments.py",),
    ),
    Sabotage(
        "G7",
        "coming back from the treasury pays",
        "entrypoints/web/billing/payment.py",
        was='    return page(\n        "billing/payment_return.html",\n',
        now="    current.portal().billing.hear_of_payment(str(attempt.idop))\n"
        '    return page(\n        "billing/payment_return.html",\n',
        tests=("integration/journeys/test_coming_back_from_paying.py::TestTheReturn",),
    ),
)
