from datetime import date

import attrs
import pytest

from siegvo.adapters.papers.typst_papers import TypstPapers
from siegvo.application.ports.papers import InvoicePaper
from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.invoice_line import Heading
from siegvo.domain.billing.situation import Standing
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import a_collection
from tests.support.builders.papers import an_invoice_paper, paper_invoice, paper_lines
from tests.support.pdfs import ReadPdf

_WHOLE = (
    "SIEGVO Syndicat Intercommunal des Eaux de Gravelotte et de la Vallée de l’Orne "
    "Service Facturation 17 Route de Metz, 57865 AMANVILLERS "
    "Tél. 03 87 53 40 43 (choix 1) facturation@siegvo.com "
    "Accueil du lundi au vendredi de 7h30 à 17h00 Urgences dépannage 24h/24 : 03 87 53 40 43 "
    "Mme Odile Marchal 12 rue des Prés 57130 GRAVELOTTE "
    "Facture n° 2026-EA-0018342 "
    "Copie établie par le portail d’après les données du service de facturation, le 23/11/2026. "
    "Elle ne remplace pas l’original. "
    "Reste à payer au 17/11/2026 169,10 € À payer avant le 12/12/2026 "
    "Contrat 100214881 Lieu desservi 3 ruelle de la Fontaine, 57130 GRAVELOTTE "
    "Émise le 12/11/2026 Période du 10/06/2026 au 10/10/2026 "
    "Compteur G16MA001234 de 1 204 à 1 242 (relevé par un agent) Volume facturé 38 m³ "
    "Référence de paiement EA20260018342 "
    "Détail Libellé Quantité Prix unitaire HT TVA Montant HT "
    "Distribution de l’eau "
    "Abonnement compteur 1 forfait 16,3300 € 5,5 % 16,33 € "
    "Consommation d’eau potable 38 m³ 1,4210 € 5,5 % 54,00 € "
    "Collecte et traitement des eaux usées "
    "Redevance d’assainissement collectif 38 m³ 1,8800 € 10 % 71,44 € "
    "Organismes publics "
    "Consommation eau potable (agence de l’eau) 38 m³ 0,3900 € 5,5 % 14,82 € "
    "Performance des réseaux d’eau potable (agence de l’eau) 38 m³ 0,0170 € 5,5 % 0,65 € "
    "Total HT 157,24 € TVA 5,5 % sur 85,80 € 4,72 € TVA 10 % sur 71,44 € 7,14 € "
    "Total TTC 169,10 € "
    "Prix du litre d’eau, hors abonnement : 0,00400 € TTC . Abonnement : 17,23 € TTC. "
    "Comment payer "
    "• En ligne, par carte bancaire ou prélèvement unique : sur votre espace abonné, "
    "rubrique « Factures ». "
    "• Autrement : par les moyens indiqués sur la facture d’origine, "
    "en rappelant la référence EA20260018342 . "
    "• Une difficulté pour payer ? "
    "Appelez le service avant l’échéance, au 03 87 53 40 43 (choix 1). "
    "Syndicat Intercommunal des Eaux de Gravelotte et de la Vallée de l’Orne – "
    "SIREN 200 078 814 – TVA FR66200078814 "
    "17 Route de Metz, 57865 AMANVILLERS – www.siegvo.com Page 1 sur 1"
)


def copied(paper: InvoicePaper) -> ReadPdf:
    return ReadPdf(TypstPapers().invoice_copy(paper))


def an_invoice(**facts: object) -> Invoice:
    return attrs.evolve(paper_invoice(), **facts)  # type: ignore[arg-type]  # whichever a test is about


class TestTheCopyOfAnInvoice:
    def test_says_what_the_billing_system_told_and_nothing_else(self) -> None:
        text = copied(an_invoice_paper()).text

        assert text == _WHOLE

    def test_is_named_after_the_invoice_and_nobody(self) -> None:
        copy = copied(an_invoice_paper())

        assert copy.title == "Facture n°\u00a02026-EA-0018342 – SIEGVO"
        assert "Marchal" not in copy.claims

    @pytest.mark.parametrize(
        ("kind", "word"),
        [
            (InvoiceKind.INVOICE, "Facture n°"),
            (InvoiceKind.INTERIM, "Facture d’acompte n°"),
            (InvoiceKind.CREDIT_NOTE, "Avoir n°"),
        ],
    )
    def test_says_of_which_kind_it_is(self, kind: InvoiceKind, word: str) -> None:
        assert copied(an_invoice_paper(invoice=an_invoice(kind=kind))).title.startswith(word)

    @pytest.mark.parametrize("left_out", list(Heading))
    def test_leaves_an_empty_heading_out(self, left_out: Heading) -> None:
        words = {
            Heading.WATER: "Distribution de l’eau",
            Heading.SANITATION: "Collecte et traitement des eaux usées",
            Heading.PUBLIC_BODIES: "Organismes publics",
        }
        lines = [line for line in paper_lines() if line.heading is not left_out]

        text = copied(an_invoice_paper(lines=lines)).text

        assert [word for word in words.values() if word not in text] == [words[left_out]]

    def test_keeps_the_order_of_the_law_whatever_that_of_the_lines(self) -> None:
        copy = copied(an_invoice_paper(lines=paper_lines()[::-1]))

        assert copy.text == copied(an_invoice_paper()).text

    def test_says_when_the_lines_are_not_known(self) -> None:
        copy = copied(an_invoice_paper(lines=[]))

        assert "n’a pas transmis le détail" in copy.text
        assert "Table" not in copy.tags
        assert "Prix du litre" not in copy.text

    def test_shows_all_the_tax_at_once_when_its_shares_do_not_add_up(self) -> None:
        invoice = an_invoice(vat=Money(1_190), net=Money(15_720))

        text = copied(an_invoice_paper(invoice=invoice)).text

        assert "Total HT 157,20 € TVA 11,90 € Total TTC 169,10 €" in text

    @pytest.mark.parametrize("count", range(10, 26))
    def test_keeps_a_heading_with_its_first_line(self, count: int) -> None:
        water, *_, levy = paper_lines()
        lines = [attrs.evolve(water, rank=rank, label=f"Ligne {rank}") for rank in range(count)]
        last = attrs.evolve(levy, rank=count, label="La première")

        pages = copied(an_invoice_paper(lines=[*lines, last])).text_by_page

        assert any("Organismes publics La première" in page for page in pages)

    def test_says_nothing_of_what_is_not_known(self) -> None:
        invoice = an_invoice(net=None, vat=None, volume_m3=None, treasury_reference=None)

        text = copied(an_invoice_paper(invoice=invoice, is_payable_online=False)).text

        for words in ("Total HT", "Volume", "Référence", "référence", "En ligne", "None", "none"):
            assert words not in text

    def test_repeats_the_heads_of_its_columns_on_each_page(self) -> None:
        lines = [attrs.evolve(line, rank=rank) for rank, line in enumerate(paper_lines() * 14)]

        copy = copied(an_invoice_paper(lines=lines))

        assert copy.pages == 3
        assert copy.text.count("Prix unitaire HT") == 3
        assert copy.text.count("suite") == 2
        assert "Page 3 sur 3" in copy.text
        assert copy.tags.count("TH") == 5


class TestTheStandingOfACopiedInvoice:
    @pytest.mark.parametrize("standing", list(Standing))
    def test_is_always_said(self, standing: Standing) -> None:
        paper = an_invoice_paper(invoice=an_invoice(debit_on=date(2026, 12, 8)))
        situation = attrs.evolve(paper.situation, standing=standing)

        assert "Marchal" in copied(attrs.evolve(paper, situation=situation)).text

    def test_is_paid_once_collections_cover_it(self) -> None:
        collection = a_collection(16_910, on="2026-11-20", means=Means.CARD)

        text = copied(an_invoice_paper(collections=[collection])).text

        assert "Reste à payer au 20/11/2026 0,00 € Payée le 20/11/2026" in text
        assert "Comment payer" not in text

    def test_tells_the_day_of_a_direct_debit_and_asks_for_nothing(self) -> None:
        invoice = an_invoice(debit_on=date(2026, 12, 8))

        text = copied(an_invoice_paper(invoice=invoice)).text

        assert "Sera prélevée le 08/12/2026" in text
        assert "Vous n’avez rien à faire" in text
        assert "En ligne" not in text

    def test_tells_what_is_left_of_one_partly_paid(self) -> None:
        invoice = an_invoice(balance=Balance(amount=Money(5_000), as_of=date(2026, 11, 17)))

        text = copied(an_invoice_paper(invoice=invoice)).text

        assert "50,00 € Partiellement payée ; le reste est à payer avant le 12/12/2026" in text

    def test_warns_not_to_pay_one_that_was_cancelled(self) -> None:
        text = copied(an_invoice_paper(invoice=an_invoice(is_cancelled=True))).text

        assert "Annulée : ne la payez pas" in text
        assert "Reste à payer" not in text

    def test_calls_a_credit_note_what_it_is(self) -> None:
        invoice = an_invoice(
            kind=InvoiceKind.CREDIT_NOTE,
            total=Money(-3_120),
            volume_m3=-1_300,
            balance=Balance(amount=Money(-3_120), as_of=date(2026, 11, 17)),
        )

        text = copied(an_invoice_paper(invoice=invoice, lines=[])).text

        assert "Volume facturé \u22121 300 m³" in text
        assert "Montant TTC \u2212 31,20 € Montant en votre faveur" in text
        assert "Vous n’avez rien à payer" in text
