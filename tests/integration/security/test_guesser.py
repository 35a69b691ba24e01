import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siegvo.adapters.security.guesser import ZxcvbnGuesser
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress

WORDS = EmailAddress("odile.marchal57@exemple.fr").words


def is_guessed(text: str) -> bool:
    return ZxcvbnGuesser().guesses(Password(text), WORDS)


class TestAGuesser:
    @pytest.mark.parametrize(
        "text",
        [
            "motdepasse123",
            "Motdepasse2026!",
            "azertyuiop12",
            "qwertyuiop12",
            "passwordpassword",
            "P4$$w0rdP4$$w0rd",
            "soleilsoleil",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "abcdefghijkl",
            "a" * 128,
            "motdepasse" * 12,
            "1234567890" * 12,
            "Toto1234toto1234",
            "Metz57000Metz",
            "Gravelotte2026",
            "siegvo-eau-2026",
            "SIEGVO eau Gravelotte",
            "compteur_facture_57",
            "odile.marchal57",
            "Marchal.Odile.1968!",
            "odile.marchal57@exemple.fr",
        ],
    )
    def test_finds(self, text: str) -> None:
        assert is_guessed(text)

    @pytest.mark.parametrize(
        "text",
        [
            "cheval agrafe lune",
            "trombone violet sous la pluie",
            "trombone violet trombone violet ",
            "kX9#mQ2$vL7@",
            "5823907164829301",
            "odile.marchal57 trombone violet",
            "\u6c34\u7530\u58a8\u4e2d\u685c\u5c71\u5ddd\u6d77\u7a7a\u98a8\u6708\u65e5",
            "motdepassemotdepassemotdepasse vraiment kX9#mQ2$vL7@",
        ],
    )
    def test_does_not_find(self, text: str) -> None:
        assert not is_guessed(text)

    def test_knows_the_words_it_is_told(self) -> None:
        guesser = ZxcvbnGuesser(words=("vaugirard",))

        assert guesser.guesses(Password("Vaugirard-2026"), ())
        assert not ZxcvbnGuesser(words=()).guesses(Password("trombone violet"), ())

    @pytest.mark.parametrize(
        "text",
        [
            "4@8({[<3691!|170$5+%2" * 7,
            "4@8({[<3691!" * 11,
            "ab" * 64,
            "11/11/1991" * 12,
            "password" * 16,
        ],
    )
    def test_is_quick_to_make_up_its_mind(self, text: str) -> None:
        is_guessed("warm up, please")
        begun = time.process_time()

        is_guessed(text[:128])

        assert time.process_time() - begun < 1.5

    @settings(max_examples=60)
    @given(st.text(st.characters(), max_size=128))
    def test_has_an_opinion_on_anything(self, text: str) -> None:
        assert is_guessed(text) in {True, False}

    def test_does_not_mix_up_two_people(self) -> None:
        guesser = ZxcvbnGuesser()

        def guesses(number: int) -> bool:
            name = f"zyxwvutq{number:02}"
            return guesser.guesses(Password(f"{name}kumquat"), (name, "kumquat"))

        with ThreadPoolExecutor(4) as people:
            assert all(people.map(guesses, range(20)))
