"""The web application."""

from flask import Flask

from siegvo.application.portal import Portal
from siegvo.entrypoints.web import csrf, errors, form_shape, health, provenance, sizes, urls
from siegvo.entrypoints.web.accounts import (
    activation,
    address,
    confirmation,
    deletion,
    my_account,
    passwords,
    registration,
    sessions,
    sign_in,
    welcome,
)
from siegvo.entrypoints.web.assets import shipped_assets, with_static
from siegvo.entrypoints.web.billing import documents as invoice_documents
from siegvo.entrypoints.web.billing import e_invoice, invoices, payment, payment_notices
from siegvo.entrypoints.web.contracts import attestation, dashboard, linking, sharing
from siegvo.entrypoints.web.cookie import OneCookie
from siegvo.entrypoints.web.documents import views as documents
from siegvo.entrypoints.web.frame import frame_pages
from siegvo.entrypoints.web.headers import Headers
from siegvo.entrypoints.web.home import contact
from siegvo.entrypoints.web.home import views as home
from siegvo.entrypoints.web.lean_flask import LeanFlask
from siegvo.entrypoints.web.metering import consumption, readings
from siegvo.entrypoints.web.payments import arrangement, change_links, changes, revocation
from siegvo.entrypoints.web.proxies import TrustedProxies
from siegvo.entrypoints.web.requests import new as new_request
from siegvo.entrypoints.web.requests import thread
from siegvo.entrypoints.web.requests import views as requests
from siegvo.entrypoints.web.site import Site

_PAGES = (
    home,
    contact,
    sign_in,
    registration,
    activation,
    passwords,
    welcome,
    my_account,
    address,
    deletion,
    confirmation,
    sessions,
    linking,
    sharing,
    dashboard,
    attestation,
    readings,
    consumption,
    invoices,
    invoice_documents,
    e_invoice,
    payment,
    payment_notices,
    requests,
    new_request,
    thread,
    documents,
    arrangement,
    change_links,
    changes,
    revocation,
    health,
)


def create_app(portal: Portal, site: Site) -> Flask:
    """Put `portal` on the web, at the address that `site` gives."""
    app = LeanFlask(__name__, static_folder=None)
    app.served_at = site.host_and_port
    app.config.update(
        SECRET_KEY=site.form_keys[0],
        SECRET_KEY_FALLBACKS=list(site.form_keys[1:]),
        TRUSTED_HOSTS=[site.host],
        PREFERRED_URL_SCHEME="https" if site.is_secure else "http",
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
    )
    app.extensions |= {"siegvo": portal, "siegvo-site": site}
    app.session_interface = OneCookie(site)
    assets = shipped_assets()
    frame_pages(app.jinja_env, assets=assets, utility=site.utility)
    for part in (errors, urls, sizes, provenance, form_shape, csrf):
        part.init_app(app)
    for pages in _PAGES:
        app.register_blueprint(pages.blueprint)
    inner = with_static(app.wsgi_app, assets=assets)
    edge = Headers(TrustedProxies(inner, site.trusted_proxies), site)
    app.wsgi_app = edge  # type: ignore[method-assign]  # Flask's own way to be wrapped
    return app
