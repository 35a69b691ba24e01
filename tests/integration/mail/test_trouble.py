"""What the mail server may do to a letter, and what is made of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from siegvo.adapters.mail.conversation import greet
from siegvo.application.ports.mailer import MailRefused
from siegvo.application.ports.unavailable import MailServerUnavailable
from tests.integration.mail.conftest import SMTP
from tests.support.letters import a_letter
from tests.support.mail_server import MailSink
from tests.support.programs import PATIENCE


class TestARefusalForNow:
    def test_of_the_mailbox_is_no_refusal(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.at_rcpt = "451 4.7.1 Greylisted, try <odile.marchal@exemple.fr> later"

        with pytest.raises(MailServerUnavailable) as absence:
            mailer_to(sink.port).send(a_letter())

        assert str(absence.value) == "RCPT 451 4.7.1"

    def test_of_the_letter_is_no_refusal(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.at_data = "452 4.3.1 Disk full"

        with pytest.raises(MailServerUnavailable) as absence:
            mailer_to(sink.port).send(a_letter())

        assert str(absence.value) == "DATA 452 4.3.1"

    @pytest.mark.parametrize("answer", ["421 4.3.2 Restarting", "550 5.7.1 You may not"])
    def test_of_ourselves_is_no_fault_of_the_letter(
        self, sink: MailSink, mailer_to: SMTP, answer: str
    ) -> None:
        sink.at_mail = answer

        with pytest.raises(MailServerUnavailable, match=f"MAIL {answer[:9]}"):
            mailer_to(sink.port).send(a_letter())


class TestARefusalForGood:
    def test_of_the_mailbox_is_told_by_its_codes(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.at_rcpt = "550 5.1.1 <odile.marchal@exemple.fr> unknown"

        with pytest.raises(MailRefused) as refusal:
            mailer_to(sink.port).send(a_letter())

        assert str(refusal.value) == "RCPT 550 5.1.1"

    def test_of_the_letter_is_told_by_its_codes(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.at_data = "554 Spam: https://abonnes.exemple.fr/activation/eyJ"

        with pytest.raises(MailRefused) as refusal:
            mailer_to(sink.port).send(a_letter())

        assert str(refusal.value) == "DATA 554"

    def test_leaves_the_next_letter_alone(self, sink: MailSink, mailer_to: SMTP) -> None:
        mailer = mailer_to(sink.port)
        sink.at_rcpt = "550 5.1.1 unknown"
        with pytest.raises(MailRefused):
            mailer.send(a_letter())
        sink.at_rcpt = None

        mailer.send(a_letter(to="paul.henry@exemple.fr"))

        assert [arrived.recipients for arrived in sink.arrived] == [("paul.henry@exemple.fr",)]


class TestAServer:
    def test_that_does_not_listen_may_do_so_later(self, mailer_to: SMTP, port: int) -> None:
        with pytest.raises(MailServerUnavailable, match="ConnectionRefusedError"):
            mailer_to(port).send(a_letter())

    def test_that_hangs_up_after_taking_a_letter_is_asked_again(
        self, sink: MailSink, mailer_to: SMTP
    ) -> None:
        sink.cut_after_data = True

        with pytest.raises(MailServerUnavailable):
            mailer_to(sink.port).send(a_letter())

        assert len(sink.arrived) == 1

    def test_that_takes_its_time_is_waited_for(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.may_take.clear()

        with ThreadPoolExecutor(1) as another:
            sent = another.submit(mailer_to(sink.port).send, a_letter())
            assert sink.taking.wait(PATIENCE)
            is_waiting = sent.running()
            sink.may_take.set()
            sent.result(PATIENCE)

        assert is_waiting
        assert len(sink.arrived) == 1

    def test_that_takes_too_long_is_left(self, sink: MailSink, mailer_to: SMTP) -> None:
        sink.may_take.clear()

        with pytest.raises(MailServerUnavailable, match="SMTPServerDisconnected"):
            mailer_to(sink.port, answers_within=1.0).send(a_letter())

        assert sink.taking.is_set(), "it was in time until then"


class TestAGreeting:
    def test_leaves_no_letter(self, sink: MailSink, mailer_to: SMTP) -> None:
        greet(mailer_to(sink.port).server)

        assert sink.arrived == []

    def test_says_when_nobody_is_there(self, mailer_to: SMTP, port: int) -> None:
        with pytest.raises(MailServerUnavailable, match="ConnectionRefusedError"):
            greet(mailer_to(port).server)
