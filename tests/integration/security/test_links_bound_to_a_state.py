from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.signed_tokens import LIFETIMES, SignedTokens
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink, Purpose
from tests.support.outside import StoppedClock

NEW, OLD = "n" * 32, "o" * 32
SUBJECT = "00000000-0000-4000-8000-000000000001"
STATE = ("sg1$k1$2b$12$a.hash.of.a.password", "odile.marchal@exemple.fr")
RESET = Purpose.PASSWORD_RESET


def tokens(*secrets: str, clock: StoppedClock | None = None) -> SignedTokens:
    ring = KeyRing.derived(secrets or (NEW,), Use.LINKS)
    return SignedTokens(
        ring=ring, clock=clock or StoppedClock(), audience="https://portail.exemple.fr"
    )


class TestALinkBoundToAState:
    def test_is_good_while_the_state_is_what_it_was(self) -> None:
        token = tokens().issue(RESET, SUBJECT, state=STATE)

        assert tokens().subject(RESET, token) == SUBJECT
        tokens().check(RESET, token, state=STATE)

    @pytest.mark.parametrize(
        "state",
        [
            (),
            STATE[:1],
            (*STATE, ""),
            ("another hash", STATE[1]),
            (STATE[0], "another@exemple.fr"),
            ("".join(STATE),),
            (STATE[1], STATE[0]),
        ],
    )
    def test_is_used_once_it_is_not(self, state: tuple[str, ...]) -> None:
        token = tokens().issue(RESET, SUBJECT, state=STATE)

        with pytest.raises(LinkUsed):
            tokens().check(RESET, token, state=state)

    def test_tells_nothing_of_the_state(self) -> None:
        token = tokens().issue(RESET, SUBJECT, state=STATE)
        other = tokens().issue(RESET, SUBJECT, state=("x", "y"))

        assert len(token) == len(other) < 400
        assert tokens(OLD).issue(RESET, SUBJECT, state=STATE) != token

    def test_is_safe_in_an_address(self) -> None:
        token = tokens().issue(RESET, SUBJECT, state=STATE)

        assert all(sign.isalnum() or sign in "-_." for sign in token)

    def test_survives_a_change_of_keys_until_the_old_one_goes(self) -> None:
        token = tokens(OLD).issue(RESET, SUBJECT, state=STATE)

        tokens(NEW, OLD).check(RESET, token, state=STATE)
        with pytest.raises(NoSuchLink):
            tokens(NEW).check(RESET, token, state=STATE)

    def test_without_a_state_passes_for_no_state(self) -> None:
        token = tokens().issue(RESET, SUBJECT)

        with pytest.raises(LinkUsed):
            tokens().check(RESET, token, state=STATE)
        with pytest.raises(LinkUsed):
            tokens().check(RESET, token, state=())

    @given(st.text(max_size=30), st.text(max_size=30))
    def test_is_good_for_this_state_alone(self, one: str, other: str) -> None:
        token = tokens().issue(RESET, SUBJECT, state=(one,))

        tokens().check(RESET, token, state=(one,))
        if other != one:
            with pytest.raises(LinkUsed):
                tokens().check(RESET, token, state=(other,))


class TestEachPurpose:
    @pytest.mark.parametrize(("made", "tried"), [*product(Purpose, Purpose)])
    def test_opens_its_own_door_and_no_other(self, made: Purpose, tried: Purpose) -> None:
        token = tokens().issue(made, SUBJECT, state=STATE)

        if made is tried:
            tokens().check(tried, token, state=STATE)
        else:
            with pytest.raises(NoSuchLink):
                tokens().check(tried, token, state=STATE)

    @pytest.mark.parametrize("purpose", Purpose)
    def test_lasts_as_long_as_the_card_says(self, purpose: Purpose) -> None:
        clock = StoppedClock()
        ours = tokens(clock=clock)
        token = ours.issue(purpose, SUBJECT, state=STATE)

        clock.advance(LIFETIMES[purpose])
        ours.check(purpose, token, state=STATE)

        clock.advance(clock.moment.resolution * 1_000_000)
        with pytest.raises(LinkExpired):
            ours.check(purpose, token, state=STATE)
