"""What a view may ask of the request it serves."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from secrets import token_urlsafe
from typing import ParamSpec, cast
from urllib.parse import urlencode

from flask import current_app, g, redirect, request, session
from flask.typing import ResponseReturnValue

from siegvo.application.portal import Portal
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.readers.visitors import HeldContract, Visitor
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.entrypoints.web.cookie import Cookie
from siegvo.entrypoints.web.site import Site

Arguments = ParamSpec("Arguments")


def portal() -> Portal:
    return cast("Portal", current_app.extensions["siegvo"])


def site() -> Site:
    return cast("Site", current_app.extensions["siegvo-site"])


def today() -> date:
    return site().clock.today()


def cookie() -> Cookie:
    # Flask's `session` is a proxy; what is behind it is ours.
    return cast("Cookie", session)


def visitor() -> Visitor | None:
    """Return who is signed in, asked once a request."""
    if "visitor" not in g:
        sent = cookie().sent
        meet(portal().accounts.who_is(sent, origin=origin()) if sent else None)
    return cast("Visitor | None", g.visitor)


def meet(known: Visitor | None) -> None:
    """Remember who is signed in, however it was asked."""
    g.visitor = known
    if known:
        _renew(known.session)


def _renew(known: Session) -> None:
    """Give a session remembered through a pause another cookie; one tab of several brings it."""
    now = site().clock.now()
    if known.wants_new_key(now):
        key = portal().accounts.renew_session(cookie().sent)
        if key:
            cookie().become(key.value, lasts=known.lasts(now))


def subscriber() -> Visitor:
    """Return who is signed in; only meaningful behind `signed_in`."""
    found = visitor()
    if found is None:
        message = "nobody is signed in: the view lacks `signed_in`"
        raise RuntimeError(message)
    return found


def account() -> AccountId:
    return subscriber().account


def chosen_contract() -> HeldContract | None:
    """Return the contract named by the query, else the first one, else nothing.

    Raises:
        ContractNotFound: the query names one that is not theirs.
    """
    contracts = subscriber().contracts
    wanted = request.args.get("contrat")
    if wanted is None:
        return contracts[0] if contracts else None
    number = ContractNumber.parse(wanted)
    for contract in contracts:
        if contract.number == number:
            return contract
    raise ContractNotFound(number)


def origin() -> str:
    """Return the address of the browser, as far as our proxies tell."""
    return request.remote_addr or ""


def device() -> str:
    """Return how the browser names itself."""
    return request.headers.get("User-Agent", "")[:200]


def signed_in(
    view: Callable[Arguments, ResponseReturnValue],
) -> Callable[Arguments, ResponseReturnValue]:
    """Send strangers to the sign-in page, and bring them back afterwards."""

    @wraps(view)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if visitor() is None:
            here = urlencode({"next": request.full_path.rstrip("?")})
            return redirect(f"/connexion?{here}", code=303)
        return view(*args, **kwargs)

    return guarded


def proved(
    view: Callable[Arguments, ResponseReturnValue],
) -> Callable[Arguments, ResponseReturnValue]:
    """Ask for the password again before `view`, unless it was given within ten minutes.

    What was being sent is not sent again afterwards: its page is shown, to be looked at anew.
    """

    @wraps(view)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if subscriber().session.is_proved(site().clock.now()):
            return view(*args, **kwargs)
        here = urlencode({"next": _here()})
        return redirect(f"/connexion/confirmation?{here}", code=303)

    return signed_in(guarded)


def _here() -> str:
    """Return the address of this page, or of MON COMPTE if it cannot be opened by a link."""
    methods = request.url_rule.methods if request.url_rule else None
    return request.full_path.rstrip("?") if methods and "GET" in methods else "/mon-compte"


def enter(key: SessionKey, *, lasts: timedelta | None = None) -> None:
    """Have this browser carry a session that has just begun; the one it carried, if any, ends."""
    if visitor() is not None:
        portal().accounts.sign_out(cookie().sent, origin=origin())
    cookie().become(key.value, lasts=lasts)


def leave() -> None:
    """End the session of this browser, and give it another cookie."""
    if cookie().sent:
        portal().accounts.sign_out(cookie().sent, origin=origin())
    cookie().become(token_urlsafe(32))
    g.visitor = None
