"""Goals B10 to B13: caches, addresses, hosts and methods."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_JOURNEYS: Final = "integration/journeys"
_WEB: Final = "entrypoints/web"
_ANY_PAGE: Final = f"{_JOURNEYS}/test_signing_in.py::TestSigningIn::test_leads_to_the_dashboard"

EDGE: Final = (
    Sabotage(
        "B10",
        "a browser keeps private pages",
        f"{_WEB}/headers.py",
        was='"no-store, private"',
        now='"private"',
        tests=(_ANY_PAGE,),
    ),
    Sabotage(
        "B10",
        "a file that is not there is kept for good",
        f"{_WEB}/headers.py",
        was='if environ["PATH_INFO"].startswith("/static/") and status.startswith(\n'
        '                ("200", "206", "304")\n'
        "            ):",
        now='if environ["PATH_INFO"].startswith("/static/"):',
        tests=(f"{_JOURNEYS}/test_every_page.py::TestEveryFile",),
    ),
    Sabotage(
        "B11",
        "one is sent to any address after signing in",
        f"{_WEB}/next_page.py",
        was="if not wanted or len(wanted) > _LONGEST or not _GRAMMAR.match(wanted):",
        now="if wanted:\n        return wanted\n    if not wanted or not _GRAMMAR or not _LONGEST:",
        tests=(f"{_JOURNEYS}/test_where_one_is_sent.py",),
    ),
    Sabotage(
        "B11",
        "the address to go to is not checked when the form comes back",
        f"{_WEB}/accounts/sign_in.py",
        was="return keep_device(redirect(safe_next(form.next.data), code=303))",
        now="return keep_device(redirect(form.next.data or safe_next(None), code=303))",
        tests=(f"{_JOURNEYS}/test_where_one_is_sent.py",),
    ),
    Sabotage(
        "B12",
        "any host name is served",
        f"{_WEB}/app.py",
        was="TRUSTED_HOSTS=[site.host],",
        now="TRUSTED_HOSTS=None,",
        tests=(f"{_JOURNEYS}/test_hostile_requests.py::TestAWrongHost",),
    ),
    Sabotage(
        "B12",
        "anybody may say for whom they ask",
        f"{_WEB}/proxies.py",
        was='if _as_written(environ.get("REMOTE_ADDR", "")) in self.addresses:',
        now='if _as_written(environ.get("REMOTE_ADDR", "")):',
        tests=("unit/web/test_proxies.py",),
    ),
    Sabotage(
        "B12",
        "letters lead to another host than the configured one",
        "adapters/mail/rendering.py",
        was='"portal": public_url.rstrip("/"),',
        now='"portal": public_url and "http://autre.example",',
        tests=("integration/mail/test_writing.py::TestTheActivationLetter",),
    ),
    Sabotage(
        "B12",
        "a link of another portal opens ours",
        "adapters/security/signed_tokens.py",
        was='salt = f"siegvo/{purpose}/1/{self.audience}"',
        now='salt = f"siegvo/{purpose}/1"',
        tests=("integration/security/test_signed_tokens.py",),
    ),
    Sabotage(
        "B13",
        "a page answers to methods nobody declared",
        f"{_WEB}/accounts/sign_in.py",
        was='@blueprint.route("/connexion", methods=["GET", "POST"])',
        now='@blueprint.route("/connexion", methods=["GET", "POST", "DELETE"])',
        tests=(
            f"{_JOURNEYS}/test_hostile_requests.py::TestAMethodNobodyDeclared",
            f"{_JOURNEYS}/test_url_matrix.py::TestWhoeverIsNotSignedIn",
        ),
    ),
)
