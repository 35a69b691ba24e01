"""How many SQL statements a page costs, told by SQLAlchemy and by those that go around it."""

from collections.abc import Sequence
from http.cookies import SimpleCookie

import siegvo
from benchmarks.pages import Page
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.wsgi import site_of
from tests.support.database import statements_noted


def statements_of(settings: siegvo.Settings, *, pages: Sequence[Page]) -> list[int]:
    """Open each of `pages` twice, in this process, and count what the second time costs."""
    counts = []
    with siegvo.open_portal(settings) as portal:
        app = create_app(portal, site_of(settings))
        for page in pages:
            client = app.test_client()
            for name, morsel in SimpleCookie(page.cookies[0]).items():
                client.set_cookie(name, morsel.value, domain="127.0.0.1")
            client.get(page.path, base_url=str(settings.public_url))
            with statements_noted() as noted:
                answer = client.get(page.path, base_url=str(settings.public_url))
            assert answer.status_code == 200, answer.status
            counts.append(len(noted))
    return counts
