"""A stranger registers an address that is not theirs, between the letter and the click."""

from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
THEIRS = "lanterne vingt-deux orge dimanche"


def _register(service: SamplePortal, mail: MailSink, *, password: str) -> str:
    service.visitor().submit(
        "/inscription", email=ODILE, password=password, password_confirmation=password
    )
    service.post()
    return link_in(letter_about(mail, "Activez votre compte"), "/activation/")


class TestAnAddressRegisteredTwice:
    def test_opens_with_the_password_of_its_own_link(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        mine = _register(writing_service, mail, password=PASSWORD)
        _register(writing_service, mail, password=THEIRS)

        page = writing_service.visitor().submit(mine, password=PASSWORD)

        assert page.path == "/bienvenue"
        stranger = writing_service.visitor()
        stranger.submit("/connexion", email=ODILE, password=THEIRS, expect=422)

    def test_never_opens_with_the_strangers_password(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        mine = _register(writing_service, mail, password=PASSWORD)
        theirs = _register(writing_service, mail, password=THEIRS)

        for link, password in ((mine, THEIRS), (theirs, PASSWORD)):
            page = writing_service.visitor().submit(link, password=password, expect=422)
            assert "Ce n’est pas le mot de passe choisi" in page.said_beside("password")

        stranger = writing_service.visitor()
        sending = stranger.prepare(theirs, password=THEIRS)
        writing_service.visitor().submit(mine, password=PASSWORD)
        assert stranger.deliver(sending, expect=422).heading == "Ce lien a déjà servi"
