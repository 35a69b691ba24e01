"""Questions about oneself."""

from wtforms import BooleanField
from wtforms.widgets import EmailInput, HiddenInput, PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm

_NEW = {"autocomplete": "new-password", "required": True}
_MAILBOX = {"autocomplete": "username", "required": True, "spellcheck": "false"}


class SignInForm(StrictForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        render_kw={"autocomplete": "current-password", "required": True},
    )
    remember = BooleanField("Se souvenir de moi")
    next = Parsed("", str, widget=HiddenInput())


class ConfirmationForm(StrictForm):
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        render_kw={"autocomplete": "current-password", "required": True},
    )
    next = Parsed("", str, widget=HiddenInput())


def agree(password: Parsed[Password], confirmation: Parsed[Password]) -> bool:
    """Say beside the second of two passwords that it is not the first, if it is not."""
    if password.data == confirmation.data:
        return True
    confirmation.errors = (
        "Les deux mots de passe ne sont pas les mêmes\u00a0: saisissez-les à nouveau.",
    )
    return False


class RegisterForm(StrictForm):
    submission = Once()
    email = Parsed(
        "Email",
        EmailAddress.parse,
        widget=EmailInput(),
        render_kw={"autocomplete": "email", "required": True, "spellcheck": "false"},
    )
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description=(
            "12\u00a0caractères au moins. Le plus simple\u00a0: quatre mots sans rapport entre eux."
        ),
        render_kw=_NEW,
    )
    password_confirmation = Parsed(
        "Confirmation du mot de passe", Password.parse, widget=PasswordInput(), render_kw=_NEW
    )

    def passwords_agree(self) -> bool:
        """Say beside the second password that it is not the first, if it is not."""
        return agree(self.password, self.password_confirmation)


class ActivationForm(StrictForm):
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description="Celui que vous avez choisi en vous inscrivant.",
        render_kw={"autocomplete": "current-password", "required": True},
    )


class ResendForm(StrictForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)
