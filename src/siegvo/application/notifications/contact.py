"""What is written about a message of somebody without an account."""

from siegvo.application.notifications.drafts import AboutContact, LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.work import Readers
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.content import OtherMatter


def contact_letter(
    draft: AboutContact, readers: Readers, *, service: EmailAddress, message_id: str
) -> Letter | None:
    """Write it to whoever wrote, or to the service, which answers them by mail.

    Nothing if the message it would quote is gone.

    Raises:
        RequestNotFound: it is not one of these messages.
    """
    contact = readers.contacts.of(draft.reference)
    sheet = readers.request_sheets.of(draft.reference)
    quoted = [each.text for each in sheet.messages if each.at == draft.written_at and each.text]
    if not quoted or not isinstance(sheet.content, OtherMatter):
        return None
    is_for_service = draft.kind is LetterKind.CONTACT_RECEIVED
    return Letter(
        to=service if is_for_service else contact.email,
        replies_to=contact.email if is_for_service else None,
        template=draft.kind,
        facts={
            "at": sheet.request.asked_at,
            "reference": draft.reference,
            "subject": sheet.content.subject,
            "message": quoted[-1].text,
            "name": contact.name,
            "email": contact.email,
            "contract": contact.contract,
        },
        message_id=message_id,
    )
