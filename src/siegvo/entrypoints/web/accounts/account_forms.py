"""Questions of somebody who has an account."""

from wtforms.widgets import EmailInput

from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.web.accounts.password_fields import (
    ChosenTwice,
    chosen_password,
    known_password,
    password_again,
)
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.form_shape import StrictForm


class ChangePasswordForm(ChosenTwice, StrictForm):
    current_password = known_password("Mot de passe actuel")
    password = chosen_password("Nouveau mot de passe")
    password_confirmation = password_again()


class AddressForm(StrictForm):
    email = Parsed(
        "Nouvelle adresse e-mail",
        EmailAddress.parse,
        widget=EmailInput(),
        render_kw={"autocomplete": "email", "required": True, "spellcheck": "false"},
    )
    password = known_password("Votre mot de passe")


class DeletionForm(StrictForm):
    password = known_password("Votre mot de passe")
