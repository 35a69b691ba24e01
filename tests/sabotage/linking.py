"""Goals C5 to C9: who is linked to a contract, and who is told."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CONTRACTS: Final = "application/contracts"
_TESTS: Final = "unit/application/contracts"
_DOUBT: Final = "unit/domain/contracts/test_doubt.py"
_EXCHANGE: Final = "unit/application/exchange"

LINKING: Final = (
    Sabotage(
        "C5",
        "strangers have the owner of a contract refused",
        f"{_CONTRACTS}/throttles.py",
        was="return (self.account, self.place) if self.place else (self.account,)",
        now="return (self.account, self.contract, *((self.place,) if self.place else ()))",
        tests=(f"{_TESTS}/test_links_that_wait.py::TestAContractStrangersTry",),
    ),
    Sabotage(
        "C5",
        "each failure counts against the contract",
        f"{_CONTRACTS}/throttles.py",
        was="if _is_high(self.account, attempts, at):",
        now="if attempts:",
        tests=(f"{_TESTS}/test_links_that_wait.py::TestAContractStrangersTry",),
    ),
    Sabotage(
        "C6",
        "those linked before are not told",
        f"{_CONTRACTS}/make_link.py",
        was="    for other in others:\n",
        now="    for other in others[:0]:\n",
        tests=(f"{_TESTS}/test_link_contract.py::TestAPayerSomebodyElseIsLinkedTo",),
    ),
    Sabotage(
        "C6",
        "anybody may dispute the links of a payer",
        f"{_CONTRACTS}/dispute_link.py",
        was="if link.payer == payer]",
        now="if link]",
        tests=(f"{_TESTS}/test_dispute_link.py",),
    ),
    Sabotage(
        "C6",
        "what an intruder asked about payment outlives a dispute",
        f"{_CONTRACTS}/dispute_link.py",
        was="        self._take_back(work, mine, origin)\n",
        now="",
        tests=(f"{_TESTS}/test_dispute_link.py::TestADispute",),
    ),
    Sabotage(
        "C7",
        "whoever is linked is linked again",
        f"{_CONTRACTS}/make_link.py",
        was="    if link.account in accounts:\n        return Made()\n",
        now="",
        tests=(f"{_TESTS}/test_link_contract.py::TestLinkingTwice",),
    ),
    Sabotage(
        "C7",
        "accounts linked at once are not counted",
        "domain/contracts/doubt.py",
        was="if accounts >= policy.ACCOUNTS_PER_PAYER:",
        now="if accounts < 0:",
        tests=(_DOUBT, "integration/sql/test_links_at_once.py"),
    ),
    Sabotage(
        "C7",
        "a link that waits is asked for again",
        f"{_CONTRACTS}/make_link.py",
        was="    if awaited:\n        return Made(awaits=awaited)\n",
        now="",
        tests=(f"{_TESTS}/test_links_that_wait.py::TestALargePayer",),
    ),
    Sabotage(
        "C8",
        "an account still sees what staff took from it",
        f"{_CONTRACTS}/unlink_payer.py",
        was="link = work.links.remove(account.id, payer)",
        now="link = next(each for each in work.links.of(account.id) if each.payer == payer)",
        tests=(f"{_TESTS}/test_unlink_payer.py",),
    ),
    Sabotage(
        "C8",
        "a payer keeps the days of whoever comes after",
        "domain/contracts/succession.py",
        was="DayRange(before.days.first, told.days.first - _A_DAY)",
        now="DayRange(before.days.first, before.days.last)",
        tests=("unit/domain/contracts/test_succession.py",),
    ),
    Sabotage(
        "C8",
        "an account that left the portal keeps its links",
        "application/accounts/erasure.py",
        was="    work.links.forget(account.id)\n",
        now="",
        tests=("unit/application/accounts/test_delete_account.py",),
    ),
    Sabotage(
        "C9",
        "a file may move every contract",
        "application/exchange/import_contracts.py",
        was="if found.needs_consent and not confirmed:",
        now="if found.needs_consent and confirmed is None:",
        tests=(f"{_EXCHANGE}/test_many_payers_change.py",),
    ),
    Sabotage(
        "C9",
        "payers of the same name are one",
        "application/exchange/import_contracts.py",
        was="known_by = row.payer.code.text",
        now="known_by = row.payer.name",
        tests=(f"{_EXCHANGE}/test_import_contracts.py",),
    ),
)
