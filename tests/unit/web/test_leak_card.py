"""What a page says of an abnormal consumption."""

import attrs
import pytest

from siegvo.domain.metering.leak import Basis
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.requests.cap_claim import CapWay
from siegvo.entrypoints.web.metering.leak_card import LeakCard, leak_cards
from tests.support.builders.leaks import a_claim, a_notice, an_abnormal_consumption
from tests.support.meters import day

CERTIFICATE = "/demarches/nouvelle/fuite?contrat=100214873&pour=attestation"
METER_TEST = "/demarches/nouvelle/fuite?contrat=100214873&pour=compteur"


def shown(notice: LeakNotice, *, on: str = "2026-11-23") -> LeakCard:
    (card,) = leak_cards([notice], today=day(on))
    return card


def words(card: LeakCard) -> str:
    return " ".join(str(each) for each in attrs.astuple(card)).replace("\u00a0", " ")


class TestANotice:
    def test_says_what_was_found_and_when_it_was_told(self) -> None:
        card = shown(a_notice())

        assert card.what.replace("\u00a0", " ") == (
            "Du 10/05/2026 au 09/11/2026, le compteur H25LA004127 a compté 260 m³ : c’est plus du"
            " double de la moyenne. Nous vous en avons informé le 23/11/2026."
        )
        assert card.is_warm

    def test_says_until_when_and_how(self) -> None:
        card = shown(a_notice())

        assert "au plus tard le 23/12/2026" in card.standing
        assert [way.href for way in card.ways] == [CERTIFICATE, METER_TEST]
        assert "Fermez tous les robinets" in card.look

    def test_says_where_the_bill_stops_with_both_figures(self) -> None:
        text = words(shown(a_notice()))

        assert "Votre moyenne des trois dernières années est de 56 m³" in text
        assert "l’eau est facturée jusqu’à 113 m³ (le double de la moyenne)" in text
        assert "l’assainissement jusqu’à 56 m³ (la moyenne)" in text

    def test_names_comparable_homes(self) -> None:
        found = an_abnormal_consumption(basis=Basis.COMPARABLE)

        assert "Des logements comparables consomment en moyenne" in shown(a_notice(found)).mean

    def test_tells_no_figure_of_predecessors(self) -> None:
        text = words(shown(a_notice(an_abnormal_consumption(basis=Basis.DWELLING))))

        assert "elle n’est pas montrée" in text
        assert "jusqu’au double de la moyenne, l’assainissement jusqu’à la moyenne" in text
        assert "56" not in text
        assert "113" not in text

    def test_that_was_posted_has_a_delay_of_its_own(self) -> None:
        card = shown(a_notice(by_mail=False))

        assert "dans le mois qui suit ce courrier" in card.standing
        assert len(card.ways) == 2

    def test_says_when_it_is_too_late(self) -> None:
        card = shown(a_notice(), on="2026-12-24")

        assert "est passé depuis le 23/12/2026" in card.standing
        assert card.ways == ()
        assert not card.is_warm

    def test_goes_after_half_a_year(self) -> None:
        assert leak_cards([a_notice()], today=day("2027-05-23")) == ()


class TestAnAnswer:
    def test_turns_it_into_a_certificate_received(self) -> None:
        card = shown(a_notice(claim=a_claim()))

        assert card.standing.startswith("Attestation reçue le 01/12/2026.")
        assert (card.request, card.request_href) == ("D-2026-000123", "/demarches/D-2026-000123")
        assert (card.ways, card.look, card.is_warm) == ((), "", False)

    @pytest.mark.parametrize(("on", "left"), [("2026-12-23", [CERTIFICATE]), ("2026-12-24", [])])
    def test_by_a_test_of_the_meter_leaves_the_certificate(self, on: str, left: list[str]) -> None:
        card = shown(a_notice(claim=a_claim(CapWay.METER_TEST)), on=on)

        assert card.standing.startswith("Vérification du compteur demandée le 01/12/2026.")
        assert [way.href for way in card.ways] == left
