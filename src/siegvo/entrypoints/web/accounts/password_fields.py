"""Passwords in forms: the one somebody has, and one they choose."""

from wtforms.widgets import PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.entrypoints.web.fields import Parsed

_ADVICE = "12\u00a0caractères au moins. Le plus simple\u00a0: quatre mots sans rapport entre eux."


def known_password(label: str, *, hint: str = "") -> Parsed[Password]:
    """Ask for the password somebody has; password managers fill it in."""
    return Parsed(
        label,
        Password.parse,
        widget=PasswordInput(),
        description=hint,
        render_kw={"autocomplete": "current-password", "required": True},
    )


def chosen_password(label: str) -> Parsed[Password]:
    """Ask for a password that is chosen now."""
    return Parsed(
        label,
        Password.parse,
        widget=PasswordInput(),
        description=_ADVICE,
        render_kw={"autocomplete": "new-password", "required": True},
    )


def password_again() -> Parsed[Password]:
    """Ask for the same once more: nobody sees what they type."""
    return Parsed(
        "Confirmation du mot de passe",
        Password.parse,
        widget=PasswordInput(),
        render_kw={"autocomplete": "new-password", "required": True},
    )


class ChosenTwice:
    """What every form has in common where a password is chosen."""

    password: Parsed[Password]
    password_confirmation: Parsed[Password]

    def passwords_agree(self) -> bool:
        """Say beside the second password that it is not the first, if it is not."""
        if self.password.data == self.password_confirmation.data:
            return True
        self.password_confirmation.errors = (
            "Les deux mots de passe ne sont pas les mêmes\u00a0: saisissez-les à nouveau.",
        )
        return False
