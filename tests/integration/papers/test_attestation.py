from datetime import date

from siegvo.adapters.papers.typst_papers import TypstPapers
from tests.support.builders.papers import an_attestation_paper
from tests.support.pdfs import ReadPdf


class TestAnAttestation:
    def test_says_who_where_since_when_and_how_to_check_it(self) -> None:
        text = ReadPdf(TypstPapers().attestation(an_attestation_paper())).text

        for words in (
            "(SIEGVO) atteste que Mme Odile Marchal est titulaire d’un abonnement",
            "Lieu desservi 3 ruelle de la Fontaine 57130 GRAVELOTTE",
            "Contrat 100214881 Depuis le 04/03/2019",
            "Fait à AMANVILLERS, le 23/11/2026.",
            "sur https://abonnes.exemple.fr/verification, jusqu’au 23/02/2027 :",
            "100214881-2EP-K7QM-2XHD-9RTB-4WNE",
        ):
            assert words in text

    def test_says_from_when_to_when_once_the_contract_has_ended(self) -> None:
        paper = an_attestation_paper(until=date(2024, 5, 31))

        text = ReadPdf(TypstPapers().attestation(paper)).text

        assert "a été titulaire d’un abonnement" in text
        assert "Du 04/03/2019 Au 31/05/2024" in text
        assert "en cours" not in text

    def test_says_nothing_of_money_or_water(self) -> None:
        text = ReadPdf(TypstPapers().attestation(an_attestation_paper())).text

        for sign in ("€", "m³", "IBAN", "odile"):
            assert sign not in text
