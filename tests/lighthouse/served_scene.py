"""The scene that is looked at, behind the server that `siegvo serve` starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import attrs

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.upgrade import upgrade
from tests.look.scene import Scene
from tests.look.view import Who
from tests.support.outside import Mailbox
from tests.support.ports import kept_port
from tests.support.programs import running, status
from tests.support.sample_portal import SamplePortal


@attrs.frozen(kw_only=True)
class ServedScene:
    """Where it is, and the cookie of the subscriber who has signed in."""

    at: str
    cookie: str = attrs.field(repr=False)


@contextmanager
def served_scene(folder: Path) -> Iterator[ServedScene]:
    """Lay the scene in `folder`, and serve it meanwhile as it is in use."""
    with kept_port() as port:
        at, url = f"http://localhost:{port}", f"sqlite:///{folder / 'siegvo.db'}"
        cookie = _laid(url, folder=folder, at=at)
        settings = {
            "SIEGVO_DATA_DIR": str(folder),
            "SIEGVO_DATABASE_URL": url,
            "SIEGVO_PUBLIC_URL": at,
        }
        with running("serve", "--port", str(port), settings=settings) as server:
            assert status(port, "/sante") == 200
            yield ServedScene(at=at, cookie=cookie)
            server.terminate()
            server.wait()


def _laid(url: str, *, folder: Path, at: str) -> str:
    engine, mailbox = open_engine(url), Mailbox()
    upgrade(engine)
    service = SamplePortal.on(engine, folder=folder, mailer=mailbox, at=at)
    service.receive_samples()
    scene = Scene.laid(service, mailbox)
    # What happened there happened on a day of its own; the server goes by the clock.
    service.clock.moment = datetime.now(UTC)
    cookie = scene.signed_in(Who.SUBSCRIBER).client.get_cookie("siegvo")
    assert cookie, "a session has its cookie"
    engine.dispose()
    return f"{cookie.key}={cookie.value}"
