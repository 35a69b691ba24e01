from siegvo.application.notifications.letters import letters_for
from siegvo.domain.events import Event
from tests.support.builders import request_events
from tests.support.builders.accounts import ALICE
from tests.support.builders.threads import HELLO, OTHER


def facts_of(event: Event) -> dict[str, object]:
    (draft,) = letters_for(event)
    assert getattr(draft, "account", None) == ALICE
    return dict(getattr(draft, "facts", {}))


class TestALetterAboutARequest:
    def test_names_it_by_its_number_and_its_kind(self) -> None:
        facts = facts_of(request_events.sent())

        assert (str(facts["reference"]), facts["about"]) == ("D-2026-000001", "subscription")

    def test_repeats_nothing_that_was_written(self) -> None:
        every = (
            request_events.sent(),
            request_events.answered(),
            request_events.started(),
            request_events.closed(),
            request_events.cancelled(),
            request_events.reopened(),
        )

        for event in every:
            assert set(facts_of(event)) <= {"at", "reference", "about", "awaits_reply"}
            assert HELLO.text not in repr(event)
            assert OTHER.subject not in repr(event)

    def test_says_why_it_was_refused(self) -> None:
        assert facts_of(request_events.refused(reason="Trop tard."))["reason"] == "Trop tard."
