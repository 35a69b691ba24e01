"""Goals B6 to B9: cookies, forms and headers."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_JOURNEYS: Final = "integration/journeys"
_WEB: Final = "entrypoints/web"
_ANY_PAGE: Final = f"{_JOURNEYS}/test_signing_in.py::TestSigningIn::test_leads_to_the_dashboard"
_OVER_HTTPS: Final = f"{_JOURNEYS}/test_every_page.py::TestOverHttps"

BROWSER: Final = (
    Sabotage(
        "B6",
        "scripts may read the cookie",
        f"{_WEB}/cookie.py",
        was="httponly=True",
        now="httponly=False",
        tests=(_ANY_PAGE,),
    ),
    Sabotage(
        "B6",
        "the cookie travels with what other sites ask for",
        f"{_WEB}/cookie.py",
        was='samesite="Lax"',
        now='samesite="None"',
        tests=(_ANY_PAGE,),
    ),
    Sabotage(
        "B6",
        "the cookie travels in clear",
        f"{_WEB}/cookie.py",
        was="secure=self.site.is_secure",
        now="secure=False",
        tests=(_OVER_HTTPS,),
    ),
    Sabotage(
        "B6",
        "a neighbour of our domain may set the cookie",
        f"{_WEB}/site.py",
        was='return "__Host-siegvo" if self.is_secure else "siegvo"',
        now='return "siegvo"',
        tests=(_OVER_HTTPS,),
    ),
    Sabotage(
        "B7",
        "a form needs no token",
        f"{_WEB}/csrf.py",
        was="    CSRFProtect(app)\n",
        now="    CSRFProtect(app)\n    app.config.update(WTF_CSRF_ENABLED=False)\n",
        tests=(f"{_JOURNEYS}/test_forged_forms.py::TestAForgedForm",),
    ),
    Sabotage(
        "B7",
        "a token is good in every browser",
        f"{_WEB}/cookie.py",
        was='hmac.digest(self._form_key.encode(), lasting.encode(), "sha256")',
        now='hmac.digest(self._form_key.encode(), lasting[:0].encode(), "sha256")',
        tests=(f"{_JOURNEYS}/test_forged_forms.py::TestAForgedForm",),
    ),
    Sabotage(
        "B7",
        "a form may come from another site",
        f"{_WEB}/provenance.py",
        was="if site is not None and site not in _OURS:",
        now="if site is not None and site in _OURS and False:",
        tests=(f"{_JOURNEYS}/test_forged_forms.py::TestAForgedForm",),
    ),
    Sabotage(
        "B7",
        "an older browser may bring a form of another site",
        f"{_WEB}/provenance.py",
        was="if site is None and origin is not None and origin != current.site().origin:",
        now="if site is None and origin is not None and not current.site().origin:",
        tests=(f"{_JOURNEYS}/test_forged_forms.py::TestAForgedForm",),
    ),
    Sabotage(
        "B8",
        "what opens a page may write",
        "adapters/sql/dialect.py",
        was='each_connection = (*_EACH_CONNECTION, "PRAGMA query_only = ON", _ROOM_FOR_PAGES)',
        now="each_connection = _EACH_CONNECTION",
        tests=(
            "integration/sql/test_sights.py::TestALook",
            "integration/sql/test_sqlite.py::TestEachConnection",
        ),
    ),
    Sabotage(
        "B8",
        "a mail scanner that opens a link confirms it",
        f"{_WEB}/accounts/address.py",
        was='        return form_page("accounts/confirm_address.html", form)\n',
        now="        form.errors\n",
        tests=(f"{_JOURNEYS}/test_changing_address.py::TestAnotherAddress",),
    ),
    Sabotage(
        "B9",
        "pages may run what is written in them",
        f"{_WEB}/headers.py",
        was="script-src 'self';",
        now="script-src 'self' 'unsafe-inline';",
        tests=(_ANY_PAGE,),
    ),
    Sabotage(
        "B9",
        "a form may lead anywhere",
        f"{_WEB}/headers.py",
        was="form-action 'self'{payment}; ",
        now="",
        tests=("unit/web/test_headers.py",),
    ),
    Sabotage(
        "B9",
        "another site may show our pages in a frame",
        f"{_WEB}/headers.py",
        was='    ("X-Frame-Options", "DENY"),\n',
        now="",
        tests=(_ANY_PAGE,),
    ),
    Sabotage(
        "B9",
        "a browser may come back in clear",
        f"{_WEB}/headers.py",
        was='more = [("Strict-Transport-Security", "max-age=63072000; includeSubDomains")]',
        now="more = []",
        tests=(_OVER_HTTPS,),
    ),
    Sabotage(
        "B9",
        "errors bear no headers",
        f"{_WEB}/headers.py",
        was="            kept = [pair for pair in headers if pair[0].lower() not in _OURS]\n",
        now="            kept = [pair for pair in headers if pair[0].lower() not in _OURS]\n"
        '            if status.startswith("4"):\n'
        "                return start_response(status, kept, *rest)\n",
        tests=(f"{_JOURNEYS}/test_error_pages.py",),
    ),
)
