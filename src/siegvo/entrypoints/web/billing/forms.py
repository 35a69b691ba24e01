"""The form of billing."""

from typing import Final

from siegvo.entrypoints.web.fields import Once
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.requests.picked import Picked

BY_MAIL: Final = "yes"
ON_PAPER: Final = "no"


class PaymentForm(StrictForm):
    """A button: which invoice is in the address, how much of it is for the books to say."""

    submission = Once()


class EInvoiceForm(StrictForm):
    submission = Once()
    e_invoice = Picked(
        "Comment voulez-vous recevoir vos factures\u00a0?",
        str,
        choices={BY_MAIL: "Par courriel (e-facture)", ON_PAPER: "Sur papier, par la poste"},
    )
