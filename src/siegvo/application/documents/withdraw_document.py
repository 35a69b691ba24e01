"""Staff take a document off the shelf."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.domain.documents.slug import Slug
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class WithdrawDocument:
    """Let nobody download it any more; its editions are kept."""

    begin: Begin
    clock: Clock

    def __call__(self, slug: Slug, *, actor: Actor) -> None:
        """Withdraw it.

        Raises:
            DocumentNotFound: there never was one.
            DocumentWithdrawn: it is withdrawn already.
        """
        now = self.clock.now()
        with self.begin() as work:
            known = work.documents.named(slug)
            if known is None:
                raise DocumentNotFound(slug)
            work.documents.keep(known.withdraw(at=now))
            work.audit.add(
                Entry(at=now, actor=actor, gesture=Gesture.DOCUMENT_WITHDRAWN, subject=slug.text)
            )
