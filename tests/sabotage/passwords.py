"""Goals A1 to A4: what a password is, and how it is kept."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_ACCOUNTS: Final = "application/accounts"
_TESTS: Final = "unit/application/accounts"
_HASHER: Final = "integration/security/test_bcrypt_hasher.py"

PASSWORDS: Final = (
    Sabotage(
        "A1",
        "a password may be of any length",
        "domain/accounts/password.py",
        was="if length < PASSWORD_SHORTEST:",
        now="if length < 1:",
        tests=("unit/domain/accounts/test_password.py",),
    ),
    Sabotage(
        "A1",
        "a password may be made of digits alone",
        "domain/accounts/password.py",
        was="< PASSWORD_LEAST_BITS:",
        now="< 0:",
        tests=("unit/domain/accounts/test_password.py",),
    ),
    Sabotage(
        "A1",
        "no guesser is asked when somebody registers",
        f"{_ACCOUNTS}/register.py",
        was="if self.guesser.guesses(password, email.words):",
        now="if not password.text:",
        tests=(f"{_TESTS}/test_register.py",),
    ),
    Sabotage(
        "A1",
        "no guesser is asked when a password is changed",
        f"{_ACCOUNTS}/new_password.py",
        was="if guesser.guesses(password, words):",
        now="if not password.text:",
        tests=(f"{_TESTS}/test_change_password.py", f"{_TESTS}/test_reset_password.py"),
    ),
    Sabotage(
        "A1",
        "the guesser ignores the words of the household",
        f"{_ACCOUNTS}/change_password.py",
        was="(*found.email.words, *readers.account_lists.words_of(account))",
        now="found.email.words",
        tests=(f"{_TESTS}/test_change_password.py",),
    ),
    Sabotage(
        "A1",
        "the guesser finds nothing strong enough to refuse",
        "adapters/security/guesser.py",
        was='["score"] >= _STRONG',
        now='["score"] >= 0',
        tests=("integration/security/test_guesser.py",),
    ),
    Sabotage(
        "A1",
        "what is said over and over is taken for so many words",
        "adapters/security/guesser.py",
        was="_stretches(_said_once(password.text))",
        now="_stretches(password.text)",
        tests=("integration/security/test_guesser.py",),
    ),
    Sabotage(
        "A2",
        "a password counts to its 72nd byte only",
        "adapters/security/bcrypt_hasher.py",
        was='text = password.text.encode("utf-8", "surrogatepass")',
        now='text = password.text.encode("utf-8", "surrogatepass")[:72]',
        tests=(f"{_HASHER}::TestAHash::test_counts_every_character_to_the_last",),
    ),
    Sabotage(
        "A2",
        "a password that holds half a character is a fault",
        "adapters/security/bcrypt_hasher.py",
        was='text = password.text.encode("utf-8", "surrogatepass")',
        now='text = password.text.encode("utf-8")',
        tests=(f"{_HASHER}::TestAHash::test_counts_every_character_to_the_last",),
    ),
    Sabotage(
        "A2",
        "a password may be a book",
        "domain/accounts/password.py",
        was="if len(text) > PASSWORD_LONGEST:",
        now="if not isinstance(text, str):",
        tests=("unit/domain/accounts/test_password.py",),
    ),
    Sabotage(
        "A3",
        "passwords are hashed without a pepper",
        "adapters/security/bcrypt_hasher.py",
        was='hmac.digest(key.bytes, text, "sha384")',
        now='hmac.digest(b"", text, "sha384")',
        tests=(f"{_HASHER}::TestAHash",),
    ),
    Sabotage(
        "A3",
        "an old hash is never made anew",
        "adapters/security/bcrypt_hasher.py",
        was="is_stale = kept.key != self.ring.newest or kept.cost != self.cost",
        now="is_stale = False",
        tests=(f"{_HASHER}::TestAHashMadeOtherwise",),
    ),
    Sabotage(
        "A3",
        "a hash made anew is not kept at sign-in",
        f"{_ACCOUNTS}/sign_in.py",
        was="if verdict.fresher_hash:",
        now="if not verdict.is_right:",
        tests=(f"{_TESTS}/test_sign_in_races.py",),
    ),
    Sabotage(
        "A3",
        "one key serves every use",
        "adapters/security/keys.py",
        was='hmac.digest(extracted, f"{use}\\x01".encode(), "sha512")',
        now='hmac.digest(extracted, b"one key", "sha512")',
        tests=("integration/security/test_keys.py",),
    ),
    Sabotage(
        "A4",
        "nothing is hashed for an unknown address",
        "adapters/security/bcrypt_hasher.py",
        was="self._bcrypt(_peppered(password, self.ring.newest), self._no_account, self.cost)",
        now="pass",
        tests=(f"{_HASHER}::TestAFailure::test_costs_the_same_whatever_is_stored",),
    ),
    Sabotage(
        "A4",
        "an older, cheaper hash is refused more quickly",
        "adapters/security/bcrypt_hasher.py",
        was="for cost in range(kept.cost, self.cost):",
        now="for cost in range(0):",
        tests=(f"{_HASHER}::TestAFailure::test_costs_the_same_whatever_is_stored",),
    ),
    Sabotage(
        "A4",
        "an attempt that waits is compared only where there is one",
        f"{_ACCOUNTS}/sign_in.py",
        was="not verdict.is_right and self._fits(password, waiting)",
        now="waiting is not None and not verdict.is_right and self._fits(password, waiting)",
        tests=(f"{_TESTS}/test_sign_in.py::TestWhatARefusalTells",),
    ),
)
