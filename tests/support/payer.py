"""A subscriber who pays on line."""

from datetime import timedelta
from uuid import uuid4

from siegvo.domain.billing.online_payment import OnlinePayment
from tests.support.browser import Browser
from tests.support.sample_portal import SamplePortal
from tests.support.web_form import Sending, fill_in


def prepare_to_pay(browser: Browser, invoice: str) -> Sending:
    """Open the page of an invoice, and make ready to press the button that pays it."""
    page = browser.open(f"/factures/{invoice}")
    return payment_of(browser, page.path)


def payment_of(browser: Browser, path: str) -> Sending:
    """Make ready to press the button of the page on the screen that leads away to pay."""
    forms = [form for form in browser.page.main.all("form") if "/paiement" in form["action"]]
    assert len(forms) == 1, f"{len(forms)} buttons to pay at {path}"
    return fill_in(forms[0], {}, at=path)


def leave_to_pay(browser: Browser, invoice: str) -> str:
    """Press the button that pays an invoice, and return where it leads."""
    answer = browser.transmit(prepare_to_pay(browser, invoice))
    assert answer.status_code == 303, answer.status_code
    return answer.headers["Location"]


def last_payment(service: SamplePortal) -> OnlinePayment:
    """Return the payment that was begun last."""
    return service.portal.billing.list_payments(most=1)[0]


def return_path(service: SamplePortal) -> str:
    """Return where its payer comes back to."""
    return f"/paiements/{last_payment(service).reference}/retour"


def notify(browser: Browser, idop: str, *, field: str = "idop") -> int:
    """Send what the treasury sends, and return the status of the answer."""
    answer = browser.ask("POST", "/paiements/notification", data={field: idop})
    assert answer.data == b""
    return answer.status_code


def look_up_what_is_due(service: SamplePortal, **later: float) -> None:
    """Let time go by, and have the worker ask whatever is due."""
    service.clock.advance(timedelta(**later))
    while service.portal.billing.check_payments() is not None:
        pass


def some_reference() -> str:
    return str(uuid4())
