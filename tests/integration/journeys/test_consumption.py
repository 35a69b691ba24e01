from tests.support.sample_portal import SamplePortal

ALICE_SINCE_2011 = "100200331"
READ_AT_A_DISTANCE = "100200610"


class TestConsumption:
    def test_says_the_last_period_in_words(self, service: SamplePortal) -> None:
        page = service.subscriber(ALICE_SINCE_2011).open(
            f"/consommations?contrat={ALICE_SINCE_2011}"
        )

        assert "Du 10/06/2026 au 10/10/2026 : 26 m³, soit 213 litres par jour." in page

    def test_adds_up_through_a_change_of_meter(self, service: SamplePortal) -> None:
        page = service.subscriber(ALICE_SINCE_2011).open(
            f"/consommations?contrat={ALICE_SINCE_2011}"
        )

        (changed,) = [row for row in page.rows() if row.startswith("10/06/2022 au 10/10/2022")]
        assert "28 m³ dont 0 m³ à l’ancien compteur, 28 m³ au nouveau" in changed
        assert page.fact("C12LA000007") == (
            "posé le 05/10/2014 à l’index 217 946, déposé le 27/06/2022 à l’index 218 691"
        )
        assert page.fact("H18BA000008") == "en service depuis le 27/06/2022, posé à l’index 0"

    def test_adds_up_past_the_last_figure_of_the_dials(self, service: SamplePortal) -> None:
        page = service.subscriber(READ_AT_A_DISTANCE).open(
            f"/consommations?contrat={READ_AT_A_DISTANCE}"
        )

        (rolled,) = [row for row in page.rows() if row.startswith("10/10/2021 au 10/02/2022")]
        assert rolled == "10/10/2021 au 10/02/2022 Télérelevé 3 m³ 31 m³ 252 litres"

    def test_marks_what_was_estimated(self, service: SamplePortal) -> None:
        page = service.subscriber("100200433").open("/consommations")

        assert page.rows()[0] == "10/06/2026 au 10/10/2026 Estimé 1 882 m³ 56 m³ 459 litres"
        assert "56 m³, estimés" in page
        assert "Un index estimé est calculé par le service" in page

    def test_shows_every_period_the_newest_first(self, service: SamplePortal) -> None:
        page = service.subscriber("100200433").open("/consommations")

        rows = page.rows()
        assert len(rows) == 17
        assert rows[-1].startswith("10/02/2021 au 10/06/2021")
        assert "Périodes plus anciennes (9)" in page

    def test_stops_at_the_end_of_the_contract(self, service: SamplePortal) -> None:
        page = service.subscriber("100200317").open("/consommations")

        assert page.rows()[0].startswith("10/10/2025 au 10/02/2026")
        assert "4 933 m³" not in page, "read after the contract ended: somebody else's"
        assert "Transmettre un relevé de compteur" not in page
        assert "Ce contrat est résilié depuis le 16/04/2026" in page

    def test_is_compared_with_the_same_season_of_last_year(self, service: SamplePortal) -> None:
        page = service.subscriber("100200433").open("/consommations")

        assert "C’est 18 % de moins que la même période un an plus tôt (68 m³)." in page
        assert "Dernier index : 1 882 m³, estimé par le service le 10/10/2026." in page

    def test_is_drawn_by_the_day_as_well(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200433")
        page = browser.open("/consommations")

        by_day = browser.open(page.links()["Voir les litres par jour"])

        assert by_day.title.startswith("Consommations par jour – ")
        assert "Consommation par jour, en litres" in by_day
        assert "Votre moyenne est de" in by_day
        assert "Voir les m³ par période" in by_day.links()
        assert by_day.rows()[0] == page.rows()[0]

    def test_knows_no_third_way_to_draw_it(self, service: SamplePortal) -> None:
        answer = service.subscriber("100200433").ask("GET", "/consommations?vue=semaine")

        assert answer.status_code == 404

    def test_is_shared_among_those_who_live_there(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200433")

        page = browser.open("/consommations?contrat=100200433&personnes=3&vue=jour")

        assert (
            "Du 10/06/2025 au 10/06/2026, entre deux vrais relevés, votre logement a consommé"
            " 175 m³, soit 479 litres par jour."
        ) in page
        assert "Pour 3 personnes : 160 litres par personne et par jour." in page
        assert "C’est proche de la moyenne en France." in page
        assert "148 litres d’eau potable par jour (année 2021)" in page
        assert "Consommation par jour, en litres" in page

    def test_asks_again_how_many_they_are(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200433")

        page = browser.open("/consommations?personnes=beaucoup", expect=422)

        assert page.title.startswith("Erreur")
        assert "Saisissez un nombre de 1 à 20" in page.said_beside("personnes")
        assert page.typed_in("personnes") == "beaucoup"

    def test_tells_nothing_a_person_of_a_business(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")

        page = browser.open("/consommations?contrat=100200334&personnes=0")

        assert "par personne" not in page

    def test_is_handed_out_as_a_file_with_the_same_figures(self, service: SamplePortal) -> None:
        browser = service.subscriber(READ_AT_A_DISTANCE)
        page = browser.open("/consommations")

        answer = browser.ask("GET", page.links()["Télécharger ces chiffres (CSV)"])

        rows = answer.data.decode("utf-8-sig").splitlines()
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="consommations-100200610.csv"'
        )
        assert answer.mimetype == "text/csv"
        assert rows[0].startswith("numero_contrat;numero_compteur;periode_debut")
        assert "2021-10-10;2022-02-10;123;3;telereleve;31;252" in answer.data.decode()
        assert len(rows) == 1 + len(page.rows())

    def test_says_which_readings_are_on_their_way(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")
        browser.submit("/contrats/100200423/releve", index="570")

        page = browser.open("/consommations")

        assert "Relevé transmis : 570 m³ le 23/11/2026, D-2026-000001" in page
