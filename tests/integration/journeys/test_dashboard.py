from tests.support.later_files import a_contract_row
from tests.support.sample_portal import SamplePortal


class TestTheDashboard:
    def test_shows_the_facts_of_the_contract(self, service: SamplePortal) -> None:
        page = service.subscriber("100200394").open("/tableau-de-bord?contrat=100200394")

        assert page.fact("Numéro de contrat") == "100200394"
        assert page.fact("Redevable") == "Mme Théo Kowalski"
        assert page.fact("Occupant") == "Jérôme Hennequin"
        assert page.fact("Adresse desservie") == "5 rue Saint-Exupéry, 57140 NORROY-LE-VENEUR"
        assert page.fact("Catégorie") == "Particulier"
        assert page.fact("Depuis le") == "13/04/2015"
        assert page.fact("Mode") == "Par prélèvement à l’échéance"

    def test_shows_as_a_text_whatever_the_billing_system_writes(
        self, service: SamplePortal
    ) -> None:
        row = a_contract_row("100300010")
        name, street = "<script>alert(1)</script>", '1 <b>rue</b> "des" Lilas'
        service.receive(contracts=[{**row, "nom_redevable": name, "adresse_desservie": street}])

        page = service.subscriber("100300010").open("/tableau-de-bord")

        assert page.fact("Redevable") == name
        assert page.fact("Adresse desservie") == f"{street}, 57130 GRAVELOTTE"

    def test_shows_the_meter_and_its_last_index(self, service: SamplePortal) -> None:
        page = service.subscriber("100200423").open("/tableau-de-bord")

        assert page.fact("Compteur") == "C23BA000033"
        assert page.fact("Posé le") == "10/07/2022"
        assert "552 m³ Relevé le 10/10/2026" in page

    def test_marks_an_estimate_and_recalls_the_last_actual_index(
        self, service: SamplePortal
    ) -> None:
        page = service.subscriber("100200433").open("/tableau-de-bord")

        assert "1 882 m³ Estimé le 10/10/2026" in page
        assert (
            "Dernier relevé réel : 1 826 m³ le 10/06/2026, par un agent."
            " Votre relevé remplacera l’estimation." in page
        )

    def test_masks_the_bank_account(self, service: SamplePortal) -> None:
        page = service.subscriber("100200423").open("/tableau-de-bord")

        assert page.fact("Mode") == "Par mensualités"
        assert page.fact("Compte") == "FR76 •••• •••• 123 I B A N qui finit par 1 2 3"

    def test_says_that_a_contract_is_suspended(self, service: SamplePortal) -> None:
        page = service.subscriber("100200502").open("/tableau-de-bord")

        assert "Ce contrat est suspendu." in page
        assert "Transmettre un relevé de compteur" in page

    def test_asks_nothing_of_who_is_read_at_a_distance(self, service: SamplePortal) -> None:
        page = service.subscriber("100200354").open("/tableau-de-bord")

        assert "Ce compteur transmet son index à distance : vous n’avez rien à relever." in page
        assert "Transmettre un relevé de compteur" not in page


class TestTheLastInvoice:
    def test_is_shown_at_a_glance(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")
        page = browser.open("/tableau-de-bord")

        assert "Dernière facture 189,07 € Échéance dépassée" in page
        assert "Facture 2026-EA-0000489 du 22/10/2026." in page
        assert "Situation au 17/11/2026, d’après le service de facturation." in page
        assert browser.follow("Voir la facture").heading == "Facture 2026-EA-0000489"

    def test_is_the_next_debit(self, service: SamplePortal) -> None:
        page = service.subscriber("100200331").open("/tableau-de-bord?contrat=100200331")

        assert "Prélèvement en cours 121,14 € Prélèvement prévu le 21/11/2026" in page

    def test_is_that_of_the_payers_own_days(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200317")
        browser.open("/tableau-de-bord")

        page = browser.follow("Toutes les factures")

        assert page.path == "/factures?contrat=100200317"


class TestTheChooser:
    def test_is_left_out_for_a_single_contract(self, service: SamplePortal) -> None:
        page = service.subscriber("100200423").open("/tableau-de-bord")

        assert "Choisir un contrat" not in page.source

    def test_offers_a_few_contracts_as_links(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")
        page = browser.open("/tableau-de-bord")
        assert page.fact("Numéro de contrat") == "100200334"

        page = browser.follow("153 rue du 11-Novembre, AUBOUE Contrat 100200338")

        assert page.fact("Numéro de contrat") == "100200338"
        assert "Contrat 100200338 · affiché" in page

    def test_offers_many_contracts_as_a_list(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200714")
        page = browser.open("/tableau-de-bord")
        assert "Contrat affiché (12 contrats)" in page

        page = browser.send(contrat="100200755")

        assert page.path.startswith("/tableau-de-bord")
        assert page.fact("Numéro de contrat") == "100200755"

    def test_keeps_the_contract_from_page_to_page(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")
        browser.open("/tableau-de-bord?contrat=100200338")

        page = browser.follow("Voir mes consommations")

        assert page.path == "/consommations?contrat=100200338"
        assert "C21UA000010" in page
