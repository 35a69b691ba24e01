from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from siegvo.adapters.mail.caught import CaughtLetter, CaughtMail
from siegvo.application.portal import Portal
from siegvo.entrypoints.demo import mailbox
from siegvo.entrypoints.demo.mailbox import paragraphs
from siegvo.entrypoints.mailers import caught_mail
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.wsgi import site_of

TEXT = "Bonjour,\n\nSuivez ce lien : http://localhost:8000/activation/abc.def.\n\nÀ bientôt\n<b>"


@pytest.fixture
def mail(tmp_path: Path) -> CaughtMail:
    (tmp_path / "courrier").mkdir()
    return caught_mail(Settings(data_dir=tmp_path), folder=tmp_path / "courrier")


@pytest.fixture
def client(portal: Portal, mail: CaughtMail, tmp_path: Path) -> FlaskClient:
    app: Flask = create_app(portal, site_of(Settings(data_dir=tmp_path)))
    mailbox.init_app(app, mail)
    return app.test_client()


def catch(mail: CaughtMail, name: str, *, subject: str = "Activez votre compte") -> None:
    CaughtLetter(
        name=name,
        to="odile@exemple.fr",
        at=datetime(2026, 11, 23, 11, tzinfo=UTC),
        subject=subject,
        text=TEXT,
        html="<p>never shown</p>",
    ).write(mail.folder / f"{name}.json")


class TestTheMailbox:
    def test_is_empty_at_first(self, client: FlaskClient) -> None:
        assert "Aucun courriel pour l’instant" in client.get("/demo/courrier").text

    def test_lists_letters(self, client: FlaskClient, mail: CaughtMail) -> None:
        catch(mail, "1.1", subject="<b>Bonjour</b>")

        shown = client.get("/demo/courrier").text

        assert 'href="/demo/courrier/1.1"' in shown
        assert "&lt;b&gt;Bonjour&lt;/b&gt;" in shown
        assert "odile@exemple.fr" in shown

    def test_shows_the_text_of_one(self, client: FlaskClient, mail: CaughtMail) -> None:
        catch(mail, "1.1")

        shown = client.get("/demo/courrier/1.1").text

        assert "<h1>Activez votre compte</h1>" in shown
        assert 'href="http://localhost:8000/activation/abc.def"' in shown
        assert "never shown" not in shown

    def test_knows_no_other(self, client: FlaskClient, mail: CaughtMail) -> None:
        catch(mail, "1.1")

        assert client.get("/demo/courrier/../secret-key").status_code == 404
        assert client.get("/demo/courrier/2.1").status_code == 404

    def test_is_not_part_of_the_portal(self, portal: Portal, tmp_path: Path) -> None:
        app = create_app(portal, site_of(Settings(data_dir=tmp_path)))

        assert app.test_client().get("/demo/courrier").status_code == 404


class TestParagraphs:
    def test_are_cut_at_empty_lines(self) -> None:
        assert len(paragraphs(TEXT)) == 3

    def test_have_links_that_end_before_the_full_stop(self) -> None:
        assert str(paragraphs(TEXT)[1]).endswith("</a>.")
        assert 'href="http://localhost:8000/activation/abc.def"' in paragraphs(TEXT)[1]

    def test_keep_their_lines_and_hold_no_tags(self) -> None:
        assert paragraphs(TEXT)[2] == "À bientôt<br>&lt;b&gt;"
