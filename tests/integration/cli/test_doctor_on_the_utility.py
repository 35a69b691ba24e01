import json

import pytest

from tests.support.clerk import types


@pytest.fixture(autouse=True)
def installed(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIEGVO_DATABASE_URL", sqlite_url)


def found() -> dict[str, tuple[str, str]]:
    """Return the verdict on each number of the utility, and what it is about."""
    findings = json.loads(types("doctor", "--json").stdout)
    numbers = (
        "siren",
        "vat_number",
        "no_creditor",
        "creditor",
        "change_delay",
        "setting_refused",
        "extra",
    )
    return {
        each["check"]: (each["verdict"], each["about"])
        for each in findings
        if each["check"].startswith(numbers)
    }


class TestDoctor:
    def test_asks_for_the_creditor_identifier(self) -> None:
        assert found() == {"no_creditor_id": ("warning", "")}

    def test_says_which_one_mandates_bear(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_UTILITY_SEPA_CREDITOR_ID", "fr72 zzz 123456")

        assert found() == {"creditor_known": ("good", "FR72ZZZ123456")}

    @pytest.mark.parametrize(
        ("name", "value", "about"),
        [
            ("SEPA_CREDITOR_ID", "FR73ZZZ123456", "utility.sepa_creditor_id"),
            ("IBAN", "FR1520041010050500013M02606", "utility.iban"),
            ("PAYMENT_CHANGE_DELAY", "-720042", "utility.payment_change_delay"),
        ],
    )
    def test_refuses_numbers_that_cannot_be(
        self, name: str, value: str, about: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(f"SIEGVO_UTILITY_{name}", value)

        assert found() == {"setting_refused": ("wrong", about)}
        assert value[4:] not in types("doctor").stdout

    @pytest.mark.parametrize(("hours", "is_told"), [("0", True), ("23", True), ("24", False)])
    def test_warns_of_a_delay_in_which_nobody_can_object(
        self, hours: str, monkeypatch: pytest.MonkeyPatch, *, is_told: bool
    ) -> None:
        monkeypatch.setenv("SIEGVO_UTILITY_PAYMENT_CHANGE_DELAY", hours)

        told = found().get("change_delay_short")

        assert told == (("warning", f"{hours} h") if is_told else None)

    @pytest.mark.parametrize(
        ("name", "value", "check"),
        [
            ("SIREN", "200078815", "siren_wrong"),
            ("SIREN", "", "siren_wrong"),
            ("VAT_NUMBER", "FR6620078814", "vat_number_wrong"),
            ("VAT_NUMBER", "FR83404833048", "vat_number_wrong"),
        ],
    )
    def test_holds_each_number_against_its_key(
        self, name: str, value: str, check: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The third is a misprint of the SIEGVO's number, the fourth that of another."""
        monkeypatch.setenv("SIEGVO_UTILITY_SEPA_CREDITOR_ID", "FR72ZZZ123456")
        monkeypatch.setenv(f"SIEGVO_UTILITY_{name}", value)

        assert found()[check] == ("warning", value)
