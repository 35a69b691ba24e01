"""A subscriber looks at their invoices; every figure can be worked out from the sample files."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.later_files import a_collection_row, a_contract_row, an_invoice_row
from tests.support.sample_portal import PASSWORD, SamplePortal

FERREIRA, GOETZ, SYNDIC = "100200423", "100200331", "100200714"
LAST = "2026-EA-0000489"
NOTICE = "Le portail abonné n’a pas de lien avec les services de la trésorerie"


@pytest.fixture
def ferreira(service: SamplePortal) -> Browser:
    """Give the browser of who took contract 100200423 over in May 2024, and has eight invoices."""
    return service.subscriber(FERREIRA)


class TestTheList:
    def test_begins_with_the_last_invoice(self, ferreira: Browser) -> None:
        page = ferreira.open("/factures")

        assert page.heading == "Factures"
        assert "Dernière facture 189,07 € Échéance dépassée" in page
        assert "2026-EA-0000489 du 22/10/2026, pour 43 m³ du 10/06/2026 au 10/10/2026." in page
        assert "Situation au 17/11/2026, d’après le service de facturation." in page
        assert "Payer 189,07 € en ligne" in page

    def test_goes_on_with_the_newest(self, ferreira: Browser) -> None:
        rows = ferreira.open("/factures").rows()

        assert rows[0] == (
            "2026-EA-0000488 22/06/2026 10/02 au 10/06/2026 173,09 € Payée le 03/07/2026"
        )
        assert rows[1] == (
            "2026-EA-0000487 22/02/2026 10/10/2025 au 10/02/2026 209,06 €"
            " Partiellement payée reste 104,53 €"
        )
        assert rows[-1].startswith("2024-EA-0000482 22/06/2024 11/02 au 10/06/2024")
        assert len(rows) == 7

    def test_leaves_out_what_a_predecessor_was_charged(self, ferreira: Browser) -> None:
        assert "2023-EA" not in ferreira.open("/factures?contrat=tous")

    def test_recalls_that_the_treasury_may_know_more(self, service: SamplePortal) -> None:
        browser = service.subscriber(FERREIRA)
        assert NOTICE in browser.open("/factures")

        service.receive(
            collections=[
                a_collection_row(LAST, on="2026-11-20", amount="189,07"),
                a_collection_row("2026-EA-0000487", on="2026-11-20", amount="104,53"),
            ]
        )

        page = browser.open("/factures")
        assert NOTICE not in page
        assert "189,07 € Payée le 20/11/2026" in page
        assert "Payer" not in page

    def test_may_be_narrowed(self, ferreira: Browser) -> None:
        ferreira.open("/factures")

        page = ferreira.press("Filtrer", annee="2026", situation="a-payer")

        assert [row.partition(" ")[0] for row in page.rows()] == [LAST, "2026-EA-0000487"]
        assert page.title.startswith("Factures, 2026, à payer")
        assert "Dernière facture" not in page
        assert len(ferreira.follow("Toutes les factures").rows()) == 7

    def test_may_be_narrowed_to_nothing(self, ferreira: Browser) -> None:
        page = ferreira.open(f"/factures?contrat={FERREIRA}&annee=2025&situation=annulees")

        assert "Aucune facture ne correspond" in page
        assert "Toutes les factures" in page.links()

    def test_is_not_found_where_nobody_could_mean_it(self, ferreira: Browser) -> None:
        for query in ("annee=abcd", "annee=0000", "annee=20261", "situation=x", "suite=hier"):
            ferreira.open(f"/factures?{query}", expect=404)

    def test_says_what_is_missing_before_the_first_invoice(self, service: SamplePortal) -> None:
        service.receive(contracts=[a_contract_row("100300010")])
        browser = service.subscriber("100300010")

        assert "Pas encore de facture" in browser.open("/factures")
        assert "n’a pas encore transmis de facture" in browser.open("/tableau-de-bord")

    def test_invites_to_link_a_contract(self, service: SamplePortal) -> None:
        assert "Lier un contrat" in service.subscriber().open("/factures").links()

    def test_stays_when_the_contract_has_ended(self, service: SamplePortal) -> None:
        page = service.subscriber("100200317").open("/factures")

        assert "Vous pouvez encore consulter et payer ses factures." in page
        assert page.rows()


class TestTheListOfAllContracts:
    def test_goes_on_page_after_page(self, service: SamplePortal) -> None:
        browser = service.subscriber(SYNDIC)
        page = browser.open("/factures?contrat=tous")
        seen = page.rows()

        while "Factures plus anciennes" in page.links():
            page = browser.follow("Factures plus anciennes")
            seen += page.rows()

        assert len(seen) == len(set(seen))
        assert len(seen) == 193
        assert "Revenir aux plus récentes" in page.links()
        issued = [row.split()[2] for row in seen]
        assert issued == sorted(issued, key=lambda day: day.split("/")[::-1], reverse=True)

    def test_is_offered_to_who_has_several(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")
        browser.open("/factures")

        page = browser.follow("Les factures de tous vos contrats")

        assert {row.split()[1] for row in page.rows()} >= {"100200334", "100200338"}


class TestAnInvoice:
    def test_tells_what_it_charges_for(self, ferreira: Browser) -> None:
        ferreira.open("/factures")

        page = ferreira.follow("2026-EA-0000489")

        assert page.heading == "Facture 2026-EA-0000489"
        assert "Reste à payer au 17/11/2026 189,07 €" in page
        assert page.fact("Lieu desservi").endswith("57140 PLESNOIS")
        assert page.fact("Période") == "du 10/06/2026 au 10/10/2026"
        assert page.fact("Index") == ("de 509 à 552, soit 43 m³, dernier index relevé par un agent")
        assert page.rows()[:3] == [
            "Distribution de l’eau",
            "Abonnement compteur 1 forfait 16,3300 € 5,5 % 16,33 €",
            "Consommation d’eau potable 43 m³ 1,4210 € 5,5 % 61,10 €",
        ]
        assert "Collecte et traitement des eaux usées" in page.rows()
        assert "Organismes publics" in page.rows()
        assert "Total HT 175,77 €" in page
        assert "TVA (5,5 % : 5,22 € ; 10 % : 8,08 €) 13,30 €" in page
        assert "Total TTC 189,07 €" in page
        assert "Soit 0,0044 € TTC par litre, abonnement compris" in page

    def test_tells_what_was_received_and_when(self, ferreira: Browser) -> None:
        page = ferreira.open("/factures/2026-EA-0000488")

        assert "173,09 € Payée le 03/07/2026" in page
        assert page.rows()[-1].startswith("03/07/2026")
        assert page.rows()[-1].endswith("173,09 €")
        assert NOTICE not in page

    def test_leads_to_the_last_when_it_is_not_the_last(self, ferreira: Browser) -> None:
        page = ferreira.open("/factures/2026-EA-0000487")

        assert "Partiellement payée" in page
        assert "Seule la dernière facture du contrat se paie en ligne." in page
        assert page.links()["Voir la dernière facture"] == f"/factures/{LAST}"

    def test_says_when_it_is_debited(self, service: SamplePortal) -> None:
        service.clock.advance(-timedelta(days=3))

        page = service.subscriber(GOETZ).open("/factures/2026-EA-0000117")

        assert "Sera prélevée le 21/11/2026" in page
        assert "Cette facture est réglée par prélèvement, le 21/11/2026" in page
        assert "Payer" not in page

    def test_may_be_a_credit_note_or_cancelled(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200304", "100200408")

        credit = browser.open("/factures/2025-EA-0000014")
        assert credit.heading == "Avoir 2025-EA-0000014"
        assert "Montant TTC \N{MINUS SIGN} 245,04 € Avoir" in credit
        cancelled = browser.open("/factures/2025-EA-0000410")
        assert "177,09 € Annulée" in cancelled
        assert NOTICE not in credit.text + cancelled.text

    def test_is_not_payable_under_a_euro(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100300010")],
            invoices=[an_invoice_row("F-1", contract="100300010", total="0,60", left="0,60")],
        )

        page = service.subscriber("100300010").open("/factures/F-1")

        assert "Le paiement en ligne commence à 1,00 €." in page

    def test_of_nothing_has_nothing_to_pay(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100300010")],
            invoices=[an_invoice_row("F-1", contract="100300010", total="0,00", left="0,00")],
        )

        page = service.subscriber("100300010").open("/factures/F-1")

        assert "0,00 € Rien à payer" in page
        assert "n’a pas transmis le détail de cette facture" in page


class TestAnInvoiceOfOthers:
    def test_is_answered_like_what_does_not_exist(
        self, service: SamplePortal, ferreira: Browser
    ) -> None:
        stranger = service.subscriber(GOETZ, email="gaelle@exemple.fr")

        for path in ("/factures/{}", "/factures/{}.pdf"):
            theirs = stranger.open(path.format(LAST), expect=404)
            nobodys = stranger.open(path.format("2026-EA-9999999"), expect=404)
            assert theirs.text.replace(LAST, "2026-EA-9999999") == nobodys.text
        assert ferreira.open(f"/factures/{LAST}").heading == f"Facture {LAST}"

    def test_stays_with_the_payer_it_was_sent_to(self, service: SamplePortal) -> None:
        before = service.subscriber("100200433", email="avant@exemple.fr")
        takeover = a_contract_row("100200433", payer="R900002", since="2026-09-01")
        service.receive(contracts=[takeover])
        after = service.subscriber(email="apres@exemple.fr")
        after.submit("/contrats/lier", contract_number="100200433", security_key="NOUVELLE7")

        for browser, seen, hidden in (
            (before, "2026-EA-0000539", "2026-EA-0000540"),
            (after, "2026-EA-0000540", "2026-EA-0000539"),
        ):
            assert seen in browser.open(f"/factures/{seen}").heading
            browser.open(f"/factures/{hidden}", expect=404)
            assert hidden not in browser.open("/factures")
        assert "Seule la dernière" not in before.open("/factures/2026-EA-0000539")
        assert "2026-EA-0000540" in after.open("/tableau-de-bord")
        assert "2026-EA-0000539" in before.open("/tableau-de-bord")

    def test_is_gone_with_the_link(self, service: SamplePortal) -> None:
        account = service.account(FERREIRA)
        browser = service.visitor()
        browser.submit("/connexion", email="odile.marchal@exemple.fr", password=PASSWORD)
        assert LAST in browser.open(f"/factures/{LAST}").heading

        with service.database.begin() as work:
            work.links.forget(account)

        browser.open(f"/factures/{LAST}", expect=404)
        browser.open(f"/factures/{LAST}.pdf", expect=404)
