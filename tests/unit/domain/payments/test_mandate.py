from datetime import UTC, date, datetime

import attrs
import pytest

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.mandate import (
    Evidence,
    InvalidMandateReference,
    Mandate,
    MandateEnded,
    MandateReference,
    MandateState,
)
from tests.support.builders.accounts import NOON

TODAY = date(2026, 11, 23)
IBAN = "FR1420041010050500013M02606"
SIGNED = Mandate(
    reference=MandateReference("100200423-20261123-7K3QABCD"),
    contract=ContractNumber("100200423"),
    payer=PayerCode("R1"),
    details=BankDetails(iban=Iban.parse(IBAN), holder="Odile Marchal"),
    evidence=Evidence(
        account="1", at=NOON, origin="203.0.113.0/24", device="Firefox", text="2026-11"
    ),
)


class TestMandate:
    def test_is_signed_until_the_billing_system_shows_it(self) -> None:
        assert SIGNED.state_on(TODAY) is MandateState.SIGNED
        assert SIGNED.activate(on=TODAY).state_on(TODAY) is MandateState.ACTIVE

    def test_lapses_when_nothing_is_debited_for_three_years(self) -> None:
        active = SIGNED.activate(on=TODAY)

        assert active.lapses_on == date(2029, 11, 23)
        assert active.state_on(date(2029, 11, 24)) is MandateState.LAPSED
        with pytest.raises(MandateEnded):
            active.collect(on=date(2029, 11, 24))

    def test_lives_on_with_each_debit(self) -> None:
        collected = SIGNED.activate(on=TODAY).collect(on=date(2027, 1, 31))

        assert collected.state_on(date(2030, 1, 31)) is MandateState.ACTIVE
        assert collected.state_on(date(2030, 2, 1)) is MandateState.LAPSED

    def test_that_never_served_lapses_from_the_day_it_was_signed_in_paris(self) -> None:
        at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
        signed = attrs.evolve(SIGNED, evidence=attrs.evolve(SIGNED.evidence, at=at))

        assert signed.lapses_on == date(2029, 11, 23)

    def test_remembers_the_first_debit_and_the_last(self) -> None:
        active, days = SIGNED.activate(on=TODAY), (date(2027, 1, 5), date(2027, 2, 5))
        collected = active.collect(on=days[0]).collect(on=days[1]).collect(on=days[0])

        assert (collected.first_collected_on, collected.last_collected_on) == days

    def test_is_taken_back_or_replaced_once(self) -> None:
        revoked, replaced = SIGNED.revoke(on=TODAY), SIGNED.replace(on=TODAY)

        assert revoked.state_on(TODAY) is MandateState.REVOKED
        assert replaced.state_on(TODAY) is MandateState.REPLACED
        for ended in (revoked, replaced):
            with pytest.raises(MandateEnded):
                ended.activate(on=TODAY)

    def test_shows_its_account_to_nobody(self) -> None:
        assert IBAN not in repr(SIGNED)
        assert "Marchal" not in repr(SIGNED)


class TestMandateReference:
    def test_holds_the_contract_and_the_day(self) -> None:
        made = MandateReference.made_of(
            ContractNumber("12345678901234"), on=TODAY, salt="7k3qabcdefgh"
        )

        assert str(made) == "12345678901234-20261123-7K3QABCD"
        assert len(made.text) <= 35

    @pytest.mark.parametrize("text", ["", "-A", "A B", "A" * 36, "É"])
    def test_is_one_that_banks_take(self, text: str) -> None:
        with pytest.raises(InvalidMandateReference):
            MandateReference.parse(text)
