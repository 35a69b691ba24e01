"""Questions of somebody who has an account."""

from wtforms.widgets import EmailInput, PasswordInput

from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.web.accounts.forms import agree
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.form_shape import StrictForm

_NEW = {"autocomplete": "new-password", "required": True}
_CURRENT = {"autocomplete": "current-password", "required": True}
_ADVICE = "12\u00a0caractères au moins. Le plus simple\u00a0: quatre mots sans rapport entre eux."


class ForgottenForm(StrictForm):
    email = Parsed(
        "E-mail",
        EmailAddress.parse,
        widget=EmailInput(),
        render_kw={"autocomplete": "username", "required": True, "spellcheck": "false"},
    )


class NewPasswordForm(StrictForm):
    password = Parsed(
        "Nouveau mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description=_ADVICE,
        render_kw=_NEW,
    )
    password_confirmation = Parsed(
        "Confirmation du mot de passe", Password.parse, widget=PasswordInput(), render_kw=_NEW
    )

    def passwords_agree(self) -> bool:
        """Say beside the second password that it is not the first, if it is not."""
        return agree(self.password, self.password_confirmation)


class ChangePasswordForm(StrictForm):
    current_password = Parsed(
        "Mot de passe actuel", Password.parse, widget=PasswordInput(), render_kw=_CURRENT
    )
    password = Parsed(
        "Nouveau mot de passe",
        Password.parse,
        widget=PasswordInput(),
        description=_ADVICE,
        render_kw=_NEW,
    )
    password_confirmation = Parsed(
        "Confirmation du mot de passe", Password.parse, widget=PasswordInput(), render_kw=_NEW
    )

    def passwords_agree(self) -> bool:
        """Say beside the second password that it is not the first, if it is not."""
        return agree(self.password, self.password_confirmation)


class AddressForm(StrictForm):
    email = Parsed(
        "Nouvelle adresse e-mail",
        EmailAddress.parse,
        widget=EmailInput(),
        render_kw={"autocomplete": "email", "required": True, "spellcheck": "false"},
    )
    password = Parsed(
        "Votre mot de passe", Password.parse, widget=PasswordInput(), render_kw=_CURRENT
    )


class DeletionForm(StrictForm):
    password = Parsed(
        "Votre mot de passe", Password.parse, widget=PasswordInput(), render_kw=_CURRENT
    )
