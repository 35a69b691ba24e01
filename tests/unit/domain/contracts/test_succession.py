from datetime import date

import attrs
import pytest

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.succession import (
    ContractTakenOver,
    Succession,
    TenureOutOfOrder,
    succeed,
)
from tests.support.builders.contracts import a_tenure


class TestWhoHoldsAContract:
    def test_is_at_first_whoever_the_billing_system_says(self) -> None:
        told = a_tenure()

        assert succeed([], told) == Succession(current=told)

    def test_stays_the_same_while_only_facts_change(self) -> None:
        known = a_tenure(since="2020-01-01")
        told = attrs.evolve(known, payment_mode=PaymentMode.MONTHLY)

        assert succeed([known], told) == Succession(current=told, replaced=known)

    @pytest.mark.parametrize("since", ["2019-05-01", "2021-05-01"])
    def test_stays_the_same_when_the_beginning_is_corrected(self, since: str) -> None:
        known, told = a_tenure(since="2020-01-01"), a_tenure(since=since)

        assert succeed([known], told) == Succession(current=told, replaced=known)

    def test_is_somebody_else_from_the_day_they_begin(self) -> None:
        known = a_tenure(payer="R0001", since="2020-01-01")
        told = a_tenure(payer="R0002", since="2024-06-15")

        assert succeed([known], told) == Succession(
            current=told,
            cut=known,
            shortened=a_tenure(payer="R0001", since="2020-01-01", until="2024-06-14"),
        )

    def test_was_the_one_before_until_they_left_even_long_ago(self) -> None:
        known = a_tenure(payer="R0001", since="2020-01-01", until="2023-03-31")
        told = a_tenure(payer="R0002", since="2024-06-15")

        assert succeed([known], told) == Succession(current=told)

    def test_was_the_one_before_not_longer_than_until_the_next(self) -> None:
        known = a_tenure(payer="R0001", since="2020-01-01", until="2024-12-31")
        told = a_tenure(payer="R0002", since="2024-06-15")

        assert succeed([known], told).shortened == a_tenure(
            payer="R0001", since="2020-01-01", until="2024-06-14"
        )

    def test_begins_anew_when_the_same_payer_comes_back(self) -> None:
        known = a_tenure(since="2010-01-01", until="2015-12-31")
        told = a_tenure(since="2020-01-01")

        assert succeed([known], told) == Succession(current=told)

    def test_is_corrected_when_another_payer_began_on_the_same_day(self) -> None:
        known = a_tenure(payer="R0001", since="2020-01-01")
        told = a_tenure(payer="R0002", since="2020-01-01")

        assert succeed([known], told) == Succession(current=told, replaced=known)

    def test_pushes_the_one_before_back_when_their_beginning_is_corrected(self) -> None:
        first = a_tenure(payer="R0001", since="2010-01-01", until="2019-12-31")
        known = a_tenure(payer="R0002", since="2020-01-01")
        told = a_tenure(payer="R0002", since="2019-07-01")

        assert succeed([first, known], told) == Succession(
            current=told,
            replaced=known,
            cut=first,
            shortened=a_tenure(payer="R0001", since="2010-01-01", until="2019-06-30"),
        )

    def test_cannot_be_told_by_a_file_older_than_what_is_known(self) -> None:
        first = a_tenure(payer="R0001", since="2010-01-01", until="2019-12-31")
        known = a_tenure(payer="R0002", since="2020-01-01")

        with pytest.raises(ContractTakenOver) as refusal:
            succeed([first, known], a_tenure(payer="R0001", since="2010-01-01"))

        assert refusal.value.payer == known.payer
        assert refusal.value.since == date(2020, 1, 1)

    @pytest.mark.parametrize("since", ["2010-01-01", "2009-01-01"])
    def test_cannot_begin_before_the_one_before_did(self, since: str) -> None:
        first = a_tenure(payer="R0001", since="2010-01-01", until="2019-12-31")
        known = a_tenure(payer="R0002", since="2020-01-01")

        with pytest.raises(TenureOutOfOrder):
            succeed([first, known], a_tenure(payer="R0002", since=since))
