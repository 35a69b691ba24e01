"""The form for anybody."""

from wtforms.widgets import EmailInput, TextArea

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.message import MessageText
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm


def _number_if_any(text: str) -> ContractNumber | None:
    return ContractNumber.parse(text) if text.strip() else None


class ContactForm(StrictForm):
    """Nobody sees `website`: programs that fill in whatever they find give themselves away."""

    submission = Once()
    name = Parsed(
        "Votre nom",
        reader_of(Asked.NAME),
        render_kw={"autocomplete": "name", "required": True, "maxlength": 100},
    )
    email = Parsed(
        "E-mail",
        EmailAddress.parse,
        widget=EmailInput(),
        description="Le service vous répond à cette adresse.",
        render_kw={"autocomplete": "email", "required": True, "spellcheck": "false"},
    )
    contract_number = Parsed(
        "Numéro de contrat",
        _number_if_any,
        description="En haut à droite de la facture, si vous en avez une.",
        render_kw={"class": "code", "inputmode": "numeric", "autocomplete": "off"},
    )
    subject = Parsed(
        "Objet",
        reader_of(Asked.SUBJECT),
        render_kw={"autocomplete": "off", "required": True, "maxlength": 120},
    )
    message = Parsed(
        "Votre message",
        MessageText.parse,
        widget=TextArea(),
        description="4\u202f000\u00a0caractères au plus.",
        render_kw={"rows": 8, "required": True, "maxlength": 4000},
    )
    website = Parsed(
        "Laissez ce champ vide",
        str,
        render_kw={"tabindex": "-1", "autocomplete": "off"},
    )

    def is_left_empty(self) -> bool:
        """Say what to do to somebody whose browser filled in what they cannot see."""
        if not self.website.data:
            return True
        self.form_errors.append(
            "Un champ caché a été rempli, sans doute par votre navigateur\u00a0: il est vidé,"
            " envoyez de nouveau votre message."
        )
        return False
