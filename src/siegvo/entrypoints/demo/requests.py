"""What the ready account asked of the service, and what it was answered."""

from datetime import date, timedelta
from typing import Final

from siegvo.application.portal import Portal
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.requests.content import Leak, LeakPlace, OtherMatter
from siegvo.domain.requests.message import MessageText

_HOUSE: Final = ContractNumber("900100001")
_CHALET: Final = ContractNumber("900100002")
_CLERK: Final = Actor.staff("service")

_LEAK: Final = """Bonjour,

une canalisation enterrée fuyait entre le compteur et la maison. Elle est réparée. \
Je demande le plafonnement de ma facture."""
_WHAT_IS_MISSING: Final = """Bonjour Madame Marchal,

nous avons bien reçu votre demande. Pour calculer le plafonnement, il nous faut l’attestation de \
votre plombier\u00a0: elle indique l’endroit de la fuite et la date de la réparation."""
_QUESTION: Final = """Bonjour,

l’occupant du chemin de la Mance est maintenant Yaël Marchal. Faut-il un document\u00a0?"""
_ANSWER: Final = """Bonjour Madame Marchal,

c’est noté sur le contrat, il ne faut rien de plus."""


def make_requests(portal: Portal, account: AccountId, *, today: date) -> None:
    """Send two requests: one waits for a word of the account, the other is done."""
    leak = portal.requests.send_request(
        account=account,
        contract=_HOUSE,
        content=Leak(
            where=LeakPlace.AFTER_METER, since=today - timedelta(days=9), is_flowing=False
        ),
        message=MessageText(_LEAK),
    )
    portal.requests.answer_request(leak, message=MessageText(_WHAT_IS_MISSING), actor=_CLERK)
    question = portal.requests.send_request(
        account=account,
        contract=_CHALET,
        content=OtherMatter(subject="Nom de l’occupant"),
        message=MessageText(_QUESTION),
    )
    portal.requests.close_request(question, message=MessageText(_ANSWER), actor=_CLERK)
