"""Pages where one changes how a contract is paid: the password again, and no account in clear."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_PAGES: Final = "entrypoints/web/payments"
_TYPED: Final = "application/payments/typed_account.py"
_TYPED_TESTS: Final = "unit/application/payments/test_typed_account.py"
_JOURNEYS: Final = "integration/journeys/test_changing_how_one_pays.py"

PAYMENT_PAGES: Final = (
    Sabotage(
        "D6",
        "an account under seal serves whoever has the form",
        _TYPED,
        was='row=f"{holder} {contract}"',
        now='row="anybody"',
        tests=(_TYPED_TESTS,),
    ),
    Sabotage(
        "D6",
        "an account under seal serves for ever",
        _TYPED,
        was="if self.clock.now() >= datetime.fromisoformat(until):",
        now="if not until:",
        tests=(_TYPED_TESTS,),
    ),
    Sabotage(
        "D6",
        "an account goes from page to page in clear",
        f"{_PAGES}/change_page.py",
        was='yield "sealed_iban", held.slip',
        now='yield "iban", held.iban.text',
        tests=(f"{_JOURNEYS}::TestJoiningDirectDebit",),
    ),
    Sabotage(
        "D6",
        "an account under seal is written back in its field",
        f"{_PAGES}/forms.py",
        was='            return typed\n        return ""',
        now="            return typed\n        return typed",
        tests=(f"{_JOURNEYS}::TestAFaultyAnswer",),
    ),
    Sabotage(
        "D5",
        "a change of payment mode begins without the password",
        f"{_PAGES}/changes.py",
        was="return _mode(number, form) if form.goes_on else _proved_mode(number, form)",
        now="return _mode(number, form)",
        tests=(f"{_JOURNEYS}::TestTheProof",),
    ),
    Sabotage(
        "D5",
        "a change of payment mode is asked on a password of long ago",
        f"{_PAGES}/changes.py",
        was="proved_at=session.proved_at",
        now="proved_at=current.site().clock.now()",
        tests=(f"{_JOURNEYS}::TestTheProof",),
    ),
    Sabotage(
        "D5",
        "a mandate is taken back whatever the password",
        f"{_PAGES}/revocation.py",
        was="                password=form.password.data,\n",
        now="                proved_at=current.site().clock.now(),\n",
        tests=(f"{_JOURNEYS}::TestTakingAMandateBack",),
    ),
)
