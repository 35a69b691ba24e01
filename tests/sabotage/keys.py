"""Goals C1 to C4: the key that links a contract."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CONTRACTS: Final = "application/contracts"
_TESTS: Final = "unit/application/contracts"
_DOUBT: Final = "unit/domain/contracts/test_doubt.py"
_EXCHANGE: Final = "unit/application/exchange"

KEYS: Final = (
    Sabotage(
        "C1",
        "a key opens the days of every payer of its contract",
        f"{_CONTRACTS}/link_contract.py",
        was="return opened.popitem()[1] if len(opened) == 1 else None",
        now="return locks[-1] if opened else None",
        tests=(f"{_TESTS}/test_link_refused.py::TestAContractTakenOver",),
    ),
    Sabotage(
        "C1",
        "a key that two payers share proves either",
        f"{_CONTRACTS}/link_contract.py",
        was="if len(opened) == 1 else None",
        now="if opened else None",
        tests=(f"{_TESTS}/test_link_refused.py::TestAContractTakenOver",),
    ),
    Sabotage(
        "C1",
        "readings of before and after are shown",
        "application/metering/within_tenure.py",
        was="if days.holds(each.taken_on))",
        now="if each.taken_on or days)",
        tests=(
            "unit/application/metering/test_show_consumption.py",
            "integration/journeys/test_what_is_not_yours.py::TestAPredecessor",
        ),
    ),
    Sabotage(
        "C1",
        "the dashboard shows what the meter showed another payer",
        "adapters/sql/readers/sheet_rows.py",
        was="            readings.c.taken_on.between(tenures.c.started_on, _last_day),\n",
        now="",
        tests=("integration/conformance/test_contract_sheets.py::TestTheMeterOfASheet",),
    ),
    Sabotage(
        "C1",
        "security keys are kept as they are",
        "application/exchange/import_contracts.py",
        was="            return _Key("
        "self.keyed_hash.of(_PURPOSE, *bound), self.strength.of(row.key), ())\n",
        now="            return _Key(row.key.text, self.strength.of(row.key), ())\n",
        tests=(f"{_EXCHANGE}/test_import_contracts.py",),
    ),
    Sabotage(
        "C1",
        "a file brings back a key that staff retired",
        "application/exchange/import_contracts.py",
        was="*bound) for each in retired):",
        now="*bound) for each in retired[:0]):",
        tests=(f"{_EXCHANGE}/test_keys_of_contracts.py::TestARetiredKey",),
    ),
    Sabotage(
        "C2",
        "nothing is compared for an unknown contract",
        f"{_CONTRACTS}/link_contract.py",
        was="locks or (_NO_LOCK,)",
        now="locks",
        tests=(f"{_TESTS}/test_link_refused.py::TestALinkRefused",),
    ),
    Sabotage(
        "C2",
        "an unknown contract is answered otherwise than a wrong key",
        f"{_CONTRACTS}/link_contract.py",
        was="        lock = self._opened(",
        now="        if not locks:\n"
        "            return Linked(was_linked=False, contracts=())\n"
        "        lock = self._opened(",
        tests=(f"{_TESTS}/test_link_refused.py::TestALinkRefused",),
    ),
    Sabotage(
        "C3",
        "keys may be tried for ever",
        f"{_CONTRACTS}/throttles.py",
        was="Throttle(self._own).check(attempts, now=now)",
        now="Throttle(()).check(attempts, now=now)",
        tests=(f"{_TESTS}/test_link_haste.py",),
    ),
    Sabotage(
        "C3",
        "keys sent all at once pass together",
        f"{_CONTRACTS}/link_contract.py",
        was="            throttle.hold(work.attempts, now=now)\n",
        now="",
        tests=(f"{_TESTS}/test_link_haste.py",),
    ),
    Sabotage(
        "C3",
        "one place may try keys for ever",
        f"{_CONTRACTS}/throttles.py",
        was="return (self.account, self.place) if self.place else (self.account,)",
        now="return (self.account,)",
        tests=(f"{_TESTS}/test_link_haste.py",),
    ),
    Sabotage(
        "C3",
        "a success wipes what an account tried",
        f"{_CONTRACTS}/link_contract.py",
        was="            if lock:\n",
        now="            if lock:\n                work.attempts.forget((throttle.account.key,))\n",
        tests=(f"{_TESTS}/test_link_haste.py",),
    ),
    Sabotage(
        "C4",
        "a rain of wrong keys makes nothing wait",
        f"{_CONTRACTS}/throttles.py",
        was="Throttle((*self._own, self.everywhere)).count(attempts, at=at)",
        now="Throttle(self._own).count(attempts, at=at)",
        tests=(f"{_TESTS}/test_links_that_wait.py",),
    ),
    Sabotage(
        "C4",
        "more wrong keys than usual make nothing wait",
        "domain/contracts/rain.py",
        was="and today > policy.LINKS_UNUSUAL_TIMES * usual",
        now="and today < policy.LINKS_UNUSUAL_TIMES - usual",
        tests=("unit/domain/contracts/test_rain.py", f"{_TESTS}/test_links_that_wait.py"),
    ),
    Sabotage(
        "C4",
        "a short key links at once",
        "domain/contracts/doubt.py",
        was="if key_bits < policy.KEY_ENOUGH_BITS:",
        now="if key_bits < policy.KEY_LEAST_BITS:",
        tests=(_DOUBT,),
    ),
    Sabotage(
        "C4",
        "a key that proves nothing may be asked with",
        "domain/contracts/doubt.py",
        was="if key_bits < policy.KEY_LEAST_BITS:",
        now="if key_bits < 0:",
        tests=(_DOUBT,),
    ),
    Sabotage(
        "C4",
        "one key opens a large payer at once",
        "domain/contracts/doubt.py",
        was="if contracts > policy.CONTRACTS_LINKED_AT_ONCE:",
        now="if contracts < 0:",
        tests=(_DOUBT, f"{_TESTS}/test_links_that_wait.py::TestALargePayer"),
    ),
)
