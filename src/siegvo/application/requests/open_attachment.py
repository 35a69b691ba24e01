"""A file in the thread of a request is opened."""

import attrs

from siegvo.application.ports.attachments import AttachmentFiles, AttachmentMissing
from siegvo.application.ports.work import Look
from siegvo.application.readers.requests import RequestSheet
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.requests.attachment import Attachment
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class OpenedAttachment:
    """What it is called and of which kind, and its bytes."""

    attachment: Attachment
    content: bytes = attrs.field(repr=False)


@attrs.frozen
class OpenAttachment:
    """Open a file in the thread of one of the requests an account made."""

    look: Look
    files: AttachmentFiles

    def __call__(
        self, *, account: AccountId, reference: RequestReference, key: str
    ) -> OpenedAttachment:
        """Return it.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
            AttachmentMissing: no such file in this thread.
        """
        with self.look() as readers:
            sheet = readers.request_sheets.mine(account, reference)
        return _opened(self.files, sheet, key)


@attrs.frozen
class OpenAnyAttachment:
    """Open a file for staff, whoever attached it."""

    look: Look
    files: AttachmentFiles

    def __call__(self, reference: RequestReference, *, key: str) -> OpenedAttachment:
        """Return it.

        Raises:
            RequestNotFound: nothing bears this reference.
            AttachmentMissing: no such file in this thread.
        """
        with self.look() as readers:
            sheet = readers.request_sheets.of(reference)
        return _opened(self.files, sheet, key)


def _opened(files: AttachmentFiles, sheet: RequestSheet, key: str) -> OpenedAttachment:
    for message in sheet.messages:
        for attachment in message.attachments:
            if attachment.key == key:
                return OpenedAttachment(attachment=attachment, content=files.open(attachment))
    raise AttachmentMissing(key)
