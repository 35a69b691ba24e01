from tests.support.later_files import a_contract_row, a_meter_row, a_reading_row
from tests.support.sample_portal import SamplePortal


class TestWhatTheBillingSystemSaysLater:
    def test_a_new_contract_of_the_payer_is_there_by_itself(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")

        service.receive(
            contracts=[
                {**a_contract_row("100300010", payer="R000022"), "nom_redevable": "Ferreira"}
            ]
        )

        assert "Contrat 100300010" in browser.open("/mon-compte")
        assert browser.open("/tableau-de-bord?contrat=100300010").fact("Depuis le") == "15/01/2026"

    def test_a_new_contract_without_a_meter_says_so(self, service: SamplePortal) -> None:
        service.receive(contracts=[a_contract_row("100300010")])
        browser = service.subscriber("100300010")

        assert "Aucun compteur n’est en service" in browser.open("/tableau-de-bord")
        assert "Pas encore de relevé" in browser.open("/consommations")
        page = browser.open("/contrats/100300010/releve")
        assert page.heading == "Aucun compteur à relever"

    def test_a_first_reading_tells_no_consumption_yet(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100300010")],
            meters=[a_meter_row("T26AA000010", contract="100300010", fitted_on="2026-11-20")],
        )

        page = service.subscriber("100300010").open("/consommations")

        assert page.fact("T26AA000010") == "en service depuis le 20/11/2026, posé à l’index 0"

    def test_a_new_reading_is_there_at_once(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")

        service.receive(readings=[a_reading_row("C23BA000033", on="2026-11-20", index=569)])

        assert "569 m³ Relevé le 20/11/2026" in browser.open("/tableau-de-bord")
        assert "Du 10/10/2026 au 20/11/2026 : 17 m³" in browser.open("/consommations")


class TestATakeover:
    def test_leaves_each_payer_their_own_days(self, service: SamplePortal) -> None:
        before = service.subscriber("100200433", email="avant@exemple.fr")
        takeover = {**a_contract_row("100200433", payer="R900002", since="2026-09-01")}

        service.receive(contracts=[takeover])
        after = service.subscriber(email="apres@exemple.fr")
        after.submit("/contrats/lier", contract_number="100200433", security_key="NOUVELLE7")

        page = before.open("/tableau-de-bord")
        assert page.fact("Jusqu’au") == "31/08/2026"
        assert page.fact("Redevable") == "M. Gaëlle Weber"
        assert "1 882 m³" not in page.text + before.open("/consommations").text
        assert "1 826 m³" in before.open("/consommations")
        page = after.open("/tableau-de-bord")
        assert page.fact("Redevable") == "Mme R900002"
        assert page.fact("Depuis le") == "01/09/2026"
        assert "1 882 m³ Estimé le 10/10/2026" in page
        assert "1 826 m³" not in page.text + after.open("/consommations").text

    def test_closes_the_door_to_the_old_key(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100200433", payer="R900002", since="2026-09-01")]
        )
        browser = service.subscriber()

        page = browser.submit(
            "/contrats/lier", contract_number="100200433", security_key="S8F3FVFK"
        )

        shown = browser.open("/tableau-de-bord")
        assert page.heading == "Votre contrat est lié à votre compte"
        assert shown.fact("Jusqu’au") == "31/08/2026", "the old key opens the old days only"
