"""What every implementation of `Intake` promises."""

from datetime import date

import attrs
import pytest

from siegvo.application.repositories.intake import ContractChange, KnownTenure
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.succession import Succession, succeed
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import SERIAL, a_reading, showing
from tests.support.store import Store


class TestContracts:
    def test_are_unknown_at_first(self, store: Store) -> None:
        with store.look() as readers:
            assert not readers.intake.contracts.histories({CONTRACT})
            assert not readers.intake.contracts.payers({MARCHAL})
            assert not readers.intake.contracts.histories(set())

    def test_come_back_as_they_were_kept(self, store: Store) -> None:
        payer = attrs.evolve(a_payer(), email="odile@exemple.fr", siret="12345678901234")
        tenure = attrs.evolve(a_tenure(), occupant="Wassim", masked_iban="FR76 XXXX 123")
        change = ContractChange(succession=Succession(current=tenure), key_hash="a hash")
        with store.begin() as work:
            work.intake.contracts.keep_payers([payer])
            work.intake.contracts.keep([change])

        with store.look() as readers:
            histories = readers.intake.contracts.histories({CONTRACT, ContractNumber("9999")})
            payers = readers.intake.contracts.payers({MARCHAL, PayerCode("NOBODY")})
        assert dict(histories) == {CONTRACT: [KnownTenure(tenure, "a hash")]}
        assert payers == {MARCHAL: payer}

    def test_and_payers_are_brought_up_to_date(self, store: Store) -> None:
        store.know(a_payer(), a_tenure(since="2020-01-01"), key_hash="a hash")
        moved = a_tenure(since="2019-06-01", street="13 rue des Prés")
        renamed = a_payer(name="Mme Odile Weber")
        succession = succeed([a_tenure(since="2020-01-01")], moved)
        with store.begin() as work:
            work.intake.contracts.keep_payers([renamed])
            work.intake.contracts.keep(
                [ContractChange(succession=succession, key_hash="another hash")]
            )

        with store.look() as readers:
            histories = readers.intake.contracts.histories({CONTRACT})
            assert readers.intake.contracts.payers({MARCHAL}) == {MARCHAL: renamed}
        assert list(histories[CONTRACT]) == [KnownTenure(moved, "another hash")]

    def test_pass_from_one_payer_to_the_next(self, store: Store) -> None:
        store.know(a_tenure(payer="R0001", since="2020-01-01"), key_hash="hers")
        store.know(a_payer("R0002"))
        told = a_tenure(payer="R0002", since="2024-06-15")
        succession = succeed([a_tenure(payer="R0001", since="2020-01-01")], told)
        with store.begin() as work:
            work.intake.contracts.keep([ContractChange(succession=succession, key_hash="his")])

        with store.look() as readers:
            histories = readers.intake.contracts.histories({CONTRACT})
        assert list(histories[CONTRACT]) == [
            KnownTenure(a_tenure(payer="R0001", since="2020-01-01", until="2024-06-14"), "hers"),
            KnownTenure(told, "his"),
        ]

    def test_keep_the_keys_that_were_taken_back(self, store: Store) -> None:
        store.know(a_payer(), a_tenure(), key_hash="old")
        succession = succeed([a_tenure()], a_tenure())
        change = ContractChange(
            succession=succession, key_hash="new", key_bits=27, retired=("old", "older")
        )
        with store.begin() as work:
            work.intake.contracts.keep([change])

        with store.look() as readers:
            (known,) = readers.intake.contracts.histories({CONTRACT})[CONTRACT]
        assert known == KnownTenure(a_tenure(), "new", 27, ("old", "older"))

    def test_are_counted_and_their_holders_known(self, store: Store) -> None:
        store.know(a_tenure(payer="R0001", since="2020-01-01", until="2024-06-14"))
        store.know(a_tenure(payer="R0002", since="2024-06-15"), a_tenure("4001", payer="R0001"))

        with store.look() as readers:
            contracts = readers.intake.contracts
            assert contracts.count() == 2
            assert contracts.holders({CONTRACT, ContractNumber("9999")}) == {
                CONTRACT: (PayerCode("R0002"), date(2024, 6, 15))
            }
            assert contracts.holders(set()) == {}


class TestMeters:
    def test_come_back_as_they_were_kept_without_readings(self, store: Store) -> None:
        store.know(a_tenure())
        meter = attrs.evolve(
            a_meter_on(removed=showing(900, "2025-05-05")),
            diameter_mm=15,
            make="Itron",
            year=2015,
            is_remote_read=True,
        )
        with store.begin() as work:
            work.intake.meters.keep([meter])

        with store.look() as readers:
            assert readers.intake.meters.meters({SERIAL, "OTHER"}) == {SERIAL: meter}
            assert not readers.intake.meters.meters(set())

    def test_keep_their_readings_when_they_are_brought_up_to_date(self, store: Store) -> None:
        reading = a_reading(1200, on="2026-06-10")
        store.know(a_tenure(), a_meter_on(CONTRACT.digits, reading))
        removed = a_meter_on(removed=showing(1250, "2026-07-01"))
        with store.begin() as work:
            work.intake.meters.keep([removed])

        with store.look() as readers:
            (meter,) = readers.meters.serving(CONTRACT)
        assert meter == attrs.evolve(removed, readings=(reading,))

    def test_stand_under_contracts_that_are_known(self, store: Store) -> None:
        store.know(a_tenure())

        with store.look() as readers:
            known = readers.intake.meters.contracts({CONTRACT, ContractNumber("9999")})
        assert set(known) == {CONTRACT}


class TestReadingsThatMayBeShown:
    @pytest.fixture(autouse=True)
    def _network(self, store: Store) -> None:
        shown = a_reading(1247, on="2026-11-20")
        store.know(a_tenure(), a_meter_on(CONTRACT.digits, shown), a_meter_on(serial="GARDEN"))
        with store.begin() as work:
            work.accounts.add(an_account(ALICE))

    def test_share_their_meter_and_either_the_day_or_the_index(self, store: Store) -> None:
        with store.begin() as work:
            for sent in (
                a_sent_reading(1, index=1, on="2026-11-20"),
                a_sent_reading(2, index=1247, on="2026-11-01"),
                a_sent_reading(3, index=1, on="2026-11-21"),
                a_sent_reading(4, index=1247, on="2026-11-20", serial="GARDEN"),
            ):
                work.requests.add(a_request(sent.reference.rank))
                work.sent_readings.add(sent)

        assert self._ranks(store) == [1, 2]
        with store.look() as readers:
            (first, _) = readers.intake.readings.maybe_shown(beyond=None)
        assert first.sent == a_sent_reading(1, index=1, on="2026-11-20")
        assert first.reading.taken_on == date(2026, 11, 20)

    def test_wait_for_the_billing_system(self, store: Store) -> None:
        with store.begin() as work:
            for sent in (
                a_sent_reading(1, on="2026-11-20", review=Review.AWAITED),
                a_sent_reading(2, on="2026-11-20", review=Review.REFUSED),
                a_sent_reading(3, on="2026-11-20", review=Review.REPLACED),
                a_sent_reading(4, on="2026-11-20", seen_at=NOON),
                a_sent_reading(5, on="2026-11-20", exported_at=NOON),
            ):
                work.requests.add(a_request(sent.reference.rank))
                work.sent_readings.add(sent)
            done = a_request(6).become(RequestState.DONE, at=NOON)
            work.requests.add(done)
            work.sent_readings.add(a_sent_reading(6, on="2026-11-20"))

        assert self._ranks(store) == [1, 5]
        assert self._ranks(store, beyond=1) == [5]
        assert self._ranks(store, beyond=5) == []

    @staticmethod
    def _ranks(store: Store, *, beyond: int | None = None) -> list[int]:
        after = a_request(beyond).reference if beyond else None
        with store.look() as readers:
            found = readers.intake.readings.maybe_shown(beyond=after)
        return [each.sent.reference.rank for each in found]
