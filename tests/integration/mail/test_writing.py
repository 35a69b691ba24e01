"""Letters in words: every kind, as its reader gets it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from jinja2 import UndefinedError

from siegvo.adapters.mail import rendering
from siegvo.adapters.mail.rendering import Writer
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.builders.contracts import a_tenure
from tests.support.html_tree import parse_html
from tests.support.letters import TOKEN, a_letter

PORTAL = "https://abonnes.exemple.fr"
TEMPLATES = Path(rendering.__file__).with_name("templates")


def words_of(html: str) -> str:
    return parse_html(html).all("body")[0].text


FOR_THE_SERVICE = {LetterKind.CONTACT_RECEIVED}
"""Answered by mail: there is no page to go to."""


@pytest.mark.parametrize("kind", LetterKind)
class TestEveryLetter:
    def test_has_a_subject_on_one_line(self, writer: Writer, kind: LetterKind) -> None:
        subject = writer.write(a_letter(kind)).subject

        assert 10 < len(subject) < 70
        assert subject.splitlines() == [subject]

    def test_is_one_page_with_one_title(self, writer: Writer, kind: LetterKind) -> None:
        page = parse_html(writer.write(a_letter(kind)).html)

        assert page.all("html")[0]["lang"] == "fr"
        assert [title.text for title in page.all("h1")] == [page.all("title")[0].text]

    def test_has_one_button_and_its_link_in_clear(self, writer: Writer, kind: LetterKind) -> None:
        written = writer.write(a_letter(kind))

        if kind in FOR_THE_SERVICE:
            assert not parse_html(written.html).all("a")
            return
        button, in_clear = parse_html(written.html).all("a")
        link = button["href"]
        assert link.startswith(f"{PORTAL}/")
        assert (in_clear["href"], in_clear.text) == (link, link)
        assert link in written.text.splitlines()

    def test_stands_without_style_script_or_image(self, writer: Writer, kind: LetterKind) -> None:
        page = parse_html(writer.write(a_letter(kind)).html)

        assert not {"style", "script", "img", "link"} & {each.tag for each in page.all()}
        assert not [each for each in page.all() if each.has("style")]

    def test_says_who_writes(self, writer: Writer, kind: LetterKind) -> None:
        written = writer.write(a_letter(kind))

        for words in (" ".join(written.text.split()), words_of(written.html)):
            assert "SIEGVO – Service Facturation, 17 Route de Metz, 57865 AMANVILLERS" in words
            assert "03 87 53 40 43 (choix 1)" in words
            assert "facturation@siegvo.com · SIREN 200 078 814" in words

    def test_has_nothing_left_to_fill_in(self, writer: Writer, kind: LetterKind) -> None:
        written = writer.write(a_letter(kind))

        for words in (written.subject, written.text, written.html):
            assert not re.search(r"[{}]|\bNone\b|Undefined|<built-in|datetime|\(\)", words)

    def test_is_set_as_french_is(self, writer: Writer, kind: LetterKind) -> None:
        written = writer.write(a_letter(kind))

        for words in (written.subject, written.text, written.html.partition("<body")[2]):
            assert not re.search(r"[\w»)] [:;?!»]|« |\w'\w|n° ", words)

    def test_needs_every_fact(self, writer: Writer, kind: LetterKind) -> None:
        letter = attrs.evolve(a_letter(kind), facts={})

        with pytest.raises(UndefinedError):
            writer.write(letter)

    def test_carries_no_markup_of_others(self, writer: Writer, kind: LetterKind) -> None:
        hostile = "<a href=https://exemple.com>x</a>"
        letter = a_letter(kind)
        facts = {
            name: hostile if isinstance(fact, str) else fact for name, fact in letter.facts.items()
        }
        facts |= {"tenures": (a_tenure(street=hostile),)} if "tenures" in facts else {}

        page = parse_html(writer.write(attrs.evolve(letter, facts=facts)).html)

        assert len(page.all("a")) == (0 if kind in FOR_THE_SERVICE else 2)


class TestTheTemplates:
    def test_are_those_of_the_letters(self) -> None:
        folders = {folder.name for folder in TEMPLATES.iterdir() if folder.is_dir()}

        assert folders == set(LetterKind)


class TestTheActivationLetter:
    def test_says_until_when_its_link_serves(self, writer: Writer) -> None:
        until = datetime(2026, 7, 1, 22, 5, tzinfo=UTC)

        written = writer.write(a_letter(LetterKind.ACTIVATION, until=until))

        assert "jusqu’au 02/07/2026 à 0h05." in written.text

    def test_leads_to_the_page_of_its_token(self, writer: Writer) -> None:
        written = writer.write(a_letter(LetterKind.ACTIVATION))

        assert f"\n{PORTAL}/activation/{TOKEN}\n" in written.text


class TestTheLinkLetter:
    def test_names_the_contracts_and_where_they_are_served(self, writer: Writer) -> None:
        written = writer.write(a_letter(LetterKind.CONTRACT_LINKED))

        assert "\n- 100214873, 12 rue des Prés, 57130 GRAVELOTTE\n- 100214874," in written.text

    def test_of_a_payer_with_many_contracts_names_ten(self, writer: Writer) -> None:
        tenures = tuple(a_tenure(f"10021{rank:04}") for rank in range(12))

        written = writer.write(a_letter(LetterKind.CONTRACT_LINKED, tenures=tenures))

        assert written.text.count("\n- 10021") == 10
        assert "\n- et 2 de plus\n" in written.text
        assert "et 2 de plus" in words_of(written.html)


class TestAReadingLetter:
    @pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.startswith("reading")])
    def test_repeats_what_was_sent(self, writer: Writer, kind: LetterKind) -> None:
        written = writer.write(a_letter(kind))

        for words in (" ".join(written.text.split()), words_of(written.html)):
            assert "Index : 1 247 m³" in words
            assert "Jour du relevé : 22/11/2026" in words
            assert "D-2026-000123" in words

    def test_says_why_it_was_refused(self, writer: Writer) -> None:
        written = writer.write(a_letter(LetterKind.READING_REFUSED))

        assert "Voici pourquoi\u00a0: La photo montre un autre compteur.\n" in written.text
        assert f"\n{PORTAL}/contrats/100214873/releve\n" in written.text


class TestALetterOfAbnormalConsumption:
    def test_names_the_law_both_ways_and_the_last_day(self, writer: Writer) -> None:
        text = _said(writer, a_letter(LetterKind.ABNORMAL_CONSUMPTION))

        for words in (
            "260 m³",
            "votre moyenne des trois dernières années est de 56 m³",
            "article L. 2224-12-4, III bis",
            "au plus tard le 23/12/2026",
            "envoyez l’attestation de l’entreprise",
            "demandez la vérification du compteur",
            "jusqu’au double de la moyenne (113 m³), l’assainissement jusqu’à la moyenne (56 m³)",
        ):
            assert words in text

    def test_names_comparable_homes(self, writer: Writer) -> None:
        letter = a_letter(LetterKind.ABNORMAL_CONSUMPTION, is_comparable=True)

        assert "des logements comparables" in _said(writer, letter)

    def test_tells_no_figure_of_predecessors(self, writer: Writer) -> None:
        letter = a_letter(LetterKind.ABNORMAL_CONSUMPTION, mean=None, water_cap=None)

        text = _said(writer, letter)

        assert "nous ne pouvons pas vous la montrer" in text
        assert "113" not in text
        assert "56 m³" not in text


def _said(writer: Writer, letter: Letter) -> str:
    """Return the letter as one line, after checking that its HTML says the same figures."""
    written = writer.write(letter)
    text, html = (
        " ".join(words.replace("\u00a0", " ").split())
        for words in (written.text, words_of(written.html))
    )
    assert re.findall(r"\d+ m³", html) == re.findall(r"\d+ m³", text)
    return text


class TestAnotherUtility:
    def test_signs_its_own_letters(self) -> None:
        other = attrs.evolve(
            SIEGVO,
            name="Régie des Eaux",
            telephone_hint="",
            address=PostalAddress(street="1 place du Puits", postcode="54800", town="JARNY"),
        )
        writer = Writer(utility=other, public_url="https://eau.exemple.fr/")

        written = writer.write(a_letter(LetterKind.CONTRACT_LINKED))

        assert "Régie des Eaux – Service Facturation, 1 place du Puits" in written.text
        assert "SIEGVO" not in written.text.replace("facturation@siegvo.com", "")
        assert "\nhttps://eau.exemple.fr/tableau-de-bord" in written.text
        assert "()" not in written.text


class TestAChangeOfPayment:
    def test_is_no_longer_asked_for_once_it_is_applied(self, writer: Writer) -> None:
        applied = writer.write(a_letter(LetterKind.PAYMENT_CHANGE_APPLIED))

        for text in (applied.text, words_of(applied.html)):
            words = " ".join(text.split())
            assert "Avant : à réception de la facture" in words
            assert "Désormais : par mensualités" in words
            assert "Aujourd’hui" not in words
