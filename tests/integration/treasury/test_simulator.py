"""The client and the simulator, over HTTP."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from urllib.request import urlopen

import attrs
import pytest

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.domain.billing.treasury_answer import (
    NotKnownYet,
    Transaction,
    TreasuryResult,
    UnknownOperation,
)
from siegvo.domain.kernel.money import Money
from siegvo.entrypoints.simulator.operation import Incident, Outcome
from siegvo.entrypoints.simulator.running import Simulator
from tests.support.builders.treasury import AMOUNT, REFERENCE, an_order
from tests.support.outside import StoppedClock


class TestOpening:
    def test_leads_to_a_page_of_the_treasury(self, payfip: PayFip, simulator: Simulator) -> None:
        opened = payfip.open(an_order())

        assert opened.page_url == f"{simulator.at}/tpa/paiementws.web?idop={opened.idop}"
        assert opened.page_url.startswith(f"{payfip.page_origin}/")
        with urlopen(opened.page_url) as answer:  # noqa: S310 (the simulator)
            assert "146,91\u00a0€" in answer.read().decode()

    def test_tells_the_service_everything(self, payfip: PayFip, simulator: Simulator) -> None:
        payfip.open(an_order(subject="Été & hiver"))

        [operation] = simulator.operations.all()
        assert operation.fields == {
            "exer": "2026",
            "mel": "odile.marchal@exemple.fr",
            "montant": "14691",
            "numcli": "090909",
            "objet": "Ete hiver",
            "refdet": REFERENCE,
            "saisie": "T",
            "urlnotif": "https://abonnes.exemple.fr/paiements/notification",
            "urlredirect": "https://abonnes.exemple.fr/paiements/P1/retour",
        }

    def test_twice_makes_two_operations(self, payfip: PayFip) -> None:
        assert payfip.open(an_order()).idop != payfip.open(an_order()).idop

    def test_for_a_client_it_does_not_know_is_refused(self, payfip: PayFip) -> None:
        with pytest.raises(TreasuryRefused) as refusal:
            attrs.evolve(payfip, client="123456").open(an_order())

        assert refusal.value.code == "T2"


class TestLookingUp:
    def test_learns_nothing_before_the_payer_has_finished(self, payfip: PayFip) -> None:
        assert payfip.look_up(payfip.open(an_order()).idop) == NotKnownYet()

    @pytest.mark.parametrize(
        ("outcome", "result"),
        [
            (Outcome.CARD, TreasuryResult.PAID_BY_CARD),
            (Outcome.DEBIT, TreasuryResult.PAID_BY_DEBIT),
            (Outcome.CARD_REFUSED, TreasuryResult.CARD_REFUSED),
            (Outcome.DEBIT_REFUSED, TreasuryResult.DEBIT_REFUSED),
            (Outcome.ABANDONED, TreasuryResult.ABANDONED),
        ],
    )
    def test_tells_how_it_ended(
        self, payfip: PayFip, simulator: Simulator, outcome: Outcome, result: TreasuryResult
    ) -> None:
        idop = payfip.open(an_order()).idop
        simulator.operations.end(idop, outcome)

        assert payfip.look_up(idop) == Transaction(
            idop=idop,
            reference=REFERENCE,
            fiscal_year=2026,
            amount=AMOUNT,
            client="090909",
            result=result,
            at=datetime(2026, 11, 23, 11, tzinfo=UTC),
            mode="T",
        )

    @pytest.mark.parametrize("idop", ["", "nowhere", "a&b", "<x/>", "x" * 1000])
    def test_knows_no_other_operation(self, payfip: PayFip, idop: str) -> None:
        assert payfip.look_up(idop) == UnknownOperation()

    def test_still_waits_at_the_end_of_the_day(self, payfip: PayFip, clock: StoppedClock) -> None:
        idop = payfip.open(an_order()).idop
        clock.advance(timedelta(hours=11))

        assert payfip.look_up(idop) == NotKnownYet()

    def test_finds_nothing_left_after_the_night(self, payfip: PayFip, clock: StoppedClock) -> None:
        idop = payfip.open(an_order()).idop
        clock.advance(timedelta(hours=13))

        assert payfip.look_up(idop) == UnknownOperation()

    def test_is_repeated_at_will(self, payfip: PayFip, simulator: Simulator) -> None:
        idop = payfip.open(an_order()).idop
        simulator.operations.end(idop, Outcome.CARD)

        assert payfip.look_up(idop) == payfip.look_up(idop)


class TestAnIncident:
    def test_may_change_the_amount(self, payfip: PayFip, simulator: Simulator) -> None:
        idop = payfip.open(an_order()).idop
        simulator.operations.end(idop, Outcome.CARD, Incident.WRONG_AMOUNT)

        found = payfip.look_up(idop)

        assert isinstance(found, Transaction)
        assert found.amount == Money(14791)

    def test_may_change_the_reference(self, payfip: PayFip, simulator: Simulator) -> None:
        idop = payfip.open(an_order(reference="F" * 30)).idop
        simulator.operations.end(idop, Outcome.CARD, Incident.WRONG_REFERENCE)

        found = payfip.look_up(idop)

        assert isinstance(found, Transaction)
        assert found.reference == "AUTRE" + "F" * 25

    def test_may_make_an_operation_disappear(self, payfip: PayFip, simulator: Simulator) -> None:
        idop = payfip.open(an_order()).idop
        simulator.operations.end(idop, Outcome.CARD, Incident.EXPIRY)

        assert payfip.look_up(idop) == UnknownOperation()

    def test_may_silence_the_service_for_two_minutes(
        self, payfip: PayFip, simulator: Simulator, clock: StoppedClock
    ) -> None:
        idop = payfip.open(an_order()).idop
        simulator.operations.end(idop, Outcome.CARD, Incident.SILENCE)

        with pytest.raises(TreasuryUnavailable, match="out of order"):
            payfip.look_up(idop)
        clock.advance(timedelta(minutes=2))

        assert isinstance(payfip.look_up(idop), Transaction)

    def test_may_silence_all_of_it(self, payfip: PayFip, simulator: Simulator) -> None:
        simulator.operations.is_silent = True

        with pytest.raises(TreasuryUnavailable):
            payfip.open(an_order())
        with pytest.raises(TreasuryUnavailable):
            payfip.describe()


class TestTheClient:
    def test_is_known_by_its_names(self, payfip: PayFip) -> None:
        assert payfip.describe().names == ("SYNDICAT DES EAUX", "EAU POTABLE", "SIMULATION")

    def test_may_be_unknown(self, payfip: PayFip) -> None:
        with pytest.raises(TreasuryRefused) as refusal:
            attrs.evolve(payfip, client="123456").describe()

        assert refusal.value.code == "T2"

    def test_stops_asking_a_service_that_is_out_of_order(
        self, payfip: PayFip, simulator: Simulator, clock: StoppedClock
    ) -> None:
        simulator.operations.is_silent = True
        for _ in range(5):
            with pytest.raises(TreasuryUnavailable, match="out of order"):
                payfip.describe()
        simulator.operations.is_silent = False

        with pytest.raises(TreasuryUnavailable, match="left alone"):
            payfip.describe()
        clock.advance(timedelta(minutes=1))

        assert payfip.describe().names

    def test_speaks_below_whatever_the_address_ends_with(
        self, simulator: Simulator, clock: StoppedClock
    ) -> None:
        payfip = PayFip.at(f"{simulator.at}/", client="090909", mode="T", clock=clock)

        assert urlsplit(payfip.open(an_order()).page_url).path == "/tpa/paiementws.web"
        assert payfip.page_origin == simulator.at
