"""Letters travel: a real conversation with a mail server on loopback."""

from email.message import EmailMessage

import pytest

from siegvo.application.notifications.drafts import LetterKind
from tests.integration.mail.conftest import SMTP
from tests.support.letters import TOKEN, a_letter
from tests.support.mail_server import MailSink


def body(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    text = part.get_content()
    assert isinstance(text, str)
    return text


class TestALetter:
    def test_reaches_one_mailbox(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter(to="odile.marchal@exemple.fr"))

        (arrived,) = sink.arrived
        assert arrived.sender == "portail@exemple.fr"
        assert arrived.recipients == ("odile.marchal@exemple.fr",)

    @pytest.mark.parametrize("address", ["o'hara+eau@exemple.fr", "a=b/c@xn--exmple-cua.fr"])
    def test_reaches_unusual_mailboxes(self, sink: MailSink, mailer_to: SMTP, address: str) -> None:
        mailer_to(sink.port).send(a_letter(to=address))

        (arrived,) = sink.arrived
        assert arrived.recipients == (address,)
        assert [each.addr_spec for each in arrived.message["To"].addresses] == [address]

    def test_says_who_writes_and_where_to_answer(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter())

        (arrived,) = sink.arrived
        assert arrived.message["From"] == "SIEGVO <portail@exemple.fr>"
        assert arrived.message["Reply-To"] == "SIEGVO <facturation@siegvo.com>"
        assert arrived.message["Date"] == "Mon, 23 Nov 2026 11:00:00 +0000"
        assert arrived.message["Auto-Submitted"] == "auto-generated"

    def test_has_accents_in_its_subject(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter(LetterKind.READING_REFUSED))

        (arrived,) = sink.arrived
        assert arrived.message["Subject"] == "Votre relevé n’a pas été retenu\u00a0: D-2026-000123"

    def test_comes_as_text_and_as_html(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter())

        (arrived,) = sink.arrived
        link = f"https://abonnes.exemple.fr/activation/{TOKEN}"
        assert arrived.message.get_content_type() == "multipart/alternative"
        assert link in body(arrived.message, "plain")
        assert f'<a href="{link}">' in body(arrived.message, "html")

    def test_has_no_line_that_a_server_would_cut(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter())

        (arrived,) = sink.arrived
        assert max(map(len, arrived.message.as_bytes().splitlines())) <= 78

    def test_keeps_its_name_when_it_is_sent_again(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer_to(sink.port).send(a_letter(message_id="20261123T110000.17.1"))
        mailer_to(sink.port).send(a_letter(message_id="20261123T110000.17.1"))

        names = [arrived.message["Message-ID"] for arrived in sink.arrived]
        assert names == ["<20261123T110000.17.1@exemple.fr>"] * 2

    def test_cannot_be_given_a_header_by_its_facts(self, sink: MailSink, mailer_to: SMTP) -> None:
        reason = "Non.\r\nBcc: voleur@exemple.com\r\n\r\n.\r\nMAIL FROM:<x@exemple.com>"

        mailer_to(sink.port).send(a_letter(LetterKind.READING_REFUSED, reason=reason))

        (arrived,) = sink.arrived
        assert arrived.recipients == ("odile.marchal@exemple.fr",)
        assert arrived.message["Bcc"] is None
        assert "Bcc: voleur@exemple.com" in body(arrived.message, "plain")

    def test_is_not_written_when_a_header_would_break(
        self, sink: MailSink, mailer_to: SMTP
    ) -> None:
        letter = a_letter(LetterKind.READING_RECEIVED, reference="D-1\nBcc: voleur@exemple.com")

        with pytest.raises(ValueError, match="linefeed"):
            mailer_to(sink.port).send(letter)

        assert sink.arrived == []
