"""Every form of the portal: found on its pages, or filled in so that it would be taken."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs
from flask import Flask

from tests.support import arranging
from tests.support.asking import at_once
from tests.support.browser import Browser
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.page import Page
from tests.support.payer import prepare_to_pay
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal
from tests.support.web_form import Sending, fill_in, form_of_button

ODILE: Final = "odile.marchal@exemple.fr"
NUMBER: Final = "100200423"
_FRESH: Final = "lanterne vingt-deux orge dimanche"
_WORDS: Final[Mapping[str, str]] = {
    "contract": NUMBER,
    "int": "2026",
    "invoice": "2026-EA-0000489",
    "reference": "D-2026-000001",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "": "personne",
}
"""What to write in an address, by the converter of its place."""

WITHOUT_TOKEN: Final[Mapping[str, str]] = {
    "/paiements/notification": "the treasury calls it, believes nothing it is told, asks back",
}
"""What machines call, and why it is safe."""

Prepare = Callable[[SamplePortal, MailSink], tuple[Browser, Sending]]


@attrs.frozen(kw_only=True)
class Found:
    """A form, the browser that has it open, and the route it would be sent to."""

    rule: str
    browser: Browser
    sending: Sending


def addresses_of_forms(app: Flask) -> dict[str, str]:
    """Return the route of every form, and an address of it."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    return {rule.rule: _address(rule.rule) for rule in rules}


def forms_on_pages(app: Flask, *browsers: Browser) -> Iterator[Found]:
    """Yield the forms of every page that those browsers are shown, each route's once for each."""
    for browser in browsers:
        seen: set[tuple[str, frozenset[str]]] = set()
        for rule in app.url_map.iter_rules():
            if "GET" in (rule.methods or ()):
                for found in _forms_at(app, browser, _address(rule.rule)):
                    names = frozenset(name for name, _ in found.sending.fields)
                    if (found.rule, names) not in seen:
                        seen.add((found.rule, names))
                        yield found


def _forms_at(app: Flask, browser: Browser, path: str) -> Iterator[Found]:
    answer = browser.ask("GET", path)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return
    page = browser.open(path)
    for form in page.tree.all("form"):
        if form["method"].upper() == "POST":
            sending = fill_in(form, {}, at=page.path)
            yield Found(rule=_rule(app, sending.action), browser=browser, sending=sending)


def _rule(app: Flask, path: str) -> str:
    where = app.url_map.bind("localhost")
    rule, _ = where.match(path.partition("?")[0], method="POST", return_rule=True)
    return rule.rule


def _address(rule: str) -> str:
    def word(place: re.Match[str]) -> str:
        converter = place[1].rpartition(":")[0].partition("(")[0]
        assert converter in _WORDS, f"say in _WORDS what stands for <{place[1]}> in {rule}"
        return _WORDS[converter]

    return re.sub(r"<([^>]+)>", word, rule)


def _sign_in(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    service.account(NUMBER)
    browser = service.visitor()
    return browser, browser.prepare("/connexion", email=ODILE, password=PASSWORD)


def _confirm(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, browser.prepare("/connexion/confirmation", password=PASSWORD)


def _sign_out(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    page = browser.open("/mon-compte")
    form = next(each for each in page.tree.all("form") if each["action"] == "/deconnexion")
    return browser, fill_in(form, {}, at=page.path)


def register(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    """Have a visitor ask for an account."""
    del mail
    browser = service.visitor()
    typed = {"password": PASSWORD, "password_confirmation": PASSWORD}
    return browser, browser.prepare("/inscription", email="autre@exemple.fr", **typed)


def _resend(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.visitor()
    return browser, browser.prepare("/activation/renvoyer", email=ODILE)


def _activate(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, link = _activation_link(service, mail)
    return browser, browser.prepare(link, password=PASSWORD)


def _activate_by_address(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, link = _activation_link(service, mail)
    return browser, attrs.evolve(browser.prepare(link, password=PASSWORD), action=link)


def _activation_link(service: SamplePortal, mail: MailSink) -> tuple[Browser, str]:
    browser, sending = register(service, mail)
    browser.deliver(sending)
    service.post()
    return browser, link_in(letter_about(mail, "Activez votre compte"), "/activation/")


def _forget(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    service.account(NUMBER)
    browser = service.visitor()
    return browser, browser.prepare("/mot-de-passe-oublie", email=ODILE)


def _reset(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, link = _reset_link(service, mail)
    return browser, browser.prepare(link, password=_FRESH, password_confirmation=_FRESH)


def _reset_by_address(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, link = _reset_link(service, mail)
    sending = browser.prepare(link, password=_FRESH, password_confirmation=_FRESH)
    return browser, attrs.evolve(sending, action=link)


def _reset_link(service: SamplePortal, mail: MailSink) -> tuple[Browser, str]:
    browser, sending = _forget(service, mail)
    browser.deliver(sending)
    service.post()
    letter = letter_about(mail, "mot de passe")
    return browser, link_in(letter, "/reinitialisation/")


def _change_password(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    typed = {"current_password": PASSWORD, "password": _FRESH, "password_confirmation": _FRESH}
    return browser, browser.prepare("/mon-compte/mot-de-passe", **typed)


def _change_address(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    typed = {"email": "odile@exemple.org", "password": PASSWORD}
    return browser, browser.prepare("/mon-compte/adresse-e-mail", **typed)


def _confirm_address(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser = _address_changing(service, mail)
    page = browser.open(link_in(letter_about(mail, "Confirmez"), "/mon-compte/adresse-e-mail/"))
    return browser, fill_in(form_of_button(page, "Confirmer cette adresse"), {}, at=page.path)


def _cancel_address(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser = _address_changing(service, mail)
    letter = letter_about(mail, "Un changement d’adresse")
    page = browser.open(link_in(letter, "/mon-compte/adresse-e-mail/annulation/"))
    return browser, fill_in(form_of_button(page, "Annuler le changement"), {}, at=page.path)


def _address_changing(service: SamplePortal, mail: MailSink) -> Browser:
    browser, sending = _change_address(service, mail)
    browser.deliver(sending)
    service.post()
    return browser


def _delete(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, browser.prepare("/mon-compte/suppression", password=PASSWORD)


def _end_sessions(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    page = browser.open("/mon-compte/sessions")
    forms = [each for each in page.main.all("form") if each["action"] != "/deconnexion"]
    return browser, fill_in(forms[-1], {}, at=page.path)


def _link(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber()
    typed = {"contract_number": NUMBER, "security_key": key_of(NUMBER)}
    return browser, browser.prepare("/contrats/lier", **typed)


def _dispute(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    service.account(NUMBER, email="karim@exemple.fr")
    page = browser.open("/mon-compte/comptes-lies")
    return browser, fill_in(form_of_button(page, "Contester"), {}, at=page.path)


def _send_reading(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, browser.prepare(f"/contrats/{NUMBER}/releve", index="570")


def _choose_e_invoice(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, browser.prepare(f"/contrats/{NUMBER}/e-facture", e_invoice="yes")


def _change_mode(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, arranging.at_once(browser, arranging.mode_of(NUMBER), arranging.TO_INVOICE)


def _change_account(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser, path = service.subscriber(NUMBER), arranging.account_of(NUMBER)
    return browser, arranging.at_once(browser, path, arranging.ANOTHER_ACCOUNT)


def _cancel_change(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, sending = _change_mode(service, mail)
    page = browser.deliver(sending)
    button = form_of_button(page, "Annuler ce changement")
    return browser, fill_in(button, {}, at=page.path)


def _revoke(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, browser.prepare(f"/contrats/{NUMBER}/mandat/revocation", password=PASSWORD)


def _confirm_by_link(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, sending = _change_mode(service, mail)
    browser.deliver(sending)
    service.post()
    page = browser.open(
        link_in(letter_about(mail, "Confirmez votre changement"), "/contrats/changement/")
    )
    button = form_of_button(page, "Confirmer ce changement")
    return browser, fill_in(button, {}, at=page.path)


def _cancel_by_link(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, sending = _confirm_by_link(service, mail)
    browser.deliver(sending)
    service.post()
    page = browser.open(
        link_in(letter_about(mail, "règlement confirmé"), "/contrats/changement/annulation/")
    )
    button = form_of_button(page, "Annuler ce changement")
    return browser, fill_in(button, {}, at=page.path)


def _write(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.visitor()
    typed = {"name": "Odile Marchal", "email": ODILE, "subject": "Pression", "message": "Bonjour."}
    return browser, browser.prepare("/contact", **typed)


def _asking(kind: str) -> Prepare:
    def ask(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
        del mail
        browser = service.subscriber(NUMBER)
        return browser, at_once(browser, kind)

    return ask


def _cancel_request(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, asked = _asked(service, mail)
    page = browser.open(f"{asked.path}/annulation")
    return browser, fill_in(form_of_button(page, "Annuler ma demande"), {}, at=page.path)


def _reply(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    browser, page = _asked(service, mail)
    typed = {"message": "Je vous joins la facture."}
    return browser, fill_in(form_of_button(page, "Envoyer mon message"), typed, at=page.path)


def _asked(service: SamplePortal, mail: MailSink) -> tuple[Browser, Page]:
    browser, sending = _asking("autre")(service, mail)
    return browser, browser.deliver(sending)


def _pay(service: SamplePortal, mail: MailSink) -> tuple[Browser, Sending]:
    del mail
    browser = service.subscriber(NUMBER)
    return browser, prepare_to_pay(browser, _WORDS["invoice"])


PREPARED: Final[Mapping[str, Prepare]] = {
    "/activation": _activate,
    "/activation/<token>": _activate_by_address,
    "/activation/renvoyer": _resend,
    "/connexion": _sign_in,
    "/connexion/confirmation": _confirm,
    "/contact": _write,
    "/contrats/<contract:number>/e-facture": _choose_e_invoice,
    "/contrats/<contract:number>/releve": _send_reading,
    "/contrats/<contract:number>/changement/<reference:reference>/annulation": _cancel_change,
    "/contrats/<contract:number>/coordonnees-bancaires": _change_account,
    "/contrats/<contract:number>/mandat/revocation": _revoke,
    "/contrats/<contract:number>/mode-de-reglement": _change_mode,
    "/contrats/changement/annulation": _cancel_by_link,
    "/contrats/changement/confirmation": _confirm_by_link,
    "/contrats/lier": _link,
    "/deconnexion": _sign_out,
    "/demarches/<reference:reference>/annulation": _cancel_request,
    "/demarches/<reference:reference>/messages": _reply,
    "/demarches/nouvelle/abonnement": _asking("abonnement"),
    "/demarches/nouvelle/autre": _asking("autre"),
    "/demarches/nouvelle/fuite": _asking("fuite"),
    "/demarches/nouvelle/resiliation": _asking("resiliation"),
    "/factures/<invoice:number>/paiement": _pay,
    "/inscription": register,
    "/mon-compte/adresse-e-mail": _change_address,
    "/mon-compte/adresse-e-mail/annulation": _cancel_address,
    "/mon-compte/adresse-e-mail/confirmation": _confirm_address,
    "/mon-compte/comptes-lies": _dispute,
    "/mon-compte/mot-de-passe": _change_password,
    "/mon-compte/sessions": _end_sessions,
    "/mon-compte/suppression": _delete,
    "/mot-de-passe-oublie": _forget,
    "/reinitialisation": _reset,
    "/reinitialisation/<token>": _reset_by_address,
}
"""By its route, what makes a form that would be taken."""
