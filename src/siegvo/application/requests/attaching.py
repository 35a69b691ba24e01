"""Files are kept for as long as nothing forbids what they are attached to."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import attrs

from siegvo.application.ports.attachments import AttachmentFiles, CleanFile, SentFile
from siegvo.application.ports.work import Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.errors import DomainError
from siegvo.domain.policy import ATTACHED_MOST_MIB
from siegvo.domain.requests.attachment import Attachment, AttachmentsFull, TooManyAttachments
from siegvo.domain.requests.message import MOST_ATTACHMENTS


@attrs.define
class Kept:
    """Files that are on the disk; those that nothing came to refer to will be dropped again."""

    attachments: tuple[Attachment, ...]
    are_used: bool = False

    def use(self) -> tuple[Attachment, ...]:
        """Return them to be attached, in a transaction that ends well."""
        self.are_used = True
        return self.attachments


@attrs.frozen
class AttachingDesk:
    """Where files are checked before a transaction, and kept through it."""

    files: AttachmentFiles

    def clean(self, sent: Sequence[SentFile]) -> tuple[CleanFile, ...]:
        """Write them anew, outside of any transaction: it is slow.

        Raises:
            TooManyAttachments: more than three.
            AttachmentRefused: one of them cannot be kept.
            AttachmentsUnavailable: it cannot be told just now.
        """
        if len(sent) > MOST_ATTACHMENTS:
            raise TooManyAttachments(most=MOST_ATTACHMENTS)
        return tuple(map(self.files.clean, sent))

    @contextmanager
    def keeping(self, clean: Sequence[CleanFile]) -> Iterator[Kept]:
        """Keep them while a transaction runs, and for good once it used them.

        When the database fails, nobody knows what it kept: a file too many is better than
        one that is missing.

        Raises:
            AttachmentsUnavailable: they cannot be written.
        """
        kept = Kept(tuple(map(self.files.keep, clean)))
        try:
            yield kept
        except DomainError:
            self._discard(kept)
            raise
        if not kept.are_used:
            self._discard(kept)

    def _discard(self, kept: Kept) -> None:
        for attachment in kept.attachments:
            self.files.discard(attachment)


def check_room(work: Work, account: AccountId, attachments: Sequence[Attachment]) -> None:
    """Let pass what an account may still attach; its row is held.

    Raises:
        AttachmentsFull: it would weigh too much in all.
    """
    added = sum(each.size for each in attachments)
    if added and work.threads.weight_of(account) + added > ATTACHED_MOST_MIB * 2**20:
        raise AttachmentsFull(most_mib=ATTACHED_MOST_MIB)


def told_apart(clean: Sequence[CleanFile]) -> str:
    """Return what the same files sent again have in common."""
    return " ".join(each.fingerprint for each in clean)
