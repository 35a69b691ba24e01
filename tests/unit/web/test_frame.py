from siegvo.entrypoints.web.frame import by_threes, telephone_link
from tests.support.pages import templates


class TestTheFrame:
    def test_says_on_every_page_who_to_call_day_and_night(self) -> None:
        page = templates().get_template("home/legal.html").render(signed_in=False)

        assert "Urgences dépannage 24h/24" in page
        assert '<a href="tel:+33329000002">03\u00a029\u00a000\u00a000\u00a002</a>' in page

    def test_names_the_utility_that_publishes_it(self) -> None:
        page = templates().get_template("home/about.html").render(signed_in=False)

        assert " – SEVB, mon espace abonné</title>" in page
        assert "SEVB – Service Abonnés" in page
        assert "1 place du Lavoir, 88000 ÉPINAL" in page
        assert "SIREN 123\u00a0456\u00a0782 · TVA FR00123456782" in page

    def test_has_tabs_and_a_way_out_once_signed_in(self) -> None:
        about = templates().get_template("home/about.html")

        signed_out, signed_in = about.render(signed_in=False), about.render(signed_in=True)

        assert "Mon compte" not in signed_out
        assert "Se déconnecter" in signed_in
        assert 'name="csrf_token" value="a token"' in signed_in

    def test_tells_which_tab_is_open(self) -> None:
        page = templates().get_template("accounts/my_account.html")

        shown = page.render(signed_in=True, email="alice@exemple.fr", choices=())

        assert '<a href="/mon-compte" aria-current="page">Mon compte</a>' in shown
        assert shown.count("aria-current") == 1


class TestTelephoneLink:
    def test_dials_from_abroad_too(self) -> None:
        assert telephone_link("0387534043") == "tel:+33387534043"


class TestByThrees:
    def test_writes_a_siren_as_people_read_it(self) -> None:
        assert by_threes("200078814") == "200\u00a0078\u00a0814"
