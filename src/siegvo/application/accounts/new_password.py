"""A password somebody would like to have from now on."""

from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.domain.accounts.password import Password, PasswordTooCommon


def accepted_hash(
    password: Password, *, words: tuple[str, ...], guesser: Guesser, hasher: Hasher
) -> str:
    """Return its hash, if it is good enough for somebody whose own words are `words`.

    Raises:
        PasswordTooShort, PasswordTooSimple, PasswordTooCommon: choose another one.
        HasherBusy: try again in a moment.
    """
    password.check_strength()
    if guesser.guesses(password, words):
        raise PasswordTooCommon
    return hasher.hash(password)
