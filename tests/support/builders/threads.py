"""What requests ask and what is written about them, unremarkable until a test says otherwise."""

from datetime import date, datetime

from siegvo.application.ports.attachments import SentFile
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.attachment import Attachment, AttachmentKind, AttachmentName
from siegvo.domain.requests.cap_claim import CapClaim, CapWay
from siegvo.domain.requests.content import (
    Leak,
    LeakPlace,
    Occupancy,
    OtherMatter,
    RequestContent,
    Subscription,
    Termination,
)
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.telephone import Telephone
from tests.support.builders.accounts import NOON

SUPPLY = PostalAddress(street="3 rue de l’Église", postcode="57130", town="VERNÉVILLE")
ELSEWHERE = PostalAddress(street="8 place d’Armes", postcode="57000", town="METZ")
HELLO = MessageText("Bonjour,\nma facture me semble élevée.")
A_PDF = SentFile(name="Attestation du plombier.pdf", content=b"%PDF-1.7 whatever")

SUBSCRIPTION = Subscription(
    supply=SUPPLY,
    move_in_on=date(2026, 12, 1),
    names=("Karim Benali", "Lucie Benali"),
    telephone=Telephone("0612345678"),
    occupancy=Occupancy.TENANT,
    born_on=date(1988, 2, 29),
    index_m3=412,
    meter="H25LA004127",
    previous_occupant="M. Schmitt",
    billing=ELSEWHERE,
    payment_mode=PaymentMode.MONTHLY,
    e_invoice=True,
)
TERMINATION = Termination(
    leaving_on=date(2026, 12, 31),
    forwarding=ELSEWHERE,
    telephone=Telephone("+352621123456"),
    index_m3=1250,
    new_occupant="Mme Lambert",
)
LEAK = Leak(
    where=LeakPlace.AFTER_METER,
    since=date(2026, 11, 20),
    is_flowing=True,
    address=SUPPLY,
    telephone=Telephone("0612345678"),
)
CAP_CLAIM = CapClaim(
    way=CapWay.CERTIFICATE,
    leak_place="Canalisation enterrée, devant le garage",
    repaired_on=date(2026, 11, 20),
    telephone=Telephone("0612345678"),
)
OTHER = OtherMatter(subject="Montant de ma facture")
CONTENTS: tuple[RequestContent, ...] = (SUBSCRIPTION, TERMINATION, LEAK, CAP_CLAIM, OTHER)


def an_attachment(number: int = 1, *, size: int = 2048) -> Attachment:
    return Attachment(
        key=f"{number:032x}",
        name=AttachmentName(f"document {number}.pdf"),
        kind=AttachmentKind.PDF,
        size=size,
    )


def a_message(
    text: str | None = "Bonjour",
    *,
    author: Author = Author.SUBSCRIBER,
    at: datetime = NOON,
    attachments: tuple[Attachment, ...] = (),
) -> Message:
    return Message(
        author=author,
        at=at,
        text=None if text is None else MessageText(text),
        attachments=attachments,
    )
