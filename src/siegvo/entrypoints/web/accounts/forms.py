"""Questions of whoever is not signed in yet."""

from datetime import timedelta

from wtforms import BooleanField
from wtforms.widgets import EmailInput

from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.policy import REMEMBERED_FOR, SESSION_IDLE, SESSION_LONGEST
from siegvo.entrypoints.web.accounts.password_fields import (
    ChosenTwice,
    chosen_password,
    known_password,
    password_again,
)
from siegvo.entrypoints.web.fields import Once, Parsed, WayOn
from siegvo.entrypoints.web.form_shape import StrictForm

_MAILBOX = {"autocomplete": "username", "required": True, "spellcheck": "false"}


class SignInForm(StrictForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)
    password = known_password("Mot de passe")
    remember = BooleanField(
        "Se souvenir de moi",
        description=(
            f"Cochez pour rester connecté {REMEMBERED_FOR.days}\u00a0jours sur cet appareil. Sinon,"
            f" {SESSION_IDLE // timedelta(minutes=1)}\u00a0minutes d’inactivité, ou"
            f" {SESSION_LONGEST // timedelta(hours=1)}\u00a0heures, vous déconnectent."
        ),
    )
    next = WayOn()


class ConfirmationForm(StrictForm):
    password = known_password("Mot de passe")
    next = WayOn()


class RegisterForm(ChosenTwice, StrictForm):
    submission = Once()
    email = Parsed(
        "Email",
        EmailAddress.parse,
        widget=EmailInput(),
        render_kw={"autocomplete": "email", "required": True, "spellcheck": "false"},
    )
    password = chosen_password("Mot de passe")
    password_confirmation = password_again()


class ActivationForm(StrictForm):
    password = known_password("Mot de passe", hint="Celui que vous avez choisi en vous inscrivant.")


class ResendForm(StrictForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)


class ForgottenForm(StrictForm):
    email = Parsed("E-mail", EmailAddress.parse, widget=EmailInput(), render_kw=_MAILBOX)


class NewPasswordForm(ChosenTwice, StrictForm):
    password = chosen_password("Nouveau mot de passe")
    password_confirmation = password_again()
