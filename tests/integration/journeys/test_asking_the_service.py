"""Asking something of the service: page by page, or at once."""

import attrs
import pytest

from siegvo.application.requests.show_request import RequestView
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.content import Leak, Occupancy, Subscription, Termination
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from tests.support.asking import NEW, NUMBER, PAGES, a_pdf, a_picture, at_once, walked, whole
from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.mail_server import MailSink
from tests.support.sample_portal import SamplePortal
from tests.support.web_form import PARTS, Sending, in_parts

KINDS = tuple(PAGES)
FIRST = RequestReference(2026, 1)
LOIC = "loic.ferreira@exemple.fr"
SEND = "Envoyer la demande"


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    return service.subscriber(NUMBER, email=LOIC)


def _kept(service: SamplePortal, *, rank: int = 1, email: str = LOIC) -> RequestView:
    account = _account(service, email)
    reference = RequestReference(2026, rank)
    return service.portal.requests.show_request(account=account, reference=reference)


def _account(service: SamplePortal, email: str) -> AccountId:
    with service.database.begin() as work:
        found = work.accounts.with_email(EmailAddress.parse(email))
    assert found
    return found.id


def _nothing_sent(service: SamplePortal) -> bool:
    return not contents(service.database.engine)["requests"]


@pytest.mark.parametrize("kind", KINDS)
class TestARequest:
    def test_is_made_page_by_page(self, service: SamplePortal, loic: Browser, kind: str) -> None:
        last = walked(loic, kind)
        assert _nothing_sent(service), "what is half said is kept by the form alone"

        page = loic.press(SEND, **PAGES[kind][-1])

        assert last.path == f"{NEW}/{kind}"
        assert page.path == f"/demarches/{FIRST}"
        assert "Votre demande est enregistrée" in page
        assert f"Un courriel à {LOIC} vous le confirme." in page
        assert f"{FIRST}, du 23/11/2026" in loic.open("/demarches")

    def test_is_the_same_made_at_once(
        self, service: SamplePortal, loic: Browser, kind: str
    ) -> None:
        walked(loic, kind)
        loic.press(SEND, **PAGES[kind][-1])
        answer = loic.transmit(at_once(loic, kind))

        assert answer.status_code == 303
        assert answer.headers["Location"] == "/demarches/D-2026-000002"
        by_pages, at_one_go = _kept(service), _kept(service, rank=2)
        assert by_pages.content == at_one_go.content
        assert [each.text for each in by_pages.messages] == [
            each.text for each in at_one_go.messages
        ]
        assert by_pages.request.contract == at_one_go.request.contract

    def test_sent_twice_is_one(self, service: SamplePortal, loic: Browser, kind: str) -> None:
        sending = at_once(loic, kind)

        answers = {loic.transmit(sending).headers["Location"] for _ in range(3)}

        assert answers == {f"/demarches/{FIRST}"}
        assert len(contents(service.database.engine)["requests"]) == 1

    def test_sent_again_with_other_words_is_not_taken(self, loic: Browser, kind: str) -> None:
        sending = at_once(loic, kind)
        loic.transmit(sending)

        changed = at_once(loic, kind, message="Tout autre chose.", submission=_submission(sending))

        assert loic.transmit(changed).status_code == 409

    def test_is_announced_by_mail(
        self, writing_service: SamplePortal, mail: MailSink, kind: str
    ) -> None:
        loic = writing_service.subscriber(NUMBER)
        loic.deliver(at_once(loic, kind))
        writing_service.post()

        letter = mail.arrived[-1].message
        assert str(FIRST) in str(letter["Subject"])
        body = letter.get_body(("plain",))
        assert body
        assert f"/demarches/{FIRST}" in body.get_content()

    def test_goes_back_and_forth_with_everything(self, loic: Browser, kind: str) -> None:
        walked(loic, kind)
        back = reversed(PAGES[kind][:-1])

        for answers in back:
            loic.press("Précédent")
            for name, words in answers.items():
                assert _picked(loic, name) == _shown(words)

        if len(PAGES[kind]) > 1:
            page = loic.press("Continuer")
            assert SEND in [each.text for each in page.main.all("button")], "it was all seen"

    def test_is_carried_whole_through_a_refusal(self, loic: Browser, kind: str) -> None:
        answer = loic.transmit(at_once(loic, kind, **_WRONG[kind]))

        assert answer.status_code == 422
        typed = whole(kind) | _WRONG[kind]
        for name in typed:
            if typed[name]:
                assert f'name="{name}"' in answer.text, name
        loic.deliver(at_once(loic, kind, **_WRONG[kind]), expect=422)
        assert loic.page.said_beside(next(iter(_WRONG[kind])))
        assert _lines(loic) == {name: _shown(words) for name, words in typed.items() if words}

    def test_names_a_contract_of_its_author(
        self, service: SamplePortal, loic: Browser, kind: str
    ) -> None:
        for number in ("100200433", "999999999"):
            sending = at_once(loic, kind, contract_number=number)

            assert loic.transmit(sending).status_code == 404
            step = attrs.evolve(sending, fields=(*sending.fields, ("step", "lieu")))
            assert loic.transmit(step).status_code == 404
        assert _nothing_sent(service)

    def test_is_not_lost_when_there_were_too_many(self, loic: Browser, kind: str) -> None:
        for _ in range(10):
            loic.deliver(at_once(loic, kind))

        page = loic.deliver(at_once(loic, kind), expect=429)

        assert "Votre demande n’a pas abouti" in page
        assert _lines(loic) == {name: _shown(words) for name, words in whole(kind).items() if words}

    def test_takes_a_file_and_keeps_it_made_anew(self, loic: Browser, kind: str) -> None:
        walked(loic, kind)
        sent = a_pdf()

        page = loic.press(SEND, **PAGES[kind][-1], attachment=sent)

        (link,) = [href for words, href in page.links().items() if ".pdf" in words]
        answer = loic.ask("GET", link)
        assert answer.data.startswith(b"%PDF-")
        assert answer.data != sent

    def test_says_beside_the_file_what_is_wrong_with_it(self, loic: Browser, kind: str) -> None:
        walked(loic, kind)

        loic.press(SEND, **PAGES[kind][-1], attachment=b"MZ un programme", expect=422)

        assert "n’est ni un PDF, ni une photo" in loic.page.said_beside("attachment")
        assert "Choisissez-le à nouveau" in loic.page.said_beside("attachment")
        assert loic.press(SEND, attachment=a_picture()).path == f"/demarches/{FIRST}"


_WRONG = {
    "abonnement": {"telephone": "douze"},
    "resiliation": {"leaving_on": "2028-01-01"},
    "fuite": {"postcode": "571"},
    "autre": {"subject": "A" * 121},
}


class TestASubscription:
    def test_tells_the_service_what_it_needs(self, service: SamplePortal, loic: Browser) -> None:
        loic.deliver(at_once(loic, "abonnement"))

        content = _kept(service).content
        assert isinstance(content, Subscription)
        assert (content.supply.postcode, content.supply.town) == ("57130", "VERNÉVILLE")
        assert content.names == ("Lucie Benali", "Karim Benali")
        assert (content.occupancy, content.index_m3) == (Occupancy.TENANT, 412)
        assert content.e_invoice
        assert content.billing
        assert loic.page.fact("Adresse de facturation") == "8 place d’Armes, 57000 METZ"

    def test_needs_no_contract(self, service: SamplePortal) -> None:
        browser = service.subscriber(email="neuve@exemple.fr")
        browser.open("/bienvenue")
        browser.follow("Effectuer une demande d’abonnement")
        for answers in PAGES["abonnement"][:-1]:
            browser.press("Continuer", **answers)

        assert browser.press(SEND).path == f"/demarches/{FIRST}"

    def test_may_leave_out_what_is_optional(self, service: SamplePortal, loic: Browser) -> None:
        needed = ("street", "postcode", "town", "move_in_on", "occupancy", "name", "telephone")
        sending = at_once(loic, "abonnement")
        kept = {"csrf_token", "submission", *needed}
        fields = tuple(pair for pair in sending.fields if pair[0] in kept)

        loic.deliver(attrs.evolve(sending, fields=fields))

        content = _kept(service).content
        assert isinstance(content, Subscription)
        assert (content.billing, content.index_m3, content.e_invoice) == (None, None, False)

    def test_wants_an_address_for_letters_whole_or_not_at_all(self, loic: Browser) -> None:
        page = loic.deliver(at_once(loic, "abonnement", billing_town=""), expect=422)

        assert page.heading == "Où envoyer vos factures ?"
        assert "Saisissez la commune." in page.said_beside("billing_town")

    def test_is_looked_over_and_changed_before_it_is_sent(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        page = walked(loic, "abonnement")
        assert page.heading == "Vérifiez votre demande d’abonnement"
        assert page.fact("Date d’emménagement") == "01/12/2026"
        assert page.fact("Téléphone") == "06 12 34 56 78"

        loic.press("Modifier : Vous")
        page = loic.press("Continuer", telephone="07 00 00 00 01")

        assert page.heading == "Vérifiez votre demande d’abonnement", "straight back"
        assert page.fact("Téléphone") == "07 00 00 00 01"
        loic.press(SEND)
        content = _kept(service).content
        assert isinstance(content, Subscription)
        assert content.telephone.number == "0700000001"


class TestATermination:
    def test_says_which_contract_ends_and_when(self, service: SamplePortal, loic: Browser) -> None:
        loic.deliver(at_once(loic, "resiliation"))

        view = _kept(service)
        assert isinstance(view.content, Termination)
        assert (str(view.request.contract), view.content.index_m3) == (NUMBER, 580)

    def test_begins_with_the_only_contract(self, loic: Browser) -> None:
        loic.open(f"{NEW}/resiliation")

        assert _picked(loic, "contract_number") == NUMBER

    def test_wants_a_contract(self, loic: Browser) -> None:
        page = loic.deliver(at_once(loic, "resiliation", contract_number=""), expect=422)

        assert "Contrat à résilier : Choisissez le contrat à résilier." in page

    def test_is_not_for_a_contract_that_has_ended(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200317", NUMBER)

        assert "100200317" not in browser.open(f"{NEW}/resiliation")
        page = browser.deliver(
            at_once(browser, "resiliation", contract_number="100200317"), expect=422
        )
        assert page.heading == "Quel contrat voulez-vous résilier ?"

    def test_is_explained_to_whoever_has_no_contract(self, service: SamplePortal) -> None:
        page = service.subscriber().open(f"{NEW}/resiliation")

        assert "Lier un contrat" in page.links()

    def test_lets_one_pick_from_a_list_when_there_are_many(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200714")
        page = browser.open(f"{NEW}/resiliation")

        assert len(page.main.all("select")) == 1
        assert browser.press("Continuer").heading == "Votre départ"


class TestALeak:
    def test_asks_for_the_address_only_where_no_contract_tells_it(self, loic: Browser) -> None:
        loic.open(f"{NEW}/fuite")

        page = loic.press("Continuer", where="street", contract_number=NUMBER)

        assert page.heading == "Que se passe-t-il ?"
        loic.press("Précédent")
        page = loic.press("Continuer", contract_number="")
        assert page.heading == "Où est la fuite ?"

    def test_is_told_by_somebody_without_a_contract(self, service: SamplePortal) -> None:
        browser = service.subscriber(email="neuve@exemple.fr")
        page = browser.open(f"{NEW}/fuite")
        assert "03 87 53 40 43" in page.main.text

        browser.press("Continuer", where="street")
        for answers in PAGES["fuite"][1:3]:
            browser.press("Continuer", **answers)
        browser.press(SEND)

        content = _kept(service, email="neuve@exemple.fr").content
        assert isinstance(content, Leak)
        assert content.address
        assert content.is_flowing

    def test_shows_an_address_typed_before_a_contract_was_picked(self, loic: Browser) -> None:
        walked(loic, "fuite")
        loic.press("Modifier : La fuite")

        page = loic.press("Continuer", contract_number=NUMBER)

        assert page.fact("Adresse") == "4 allée des Vergers, 57140 PLESNOIS"

    def test_began_in_the_past(self, loic: Browser) -> None:
        page = loic.deliver(at_once(loic, "fuite", since="2026-11-24"), expect=422)

        assert "n’est pas encore passé" in page.said_beside("since")


class TestAnotherMatter:
    def test_is_one_page(self, loic: Browser) -> None:
        page = loic.open(f"{NEW}/autre")

        assert "Étape" not in page
        assert [each.text for each in page.main.all("button")] == [SEND]

    def test_may_concern_no_contract(self, service: SamplePortal) -> None:
        browser = service.subscriber()
        page = browser.submit(f"{NEW}/autre", subject="Une question", message="Bonjour")

        assert page.heading == "Autre demande : Une question"
        assert _kept(service, email="odile.marchal@exemple.fr").request.contract is None


class TestAFileThatCannotBeKept:
    def test_loses_nothing_when_it_is_too_large(self, loic: Browser) -> None:
        large = b"%PDF-" + b"0" * 5 * 2**20

        answer = loic.ask(
            "POST",
            f"{NEW}/autre",
            data=in_parts(at_once(loic, "autre"), attachment=large),
            content_type=PARTS,
        )

        assert answer.status_code == 422
        assert "dépasse 5\u00a0Mo" in answer.text
        assert 'value="Montant de ma facture"' in answer.text

    def test_loses_nothing_when_the_disk_is_away(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        (service.folder / "attachments").write_text("not a folder")
        walked(loic, "resiliation")

        page = loic.press(SEND, attachment=a_pdf(), expect=503)

        assert "Votre demande n’a pas abouti" in page
        assert _nothing_sent(service)
        assert loic.press(SEND).path == f"/demarches/{FIRST}", "without it"


class TestTheInterfacesFields:
    @pytest.mark.parametrize("kind", ["abonnement", "resiliation", "fuite"])
    def test_are_taken_by_every_kind(self, service: SamplePortal, loic: Browser, kind: str) -> None:
        sending = at_once(loic, kind, subject="Urgent", message="Merci.", contract_number=NUMBER)

        loic.deliver(sending)

        view = _kept(service)
        assert str(view.request.contract) == NUMBER
        assert view.request.kind is not RequestKind.OTHER
        (message,) = view.messages
        assert str(message.text) == "Urgent\n\nMerci."

    @pytest.mark.parametrize("kind", KINDS)
    def test_are_not_enough_when_they_are_empty(self, loic: Browser, kind: str) -> None:
        sending = at_once(loic, kind)
        fields = tuple(pair for pair in sending.fields if pair[0] in {"csrf_token", "submission"})

        page = loic.deliver(attrs.evolve(sending, fields=fields), expect=422)

        assert page.title.startswith("Erreur : ")

    def test_say_where_an_unreadable_one_is_that_no_page_asks(self, loic: Browser) -> None:
        page = loic.deliver(at_once(loic, "abonnement", contract_number="abc"), expect=422)

        assert page.heading == "Vérifiez votre demande d’abonnement"
        assert "Votre demande n’a pas abouti" in page


class TestAPageThatDoesNotExist:
    @pytest.mark.parametrize("name", ["step", "show"])
    def test_is_the_first(self, loic: Browser, name: str) -> None:
        sending = at_once(loic, "resiliation", **{name: "nulle-part"})

        page = loic.deliver(sending)

        assert page.path == f"{NEW}/resiliation"


def _submission(sending: Sending) -> str:
    return dict(sending.fields)["submission"]


def _lines(browser: Browser) -> dict[str, str]:
    """Return every answer that the form on the screen holds, shown or not."""
    own = {"csrf_token", "submission", "reviewed", "attachment"}
    controls = browser.page.main.all("input", "select", "textarea")
    names = {each["name"] for each in controls} - own
    held = {name: _shown(_picked(browser, name)) for name in names}
    return {name: words for name, words in held.items() if words}


def _shown(words: str) -> str:
    """Write an answer as a page is read: its lines are one."""
    return " ".join(words.split())


def _picked(browser: Browser, name: str) -> str:
    """Return what stands in an input, or which of several is picked."""
    controls = [
        each
        for each in browser.page.main.all("input", "select", "textarea")
        if each["name"] == name
    ]
    if controls[0]["type"] != "radio":
        return browser.page.typed_in(name)
    return next((each["value"] for each in controls if each.has("checked")), "")
