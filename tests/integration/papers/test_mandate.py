import attrs

from siegvo.adapters.papers.typst_papers import TypstPapers
from siegvo.application.ports.papers import MandatePaper
from tests.support.builders.papers import a_consent, a_mandate_paper
from tests.support.pdfs import ReadPdf


def mandated(paper: MandatePaper) -> str:
    return ReadPdf(TypstPapers().mandate(paper)).text


class TestAMandate:
    def test_says_all_that_one_must(self) -> None:
        text = mandated(a_mandate_paper())

        for words in (
            "Mandat de prélèvement SEPA Référence unique du mandat (RUM) : SIEGVO-2026-000123",
            "vous autorisez votre banque à débiter votre compte",
            "dans les 8 semaines",
            "Titulaire du compte Mme Odile Marchal Adresse 12 rue des Prés 57130 GRAVELOTTE",
            "IBAN FR76 XXXX XXXX XXXX XXXX XXXX 123 BIC AGRIFRPP",
            "Identifiant créancier SEPA (ICS) FR12ZZZ123456",
            "17 Route de Metz 57865 AMANVILLERS, France",
            "Paiement récurrent",
            "au moins 14 jours avant",
            "36 mois",
        ):
            assert words in text

    def test_leaves_room_to_sign_by_hand(self) -> None:
        assert "Fait à Le Signature" in mandated(a_mandate_paper())

    def test_shows_how_it_was_signed_on_line(self) -> None:
        text = mandated(a_mandate_paper(consent=a_consent()))

        assert (
            "Signé en ligne Le 23/11/2026 à 10h12 Avec le compte odile.marchal@exemple.fr "
            "Depuis l’adresse 192.0.2.7 Texte accepté version 2026-11"
        ) in text
        assert "Fait à" not in text

    def test_names_the_contracts_it_is_for(self) -> None:
        assert "du contrat 100214881" in mandated(a_mandate_paper())
        assert "des contrats 100214881, 100214882 et 100214883" in mandated(
            a_mandate_paper(contracts=3)
        )

    def test_never_shows_an_iban_when_it_is_only_looked_at(self) -> None:
        assert "FR76" not in repr(a_mandate_paper())

    def test_says_so_when_another_account_signed_it(self) -> None:
        consent = attrs.evolve(a_consent(), signed_as="")

        text = mandated(a_mandate_paper(consent=consent))

        assert "Avec le compte un autre compte qui suit ce contrat Depuis" in text
