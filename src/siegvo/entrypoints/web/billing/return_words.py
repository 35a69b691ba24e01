"""What became of a payment, said to whoever comes back from the treasury's page."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.adapters.french.values import say
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.entrypoints.web.icons import ICONS

_AGAIN: Final = "Recommencer le paiement"


@attrs.frozen(kw_only=True)
class ReturnWords:
    """Where one stands, what it means, what to do.

    `button` leads to the treasury's page, or is empty; `is_awaited` while more is to come.
    """

    icon: Markup
    heading: str
    meaning: str
    advice: str = ""
    button: str = ""
    is_awaited: bool = False


def return_words(attempt: OnlinePayment, now: datetime) -> ReturnWords:
    """Say how far `attempt` has come; only the treasury's answers count."""
    if attempt.mismatches and attempt.state is not PaymentState.PAID:
        return _DOUBTFUL
    return _WORDS[attempt.state](attempt, now)


def _opening(attempt: OnlinePayment, now: datetime) -> ReturnWords:
    return _NEVER_OPENED if attempt.is_stuck(now) else _OPENING


def _open(attempt: OnlinePayment, now: datetime) -> ReturnWords:
    return _PAYABLE if attempt.page_at(now) else _AWAITED


def _paid(attempt: OnlinePayment, _: datetime) -> ReturnWords:
    return ReturnWords(
        icon=ICONS["check"],
        heading="Votre paiement est enregistré par la trésorerie",
        meaning=(
            f"Vous avez payé {say(attempt.bill.amount)} le {say(attempt.paid_on)}. La trésorerie"
            " vous envoie elle-même le reçu par courriel."
        ),
        advice=(
            "Le paiement est en cours de rapprochement\u00a0: la facture sera marquée payée quand"
            " le service de facturation l’aura reçu. Vous n’avez plus rien à faire."
        ),
    )


def _refused(_: OnlinePayment, __: datetime) -> ReturnWords:
    return _REFUSED


def _abandoned(_: OnlinePayment, __: datetime) -> ReturnWords:
    return _ABANDONED


def _expired(attempt: OnlinePayment, _: datetime) -> ReturnWords:
    return _EXPIRED if attempt.was_opened else _NEVER_OPENED


_OPENING: Final = ReturnWords(
    icon=ICONS["clock"],
    heading="La page de paiement s’ouvre",
    meaning="Nous la demandons à la trésorerie\u00a0: cela prend quelques secondes.",
    button="Continuer vers la page de paiement",
)
_AWAITED: Final = ReturnWords(
    icon=ICONS["clock"],
    heading="Nous attendons la réponse de la trésorerie",
    meaning=(
        "Elle seule dit si le paiement est fait\u00a0: nous l’interrogeons, et le résultat"
        " s’affiche ici, le plus souvent en moins d’une minute."
    ),
    advice="Si vous avez payé, ne payez pas une seconde fois.",
    is_awaited=True,
)
_PAYABLE: Final = attrs.evolve(
    _AWAITED,
    advice=(
        "Si vous avez payé, ne payez pas une seconde fois. Sinon, la page de paiement est encore"
        " ouverte."
    ),
    button="Revenir à la page de paiement",
)
_REFUSED: Final = ReturnWords(
    icon=ICONS["cross"],
    heading="Le paiement a été refusé",
    meaning=(
        "La trésorerie nous dit que la banque n’a pas accepté le paiement\u00a0: la facture reste"
        " à payer."
    ),
    advice=(
        "Vous pouvez recommencer avec une autre carte ou un autre compte, ou suivre les moyens de"
        " paiement imprimés sur la facture."
    ),
    button=_AGAIN,
)
_ABANDONED: Final = ReturnWords(
    icon=ICONS["info"],
    heading="Le paiement n’a pas été terminé",
    meaning=(
        "La trésorerie nous dit que vous avez quitté sa page avant de payer\u00a0: la facture"
        " reste à payer."
    ),
    button=_AGAIN,
)
_EXPIRED: Final = ReturnWords(
    icon=ICONS["info"],
    heading="Le temps pour payer est écoulé",
    meaning="La trésorerie ne nous a annoncé aucun paiement\u00a0: la facture reste à payer.",
    advice=(
        "Vous pensez avoir payé\u00a0? Ne recommencez pas\u00a0: nous interrogeons encore la"
        " trésorerie, et la facture le montrera si elle le confirme."
    ),
    button=_AGAIN,
)
_NEVER_OPENED: Final = ReturnWords(
    icon=ICONS["info"],
    heading="La page de paiement ne s’est pas ouverte",
    meaning="Aucun paiement n’a été commencé\u00a0: la facture reste à payer.",
    button=_AGAIN,
)
_DOUBTFUL: Final = ReturnWords(
    icon=ICONS["warning"],
    heading="Le service vérifie ce paiement",
    meaning=(
        "La réponse de la trésorerie ne correspond pas à ce que nous lui avions demandé\u00a0: le"
        " service de facturation compare les deux."
    ),
    advice="Ne payez pas une seconde fois\u00a0: sans nouvelles, appelez le service.",
    is_awaited=True,
)
_WORDS: Final[Mapping[PaymentState, Callable[[OnlinePayment, datetime], ReturnWords]]] = {
    PaymentState.OPENING: _opening,
    PaymentState.OPEN: _open,
    PaymentState.PAID: _paid,
    PaymentState.REFUSED: _refused,
    PaymentState.ABANDONED: _abandoned,
    PaymentState.EXPIRED: _expired,
}
