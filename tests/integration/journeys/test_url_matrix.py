"""Every address × everybody × every method: a route that is not listed here fails."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

import attrs
import pytest
from werkzeug.test import TestResponse

from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.asking import a_pdf
from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.later_files import a_contract_row
from tests.support.page import Page
from tests.support.payer import last_payment, leave_to_pay
from tests.support.sample_portal import PASSWORD, SamplePortal


class Who(Enum):
    """May open an address: all, those signed in, or those whose contract it names."""

    ALL = auto()
    SIGNED_IN = auto()
    OWNER = auto()


THEIRS, NOBODYS = "100200433", "999999999"
REFERENCE, NO_REFERENCE = "D-2026-000001", "D-2026-000999"
A_CONVERSATION = "D-2026-000002"
INVOICE, NO_INVOICE = "2026-EA-0000540", "2026-EA-9999999"
NO_PAYMENT = "00000000-0000-4000-8000-000000000000"
ACCESS: Final[Mapping[str, Who]] = {
    "/": Who.ALL,
    "/a-quoi-sert-le-portail": Who.ALL,
    "/accessibilite": Who.ALL,
    "/activation": Who.ALL,
    "/activation/<token>": Who.ALL,
    "/activation/renvoyee": Who.ALL,
    "/activation/renvoyer": Who.ALL,
    "/bienvenue": Who.SIGNED_IN,
    "/connexion": Who.ALL,
    "/connexion/confirmation": Who.SIGNED_IN,
    "/consommations": Who.SIGNED_IN,
    "/consommations?contrat=<contract:number>": Who.OWNER,
    "/consommations.csv": Who.SIGNED_IN,
    "/consommations.csv?contrat=<contract:number>": Who.OWNER,
    "/contact": Who.ALL,
    "/contact/envoye": Who.ALL,
    "/contrats/<contract:number>/attestation.pdf": Who.OWNER,
    "/contrats/<contract:number>/e-facture": Who.OWNER,
    "/contrats/<contract:number>/releve": Who.OWNER,
    "/contrats/<contract:number>/releve/<reference:reference>": Who.OWNER,
    "/contrats/<contract:number>/changement/<reference:reference>/annulation": Who.OWNER,
    "/contrats/<contract:number>/coordonnees-bancaires": Who.OWNER,
    "/contrats/<contract:number>/mandat.pdf": Who.OWNER,
    "/contrats/<contract:number>/mandat/revocation": Who.OWNER,
    "/contrats/<contract:number>/mode-de-reglement": Who.OWNER,
    "/contrats/<contract:number>/reglement": Who.OWNER,
    "/contrats/changement/annulation": Who.ALL,
    "/contrats/changement/annulation/<token>": Who.ALL,
    "/contrats/changement/annule": Who.ALL,
    "/contrats/changement/confirmation": Who.ALL,
    "/contrats/changement/confirmation/<token>": Who.ALL,
    "/contrats/changement/confirme": Who.ALL,
    "/contrats/en-attente": Who.SIGNED_IN,
    "/contrats/lier": Who.SIGNED_IN,
    "/contrats/lies": Who.SIGNED_IN,
    "/demarches": Who.SIGNED_IN,
    "/demarches/<reference:reference>": Who.OWNER,
    "/demarches/<reference:reference>/annulation": Who.OWNER,
    "/demarches/<reference:reference>/messages": Who.OWNER,
    "/demarches/<reference:reference>/pieces/<key>": Who.OWNER,
    "/demarches/nouvelle/abonnement": Who.SIGNED_IN,
    "/demarches/nouvelle/autre": Who.SIGNED_IN,
    "/demarches/nouvelle/fuite": Who.SIGNED_IN,
    "/demarches/nouvelle/resiliation": Who.SIGNED_IN,
    "/documents/<slug>": Who.ALL,
    "/donnees-personnelles": Who.ALL,
    "/factures": Who.SIGNED_IN,
    "/factures/<invoice:number>": Who.OWNER,
    "/factures/<invoice:number>.pdf": Who.OWNER,
    "/factures/<invoice:number>/paiement": Who.OWNER,
    "/factures/annee/<int(fixed_digits=4,min=1):year>.zip": Who.SIGNED_IN,
    "/factures/annee/<int(fixed_digits=4,min=1):year>.zip?contrat=<contract:number>": Who.OWNER,
    "/factures?contrat=<contract:number>": Who.OWNER,
    "/inscription": Who.ALL,
    "/inscription/verifiez-votre-courriel": Who.ALL,
    "/mentions-legales": Who.ALL,
    "/mon-compte": Who.SIGNED_IN,
    "/mon-compte/adresse-e-mail": Who.SIGNED_IN,
    "/mon-compte/adresse-e-mail/annulation": Who.ALL,
    "/mon-compte/adresse-e-mail/annulation/<token>": Who.ALL,
    "/mon-compte/adresse-e-mail/annulee": Who.ALL,
    "/mon-compte/adresse-e-mail/confirmation": Who.ALL,
    "/mon-compte/adresse-e-mail/confirmation/<token>": Who.ALL,
    "/mon-compte/adresse-e-mail/confirmee": Who.ALL,
    "/mon-compte/adresse-e-mail/verifiez-votre-courriel": Who.SIGNED_IN,
    "/mon-compte/comptes-lies": Who.SIGNED_IN,
    "/mon-compte/mot-de-passe": Who.SIGNED_IN,
    "/mon-compte/sessions": Who.SIGNED_IN,
    "/mon-compte/suppression": Who.SIGNED_IN,
    "/mon-compte/suppression/faite": Who.ALL,
    "/mot-de-passe-oublie": Who.ALL,
    "/mot-de-passe-oublie/verifiez-votre-courriel": Who.ALL,
    "/paiements/<uuid:reference>/retour": Who.OWNER,
    "/paiements/notification": Who.ALL,
    "/plan-du-site": Who.ALL,
    "/reinitialisation": Who.ALL,
    "/reinitialisation/<token>": Who.ALL,
    "/reinitialisation/terminee": Who.ALL,
    "/sante": Who.ALL,
    "/tableau-de-bord": Who.SIGNED_IN,
    "/tableau-de-bord?contrat=<contract:number>": Who.OWNER,
    "/verification": Who.ALL,
    # These sign out: they come last.
    "/deconnexion": Who.ALL,
}
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


@attrs.frozen(kw_only=True)
class Scene:
    """A contract that changed hands, its new payer's reading, payment and file, and everybody."""

    service: SamplePortal
    owner: Browser
    before: Browser
    payment: str
    file: str

    def path(self, rule: str) -> str:
        """Name what is the owner's."""
        if "/pieces/" in rule:
            return self.file
        named = rule.replace("<uuid:reference>", self.payment)
        return _named(named, number=THEIRS, reference=REFERENCE, invoice=INVOICE)

    def allows(self, rule: str) -> frozenset[str]:
        router = self.service.app.url_map.bind("localhost")
        return frozenset(router.allowed_methods(self.path(rule).partition("?")[0]))


@pytest.fixture
def scene(service: SamplePortal) -> Scene:
    before = service.subscriber(THEIRS, email="avant@exemple.fr")
    service.receive(contracts=[a_contract_row(THEIRS, payer="R900002", since="2026-09-01")])
    owner = service.subscriber(email="apres@exemple.fr")
    owner.submit("/contrats/lier", contract_number=THEIRS, security_key="NOUVELLE7")
    page = owner.submit(f"/contrats/{THEIRS}/releve", index="1890")
    assert REFERENCE in page
    leave_to_pay(owner, INVOICE)
    payment = str(last_payment(service).reference)
    page = owner.submit(
        "/demarches/nouvelle/autre", subject="Une pièce", message="Voici.", attachment=a_pdf()
    )
    assert A_CONVERSATION in page
    (file,) = [href for href in page.links().values() if "/pieces/" in href]
    return Scene(service=service, owner=owner, before=before, payment=payment, file=file)


def test_every_route_is_listed(service: SamplePortal) -> None:
    routes = {rule.rule for rule in service.app.url_map.iter_rules()}

    assert {rule for rule in ACCESS if "?" not in rule} == routes


class TestWhoeverIsNotSignedIn:
    @pytest.mark.parametrize("role", ["anonymous", "not activated", "deleted", "signed out"])
    def test_is_asked_to_sign_in(self, scene: Scene, role: str) -> None:
        browser = _outsider(scene.service, role)
        token = _token(browser)

        for rule, who in ACCESS.items():
            for method in METHODS:
                answer = _ask(browser, method, scene.path(rule), token=token)
                if _is_refused(answer, scene, rule=rule, method=method):
                    continue
                location = answer.headers.get("Location", "")
                if who is Who.ALL:
                    assert answer.status_code in {200, 303, 404, 422}, (rule, method)
                    assert "next=" not in location, (rule, method)
                else:
                    assert answer.status_code == 303, (rule, method)
                    assert location.startswith("/connexion?next="), (rule, method)


class TestWhoeverIsSignedIn:
    @pytest.mark.parametrize("role", ["no contract", "other owner"])
    def test_is_told_nothing_of_what_is_not_theirs(self, scene: Scene, role: str) -> None:
        numbers = ("100200423",) if role == "other owner" else ()
        browser = scene.service.subscriber(*numbers, email="autre@exemple.fr")
        token = _token(browser)
        before = contents(scene.service.database.engine)

        for rule, who in ACCESS.items():
            if who is not Who.OWNER:
                continue
            for method in METHODS:
                answer = _ask(browser, method, scene.path(rule), token=token)
                if _is_refused(answer, scene, rule=rule, method=method):
                    continue
                absent = _ask(browser, method, _absent(rule), token=token)
                assert (answer.status_code, absent.status_code) == (404, 404), (rule, method)
                said = _read(answer).replace(THEIRS, NOBODYS).replace(REFERENCE, NO_REFERENCE)
                said = said.replace(INVOICE, NO_INVOICE).replace(A_CONVERSATION, NO_REFERENCE)
                assert said == _read(absent), (rule, method)
        assert contents(scene.service.database.engine) == before

    def test_opens_what_is_everybodys(self, scene: Scene) -> None:
        browser = scene.service.subscriber(email="autre@exemple.fr")
        token = _token(browser)

        for rule, who in ACCESS.items():
            if who is Who.OWNER:
                continue
            if rule == "/deconnexion":
                token = _token(browser)  # the address before signed out
            for method in METHODS:
                answer = _ask(browser, method, scene.path(rule), token=token)
                if not _is_refused(answer, scene, rule=rule, method=method):
                    assert answer.status_code in {200, 303, 404, 422}, (rule, method)
                    assert "next=" not in answer.headers.get("Location", ""), (rule, method)


class TestTheOwner:
    def test_opens_what_is_theirs(self, scene: Scene) -> None:
        token = _token(scene.owner)

        for rule, who in ACCESS.items():
            if who is not Who.OWNER:
                continue
            for method in METHODS:
                answer = _ask(scene.owner, method, scene.path(rule), token=token)
                if not _is_refused(answer, scene, rule=rule, method=method):
                    # What is sent here holds no answer: it is read, and found wanting.
                    expected = {200} if method != "POST" else {303, 422}
                    if "/changement/" in rule:
                        expected = {404}  # the reference is that of a reading, not of a change
                    assert answer.status_code in expected, (rule, method)


class TestTheOneBefore:
    def test_sees_their_own_days_and_sends_nothing(self, scene: Scene) -> None:
        token = _token(scene.before)
        before = contents(scene.service.database.engine)

        for rule, who in ACCESS.items():
            if who is not Who.OWNER:
                continue
            is_named_by_contract_only = "reference" not in rule and "invoice" not in rule
            for method in METHODS:
                answer = _ask(scene.before, method, scene.path(rule), token=token)
                if _is_refused(answer, scene, rule=rule, method=method):
                    continue
                seen = 422 if method == "POST" else 200
                expected = seen if is_named_by_contract_only else 404
                assert answer.status_code == expected, (rule, method)
                assert "1 890" not in _read(answer), (rule, method)
                assert "R900002" not in _read(answer), (rule, method)
        assert contents(scene.service.database.engine) == before


def _is_refused(answer: TestResponse, scene: Scene, *, rule: str, method: str) -> bool:
    """Say whether the method is none of that address; if so, check that this is what is said."""
    allowed = scene.allows(rule)
    if method in allowed:
        return False
    assert answer.status_code == 405, (rule, method)
    assert set(answer.headers["Allow"].split(", ")) == allowed, (rule, method)
    return True


def _outsider(service: SamplePortal, role: str) -> Browser:
    if role == "anonymous":
        return service.visitor()
    if role == "not activated":
        browser = service.visitor()
        email = "pas.encore@exemple.fr"
        browser.submit(
            "/inscription", email=email, password=PASSWORD, password_confirmation=PASSWORD
        )
        browser.submit("/connexion", email=email, password=PASSWORD, expect=422)
        return browser
    browser = service.subscriber("100200423", email="parti@exemple.fr")
    if role == "deleted":
        gone = EmailAddress.parse("parti@exemple.fr")
        service.portal.accounts.delete_by_staff(gone, actor=service.clerk)
    else:
        service.portal.accounts.sign_out(_cookie(browser))
    return browser


def _ask(browser: Browser, method: str, path: str, *, token: str) -> TestResponse:
    if method in {"GET", "HEAD"}:
        return browser.ask(method, path)
    return browser.ask(method, path, data={"csrf_token": token})


def _token(browser: Browser) -> str:
    """Return the token of a form that this browser has open."""
    page = browser.open("/mon-compte")
    tokens = [each["value"] for each in page.tree.all("input") if each["name"] == "csrf_token"]
    return tokens[0]


def _cookie(browser: Browser) -> str:
    cookie = browser.client.get_cookie("siegvo")
    assert cookie
    return cookie.value


def _absent(rule: str) -> str:
    return _named(rule, number=NOBODYS, reference=NO_REFERENCE, invoice=NO_INVOICE)


def _named(rule: str, *, number: str, reference: str, invoice: str) -> str:
    return (
        rule.replace("<contract:number>", number)
        .replace("<invoice:number>", invoice)
        .replace("<uuid:reference>", NO_PAYMENT)
        .replace("<int(fixed_digits=4,min=1):year>", "2026")
        .replace("<reference:reference>", reference)
        .replace("<key>", "0" * 32)
        .replace("<slug>", "rien")
        .replace("<token>", "personne")
    )


def _read(answer: TestResponse) -> str:
    if answer.mimetype != "text/html":
        return str(answer.data, "latin-1")
    return Page(path="", status=answer.status_code, source=answer.text).text
