from datetime import timedelta
from hashlib import sha512

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import URLSafeTimedSerializer

from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.signed_tokens import SignedTokens
from siegvo.adapters.system.clock import WallClock
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import LinkExpired, NoSuchLink, Purpose
from siegvo.domain.policy import ACTIVATION_LASTS
from tests.support.outside import StoppedClock

NEW, OLD = "n" * 32, "o" * 32
SUBJECT = "00000000-0000-4000-8000-000000000001"
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def tokens(clock: StoppedClock) -> SignedTokens:
    return some_tokens(clock)


def some_tokens(
    clock: Clock, *secrets: str, audience: str = "https://portail.exemple.fr"
) -> SignedTokens:
    ring = KeyRing.derived(secrets or (NEW,), Use.LINKS)
    return SignedTokens(ring=ring, clock=clock, audience=audience)


class TestALink:
    def test_says_what_was_signed(self, tokens: SignedTokens) -> None:
        token = tokens.issue(Purpose.ACTIVATION, SUBJECT)

        assert tokens.subject(Purpose.ACTIVATION, token) == SUBJECT

    def test_is_safe_in_an_address_and_short(self, tokens: SignedTokens) -> None:
        token = tokens.issue(Purpose.ACTIVATION, SUBJECT)

        assert all(sign.isalnum() or sign in "-_." for sign in token)
        assert len(token) < 200

    def test_lasts_to_its_last_second(self, clock: StoppedClock, tokens: SignedTokens) -> None:
        token = tokens.issue(Purpose.ACTIVATION, SUBJECT)

        clock.advance(ACTIVATION_LASTS)
        assert tokens.subject(Purpose.ACTIVATION, token) == SUBJECT

        clock.advance(SECOND)
        with pytest.raises(LinkExpired):
            tokens.subject(Purpose.ACTIVATION, token)

    def test_does_not_come_from_the_future(self, clock: StoppedClock, tokens: SignedTokens) -> None:
        token = tokens.issue(Purpose.ACTIVATION, SUBJECT)
        clock.advance(-SECOND)

        with pytest.raises(LinkExpired):
            tokens.subject(Purpose.ACTIVATION, token)

    def test_survives_a_change_of_keys_until_the_old_one_goes(self, clock: StoppedClock) -> None:
        token = some_tokens(clock, OLD).issue(Purpose.ACTIVATION, SUBJECT)

        assert some_tokens(clock, NEW, OLD).subject(Purpose.ACTIVATION, token) == SUBJECT
        with pytest.raises(NoSuchLink):
            some_tokens(clock, NEW).subject(Purpose.ACTIVATION, token)

    def test_is_signed_with_the_newest_key(self, clock: StoppedClock) -> None:
        token = some_tokens(clock, NEW, OLD).issue(Purpose.ACTIVATION, SUBJECT)

        assert some_tokens(clock, NEW).subject(Purpose.ACTIVATION, token) == SUBJECT

    def test_opens_nothing_on_another_portal(self, clock: StoppedClock) -> None:
        token = some_tokens(clock, audience="https://essai.exemple.fr").issue(
            Purpose.ACTIVATION, SUBJECT
        )

        with pytest.raises(NoSuchLink):
            some_tokens(clock).subject(Purpose.ACTIVATION, token)

    @pytest.mark.parametrize("purpose", ["reset", "activation/1", ""])
    def test_for_another_purpose_opens_nothing(self, purpose: str) -> None:
        tokens = some_tokens(WallClock())

        assert tokens.subject(Purpose.ACTIVATION, signed_for("activation")) == SUBJECT
        with pytest.raises(NoSuchLink):
            tokens.subject(Purpose.ACTIVATION, signed_for(purpose))

    @pytest.mark.parametrize(
        "text", ["", ".", "..", "a.b.c", "\x00", "\ud800", "\u00e9", "x" * 10**6]
    )
    def test_is_ours_or_nothing(self, tokens: SignedTokens, text: str) -> None:
        with pytest.raises(NoSuchLink):
            tokens.subject(Purpose.ACTIVATION, text)

    @given(st.text())
    def test_is_never_an_error_of_someone_else(self, text: str) -> None:
        with pytest.raises(NoSuchLink):
            some_tokens(StoppedClock()).subject(Purpose.ACTIVATION, text)

    @given(st.integers(min_value=0), st.characters(categories=["Ll", "Lu", "Nd"]))
    def test_cannot_be_changed(self, place: int, sign: str) -> None:
        tokens = some_tokens(StoppedClock())
        token = tokens.issue(Purpose.ACTIVATION, SUBJECT)
        place %= token.rindex(".")
        changed = f"{token[:place]}{sign}{token[place + 1 :]}"

        if changed != token:
            with pytest.raises((NoSuchLink, LinkExpired)):
                tokens.subject(Purpose.ACTIVATION, changed)


def signed_for(purpose: str) -> str:
    """Sign as we do, with our key, for a purpose we may not have yet."""
    serializer = URLSafeTimedSerializer(
        KeyRing.derived((NEW,), Use.LINKS).newest.bytes,
        salt=f"siegvo/{purpose}/1/https://portail.exemple.fr",
        signer_kwargs={"digest_method": sha512, "key_derivation": "hmac"},
    )
    return serializer.dumps(SUBJECT)
