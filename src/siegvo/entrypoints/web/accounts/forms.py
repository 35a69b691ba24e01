"""Questions about oneself."""

from flask_wtf import FlaskForm
from wtforms import BooleanField
from wtforms.widgets import EmailInput, HiddenInput, PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.web.fields import Once, Parsed

_NEW = {"autocomplete": "new-password", "required": True}
_MAILBOX = {"autocomplete": "username", "required": True, "spellcheck": "false"}


class SignInForm(FlaskForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        render_kw={"autocomplete": "current-password", "required": True},
    )
    remember = BooleanField("Se souvenir de moi")
    next = Parsed("", str, widget=HiddenInput())


class RegisterForm(FlaskForm):
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
        if self.password.data == self.password_confirmation.data:
            return True
        self.password_confirmation.errors = (
            "Les deux mots de passe ne sont pas les mêmes\u00a0: saisissez-les à nouveau.",
        )
        return False


class ActivationForm(FlaskForm):
    password = Parsed(
        "Mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description="Celui que vous avez choisi en vous inscrivant.",
        render_kw={"autocomplete": "current-password", "required": True},
    )


class ResendForm(FlaskForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)
