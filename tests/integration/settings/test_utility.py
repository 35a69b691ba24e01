"""The section of the settings file that says who the utility is, and how it debits."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from siegvo.application.ports.sepa import SepaVersion
from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.direct_debit import DebitRules, Sequence
from siegvo.domain.payments.plan_rules import (
    TEN_MONTHS,
    Base,
    Cycle,
    Latecomer,
    OddCents,
    PlanRules,
)
from siegvo.entrypoints.setting_faults import Fault
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import (
    Problem,
    SettingsRefused,
    load_settings,
    unknown_variables,
)
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.builders.banking import DEBITING, french_iban


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "portail.toml"
    monkeypatch.setenv("SIEGVO_CONFIG", str(path))
    return path


def _loaded(file: Path, text: str) -> Utility:
    file.write_text(text)
    return load_settings().utility


def _problem(file: Path, text: str) -> Problem:
    file.write_text(text)
    with pytest.raises(SettingsRefused) as refusal:
        load_settings()
    [problem] = refusal.value.problems
    return problem


class TestTheMonthlyPlan:
    def test_has_ten_instalments_unless_said_otherwise(self, file: Path) -> None:
        assert _loaded(file, "").monthly_plan == TEN_MONTHS

    def test_keeps_what_is_not_said(self, file: Path) -> None:
        plan = _loaded(file, "[utility.monthly_plan]\nfewest = 3").monthly_plan

        assert plan == attrs.evolve(TEN_MONTHS, fewest=3)

    def test_says_everything_a_service_may_want(self, file: Path) -> None:
        """Two half-years of five instalments and a real invoice (Eaux de Vienne)."""
        plan = _loaded(
            file,
            """
            [utility.monthly_plan]
            cycles = [
                { months = [1, 2, 3, 4, 5], settled_in = 6 },
                { months = [7, 8, 9, 10, 11], settled_in = 12 },
            ]
            days = [20, 5]
            base = "last_two_invoices"
            odd_cents = "first"
            rounded_to = 1
            latecomer = "everything"
            least = 7.5
            fewest = 1
            notice_days = 10
            refund_from = "15,00"
            """,
        ).monthly_plan

        assert plan == PlanRules(
            cycles=(
                Cycle(months=(1, 2, 3, 4, 5), settled_in=6),
                Cycle(months=(7, 8, 9, 10, 11), settled_in=12),
            ),
            days=(5, 20),
            base=Base.LAST_TWO_INVOICES,
            odd_cents=OddCents.FIRST,
            rounded_to=Money(100),
            latecomer=Latecomer.EVERYTHING,
            least=Money(750),
            fewest=1,
            notice_days=10,
            refund_from=Money(1500),
        )

    @pytest.mark.parametrize(
        ("line", "key", "fault"),
        [
            ("days = [5, 29]", "days", Fault.NOT_DEBIT_DAYS),
            ("days = [0]", "days", Fault.NOT_DEBIT_DAYS),
            ("days = []", "days", Fault.NOT_DEBIT_DAYS),
            ("days = 5", "days", Fault.NOT_DEBIT_DAYS),
            ('days = ["5"]', "days", Fault.NOT_DEBIT_DAYS),
            ("days = [true]", "days", Fault.NOT_DEBIT_DAYS),
            ("cycles = []", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [] }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [13] }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [3, 2] }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [1], settled_in = 1 }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [1], mois = 1 }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ settled_in = 1 }]", "cycles", Fault.NOT_CYCLES),
            ("cycles = [{ months = [5] }, { months = [2] }]", "cycles", Fault.NOT_CYCLES),
            ('cycles = [{ months = ["1"] }]', "cycles", Fault.NOT_CYCLES),
            ("cycles = [1]", "cycles", Fault.NOT_CYCLES),
            ('base = "last_month"', "base", Fault.NOT_A_BASE),
            ("base = 1", "base", Fault.NOT_A_BASE),
            ('odd_cents = "middle"', "odd_cents", Fault.NOT_ODD_CENTS),
            ('latecomer = "nothing"', "latecomer", Fault.NOT_LATECOMER),
            ("rounded_to = 0", "rounded_to", Fault.NOT_AN_AMOUNT),
            ("rounded_to = 0.001", "rounded_to", Fault.NOT_AN_AMOUNT),
            ("least = true", "least", Fault.NOT_AN_AMOUNT),
            ('least = "peu"', "least", Fault.NOT_AN_AMOUNT),
            ("refund_from = -1", "refund_from", Fault.NOT_AN_AMOUNT),
            ("refund_from = inf", "refund_from", Fault.NOT_AN_AMOUNT),
            ("refund_from = nan", "refund_from", Fault.NOT_AN_AMOUNT),
            ("fewest = 0", "fewest", Fault.NOT_A_COUNT),
            ("fewest = 1.5", "fewest", Fault.NOT_A_COUNT),
            ("notice_days = true", "notice_days", Fault.NOT_A_COUNT),
            ("jours = [5]", "jours", Fault.UNKNOWN),
        ],
    )
    def test_says_what_is_wrong_in_it(self, file: Path, line: str, key: str, fault: Fault) -> None:
        problem = _problem(file, f"[utility.monthly_plan]\n{line}")

        assert problem == Problem(f"utility.monthly_plan.{key}", fault)

    def test_is_a_table(self, file: Path) -> None:
        problem = _problem(file, '[utility]\nmonthly_plan = "dix mois"')

        assert problem == Problem("utility.monthly_plan", Fault.NOT_A_TABLE)

    def test_is_not_for_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_UTILITY_MONTHLY_PLAN", "10")

        with pytest.raises(SettingsRefused):
            load_settings()

        assert unknown_variables({"SIEGVO_UTILITY_MONTHLY_PLAN": "10"})


class TestTheDelayOfAChange:
    def test_is_three_days_unless_said_otherwise(self, file: Path) -> None:
        assert _loaded(file, "").payment_change_delay == timedelta(hours=72)

    def test_is_so_many_hours(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        written = "[utility]\npayment_change_delay = 48"
        assert _loaded(file, written).payment_change_delay == timedelta(hours=48)

        monkeypatch.setenv("SIEGVO_UTILITY_PAYMENT_CHANGE_DELAY", "96")

        assert _loaded(file, written).payment_change_delay == timedelta(hours=96)
        assert unknown_variables(os.environ) == ()

    @pytest.mark.parametrize("hours", ["-1", "1.5", "true", '"trois jours"', "721", "[72]"])
    def test_is_no_time_that_cannot_be(self, file: Path, hours: str) -> None:
        problem = _problem(file, f"[utility]\npayment_change_delay = {hours}")

        assert problem == Problem("utility.payment_change_delay", Fault.NOT_A_DELAY)


class TestDirectDebits:
    def test_are_as_the_rulebook_says_unless_said_otherwise(self, file: Path) -> None:
        utility = _loaded(file, "")

        assert utility.direct_debits == DebitRules(notice_days=14, first=Sequence.FIRST)
        assert utility.sepa_version is SepaVersion.OF_2009

    def test_are_as_the_bank_wants_them(self, file: Path) -> None:
        utility = _loaded(
            file,
            """
            [utility.direct_debits]
            notice_days = 10
            bank_days = 2
            first = "RCUR"
            version = "pain.008.001.08"
            """,
        )

        assert utility.direct_debits == DebitRules(
            notice_days=10, bank_days=2, first=Sequence.RECURRENT
        )
        assert utility.sepa_version is SepaVersion.OF_2019

    @pytest.mark.parametrize(
        ("line", "key", "fault"),
        [
            ("notice_days = 0", "notice_days", Fault.NOT_A_COUNT),
            ('first = "FNAL"', "first", Fault.NOT_A_FIRST_SEQUENCE),
            ('version = "pain.001.001.03"', "version", Fault.NOT_A_SEPA_VERSION),
        ],
    )
    def test_say_what_is_wrong_in_them(self, file: Path, line: str, key: str, fault: Fault) -> None:
        problem = _problem(file, f"[utility.direct_debits]\n{line}")

        assert problem == Problem(f"utility.direct_debits.{key}", fault)


class TestWhoCollects:
    def test_is_nobody_unless_said(self, file: Path) -> None:
        utility = _loaded(file, "")

        assert (utility.sepa_creditor_id, utility.iban, utility.bic) == ("", "", "")

    def test_has_an_identifier_and_an_account(self, file: Path) -> None:
        account = french_iban(1).text
        utility = _loaded(
            file,
            f'[utility]\nsepa_creditor_id = "FR72 ZZZ 123456"\niban = "{account}"\nbic="PSSTFRPP"',
        )

        assert utility.sepa_creditor_id == "FR72ZZZ123456"
        assert utility.iban == account
        assert account not in repr(utility)

    @pytest.mark.parametrize(
        ("line", "key", "fault"),
        [
            ('sepa_creditor_id = "FR73ZZZ123456"', "sepa_creditor_id", Fault.NOT_A_CREDITOR_ID),
            ('iban = "FR1520041010050500013M02606"', "iban", Fault.NOT_AN_IBAN),
            ('bic = "PSST"', "bic", Fault.NOT_A_BIC),
        ],
    )
    def test_is_checked(self, file: Path, line: str, key: str, fault: Fault) -> None:
        assert _problem(file, f"[utility]\n{line}") == Problem(f"utility.{key}", fault)

    def test_debits_under_a_name_that_banks_can_print(self) -> None:
        assert SIEGVO.creditor is None
        assert attrs.evolve(DEBITING, iban="").creditor is None

        short = attrs.evolve(DEBITING, full_name="Syndicat des Eaux", bic="")
        creditors = [DEBITING.creditor, short.creditor]

        assert [each and each.name for each in creditors] == ["SIEGVO", "Syndicat des Eaux"]
        assert [each and each.bic for each in creditors] == ["PSSTFRPP", None]

    @pytest.mark.parametrize(
        "change", [{"sepa_creditor_id": "FR"}, {"iban": "FR14"}, {"bic": "une banque"}]
    )
    def test_is_checked_in_a_program_too(self, change: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="not a"):
            Settings(utility=attrs.evolve(SIEGVO, **change))


class TestAnythingElse:
    def test_is_no_table(self, file: Path) -> None:
        assert _problem(file, "[payfip_mode]\nx = 1") == Problem("payfip_mode", Fault.NOT_TEXT)
