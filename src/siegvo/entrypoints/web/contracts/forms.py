"""Questions about contracts."""

from wtforms.widgets import HiddenInput

from siegvo.domain.contracts.attestation_code import AttestationCode
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm


class LinkForm(StrictForm):
    submission = Once()
    contract_number = Parsed(
        "Numéro de contrat",
        ContractNumber.parse,
        description="9\u00a0chiffres, par exemple 100214873",
        render_kw={
            "class": "code",
            "inputmode": "numeric",
            "autocomplete": "off",
            "required": True,
        },
    )
    security_key = Parsed(
        "Clé de sécurité",
        SecurityKey.parse,
        description=(
            "8\u00a0lettres et chiffres, appelés «\u00a0mot de passe\u00a0» sur les anciennes"
            " factures. Majuscules ou minuscules, c’est pareil."
        ),
        render_kw={
            "class": "code",
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "required": True,
        },
    )


class CheckForm(StrictForm):
    code = Parsed(
        "Code de l’attestation",
        AttestationCode.parse,
        description=(
            "Par exemple 100214873-2EP-K7QM-2XHD-9RTB-4WNE. Majuscules ou minuscules, avec ou"
            " sans tirets, c’est pareil."
        ),
        render_kw={
            "class": "code",
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "required": True,
        },
    )


class DisputeForm(StrictForm):
    submission = Once()
    payer = Parsed("Redevable", PayerCode.parse, widget=HiddenInput())
