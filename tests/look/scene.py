"""A portal where every page has something to show: people, contracts, letters on their way."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, Self

import attrs

from siegvo.application.notifications.drafts import LetterKind
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.billing.treasury_answer import TreasuryResult
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.documents.document import Title
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from tests.look.doors import open_doors
from tests.look.view import View, Who
from tests.support.asking import a_pdf, at_once
from tests.support.attestations import code_on
from tests.support.browser import Browser
from tests.support.builders.banking import french_iban
from tests.support.later_files import a_contract_row, a_meter_row, a_reading_row, an_invoice_row
from tests.support.outside import Mailbox
from tests.support.payer import last_payment, leave_to_pay, look_up_what_is_due
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD, SamplePortal

MAILBOXES: Final[Mapping[Who, str]] = {
    Who.NEWCOMER: "neuve@exemple.fr",
    Who.WAITING: "attend@exemple.fr",
    Who.SUBSCRIBER: "odile.marchal@exemple.fr",
}
"""Whom each signs in as, with the password of all."""

_PARTNER: Final = "karim@exemple.fr"
_ANSWER: Final = MessageText("Bonjour,\nil nous faut une pièce d’identité.\n\nLe service")
_MONTHLY, _DUE_DATE, _ENDED, _NEW = "100200423", "100200331", "100200317", "100300002"
_ON_INVOICE: Final = "100200433"
_LEAKING: Final = "F13BA000036"  # the meter of _ON_INVOICE
_LARGE: Final = "100200714"  # one of the twelve contracts of a payer: staff look first
_LINKED: Final = (_DUE_DATE, _ENDED, _NEW, _MONTHLY, _ON_INVOICE)


@attrs.define
class Scene:
    """What was prepared, and by which name an address asks for it."""

    service: SamplePortal
    mailbox: Mailbox
    holder: AccountId
    names: dict[str, str] = attrs.Factory(dict)

    @classmethod
    def laid(cls, service: SamplePortal, mailbox: Mailbox) -> Self:
        """Have everything happen, in a portal that nobody has asked anything yet."""
        open_doors(service.app)
        late = _letter_of_last_week(service, mailbox)
        _receive(service)
        holder = service.account(*_LINKED, email=MAILBOXES[Who.SUBSCRIBER])
        service.portal.metering.watch_leaks()
        service.portal.announcements.publish_announcement(
            headline=Headline("Coupure d’eau le 2 décembre"),
            text=AnnouncementText(
                "L’eau sera coupée de 8 h à 12 h pour travaux.\nFaites quelques réserves la veille."
            ),
            actor=Actor.staff("accueil"),
        )
        scene = cls(service, mailbox, holder, {"late_activation": late})
        browser = scene.signed_in(Who.SUBSCRIBER)
        scene._attest(browser)
        scene._send_readings(browser)
        scene._ask(browser)
        scene._pay(browser)
        scene._change_payments()
        scene._write_letters(browser)
        scene._let_others_in()
        return scene

    def address(self, view: View) -> str:
        """Return the path and query where the view is."""
        return view.path.format(**self.names)

    def _attest(self, browser: Browser) -> None:
        answer = browser.ask("GET", f"/contrats/{_DUE_DATE}/attestation.pdf")
        self.names["attestation"] = code_on(answer.data)

    def _send_readings(self, browser: Browser) -> None:
        path = f"/contrats/{_DUE_DATE}/releve"
        browser.submit(path, index="430")
        self._note("reading")
        browser.submit(path, index="900", expect=422)
        browser.send(confirm=True)
        self._note("doubtful_reading")

    def _ask(self, browser: Browser) -> None:
        browser.deliver(at_once(browser, "abonnement", contract_number=""))
        self._note("subscription")
        browser.deliver(at_once(browser, "autre", contract_number=""))
        reference = self._note("answered")
        self.service.portal.requests.answer_request(
            reference, message=_ANSWER, actor=self.service.clerk
        )

    def _pay(self, browser: Browser) -> None:
        """Leave to pay three times: once it is paid, once refused, once nobody knows yet."""
        treasury = self.service.treasury
        ends = {
            "paid_payment": ("2026-EA-0000540", TreasuryResult.PAID_BY_CARD),
            "refused_payment": ("2026-EA-0000489", TreasuryResult.CARD_REFUSED),
            "waiting_payment": ("2026-EA-0000489", None),
        }
        for name, (invoice, result) in ends.items():
            self.service.clock.advance(timedelta(minutes=1))
            leave_to_pay(browser, invoice)
            self.names[name] = str(last_payment(self.service).reference)
            if result:
                treasury.decide(treasury.last, result)
                look_up_what_is_due(self.service, minutes=2)

    def _change_payments(self) -> None:
        """Ask for two changes: one confirmed, one only asked, so that each link has its page."""
        self._ask_change(
            _ON_INVOICE,
            PaymentMode.DIRECT_DEBIT,
            iban=french_iban().text,
            account_holder="Odile Marchal",
            consent=True,
        )
        used = self._token(LetterKind.PAYMENT_CHANGE_TO_CONFIRM)
        self.service.portal.payments.confirm_change(used)
        self.service.post()
        self.names["used_change"] = used
        self.names["change_undone"] = self._token(LetterKind.PAYMENT_CHANGE_CONFIRMED)
        self.names["payment_change"] = str(self._ask_change(_DUE_DATE, PaymentMode.ON_INVOICE))
        self.names["change"] = self._token(LetterKind.PAYMENT_CHANGE_TO_CONFIRM)

    def _ask_change(self, contract: str, mode: PaymentMode, **account: Any) -> RequestReference:
        reference = self.service.portal.payments.change_payment_mode(
            holder=self.holder,
            contract=ContractNumber(contract),
            mode=mode,
            proved_at=self.service.clock.now(),
            **account,
        )
        self.service.post()
        return reference

    def _write_letters(self, browser: Browser) -> None:
        self.names["activation"] = _letter_after_registering(
            self.service, self.mailbox, "pas.encore@exemple.fr"
        )
        self.service.visitor().submit("/mot-de-passe-oublie", email=MAILBOXES[Who.SUBSCRIBER])
        self.service.post()
        self.names["reset"] = self._token(LetterKind.PASSWORD_RESET)
        browser.submit("/mon-compte/adresse-e-mail", email="odile@exemple.org", password=PASSWORD)
        self.service.post()
        self.names["address"] = self._token(LetterKind.ADDRESS_TO_CONFIRM)
        self.names["address_undone"] = self._token(LetterKind.ADDRESS_CHANGE_ASKED)

    def _let_others_in(self) -> None:
        """Open the accounts of somebody without a contract, of a partner, of one who waits."""
        self.service.account(email=MAILBOXES[Who.NEWCOMER])
        self.service.account(_MONTHLY, email=_PARTNER)
        self.service.account(email=MAILBOXES[Who.WAITING])
        self.signed_in(Who.WAITING).submit(
            "/contrats/lier", contract_number=_LARGE, security_key=key_of(_LARGE)
        )

    def signed_in(self, who: Who) -> Browser:
        """Give the browser of one of those who look, without a window."""
        browser = self.service.visitor()
        if who is Who.STRANGER:
            return browser
        browser.submit("/connexion", email=MAILBOXES[who], password=PASSWORD)
        return browser

    def _token(self, kind: LetterKind) -> str:
        return _link_in(self.mailbox, kind)

    def _note(self, name: str) -> RequestReference:
        """Call what the subscriber asked last by that name."""
        latest = self.service.portal.requests.list_requests(self.holder)[0].reference
        self.names[name] = str(latest)
        return latest


def _letter_of_last_week(service: SamplePortal, mailbox: Mailbox) -> str:
    """Return a link that nobody pressed in time."""
    service.clock.advance(-timedelta(days=5))
    link = _letter_after_registering(service, mailbox, "tard@exemple.fr")
    service.clock.advance(timedelta(days=5))
    return link


def _letter_after_registering(service: SamplePortal, mailbox: Mailbox, email: str) -> str:
    service.visitor().submit(
        "/inscription", email=email, password=PASSWORD, password_confirmation=PASSWORD
    )
    service.post()
    return _link_in(mailbox, LetterKind.ACTIVATION)


def _link_in(mailbox: Mailbox, kind: LetterKind) -> str:
    """Return what the link of the latest letter of that kind ends with."""
    letters = [each for each in mailbox.letters if each.template == kind]
    assert letters, f"no {kind} among {[each.template for each in mailbox.letters]}"
    return str(letters[-1].facts["token"])


def _receive(service: SamplePortal) -> None:
    """Import a contract with two meters, an estimate and invoices of every sort."""
    service.receive(
        contracts=[a_contract_row(_NEW)],
        meters=[
            a_meter_row("T26AA000002", contract=_NEW),
            a_meter_row("T26AA000003", contract=_NEW, fitted_at=500),
        ],
        readings=[
            a_reading_row("T26AA000002", on="2026-06-10", index=40),
            a_reading_row("T26AA000002", on="2026-10-10", index=90, source="estimation"),
            a_reading_row("T26AA000003", on="2026-10-10", index=590),
            a_reading_row(_LEAKING, on="2026-11-20", index=2300),
        ],
        invoices=[
            an_invoice_row("F-1", contract=_NEW),
            an_invoice_row("F-2", contract=_NEW, total="12,00", left="0,60"),
        ],
    )
    service.portal.documents.publish_document(
        a_pdf(), title=Title("Règlement de distribution d’eau potable"), actor=service.clerk
    )
