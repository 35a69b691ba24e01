import pytest
from hypothesis import given
from hypothesis.strategies import text

from siegvo.domain.requests.asked import (
    AnswerGarbled,
    AnswerMissing,
    AnswerTooLong,
    Asked,
    answer_to,
)
from siegvo.domain.requests.message import Message, MessageText
from siegvo.domain.requests.plain_text import plain_text
from tests.support.builders.accounts import NOON
from tests.support.builders.threads import a_message, an_attachment


class TestAMessage:
    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("  Bonjour,\r\nmerci.\r\n", "Bonjour,\nmerci."),
            ("e\u0301te\u0301", "\u00e9t\u00e9"),
            ("100\u202e003", "100003"),
            ("c\u2066d\ufeffe", "cde"),
            ("a\vb\fc\u0085d", "a\nb\nc\nd"),
            ("a\tb\u2028c", "a b\nc"),
            ("famille \U0001f468\u200d\U0001f469", "famille \U0001f468\u200d\U0001f469"),
            ("x\ud800y", "xy"),
        ],
    )
    def test_is_kept_without_what_shows_nothing(self, typed: str, kept: str) -> None:
        assert MessageText.parse(typed).text == kept

    @pytest.mark.parametrize("typed", ["", " \n\t", "\u200e\u202e"])
    def test_says_something(self, typed: str) -> None:
        with pytest.raises(AnswerMissing):
            MessageText.parse(typed)

    @pytest.mark.parametrize("typed", ["\x00", "a\x00b", "c\x1b[31md", "e\x7f", "f\x9b"])
    def test_holds_no_control_characters(self, typed: str) -> None:
        with pytest.raises(AnswerGarbled):
            MessageText.parse(typed)
        with pytest.raises(AnswerGarbled):
            answer_to(Asked.SUBJECT, typed)

    def test_has_4000_characters_at_most(self) -> None:
        assert len(MessageText.parse("a" * 4000).text) == 4000
        with pytest.raises(AnswerTooLong) as refusal:
            MessageText.parse("a" * 4001)
        assert refusal.value.most == 4000

    @given(text())
    def test_once_cleaned_stays_as_it_is(self, typed: str) -> None:
        once = plain_text(typed)

        assert plain_text(once) == once

    def test_that_was_not_cleaned_is_a_mistake_of_ours(self) -> None:
        with pytest.raises(ValueError, match="shows nothing"):
            MessageText("a\u202eb")

    def test_may_be_nothing_but_files(self) -> None:
        assert a_message(None, attachments=(an_attachment(),)).text is None
        with pytest.raises(AnswerMissing):
            a_message(None)

    def test_has_three_attachments_at_most(self) -> None:
        files = tuple(map(an_attachment, range(1, 5)))

        assert len(a_message(attachments=files[:3]).attachments) == 3
        with pytest.raises(ValueError, match="attachments"):
            Message(author=a_message().author, at=NOON, text=None, attachments=files)
